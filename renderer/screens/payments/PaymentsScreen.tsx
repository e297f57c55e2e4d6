import { Button, Checkbox } from '@mantine/core';
import { IconCreditCardPay, IconPlus } from '@tabler/icons-react';
import { sum } from '../../../domain/money/amount.ts';
import { useActions } from '../../actions/registry.ts';
import { useCall } from '../../app/hooks.ts';
import { useGo, useParam } from '../../app/place.ts';
import { rowsOf } from '../../app/usePages.ts';
import { useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/payments.json';
import { DataTable, EmptyState, PageHeader } from '../../ui/index.ts';
import { onlyCurrency } from '../documents/currency.ts';
import { FilterField } from '../documents/FilterField.tsx';
import { usePaymentColumns } from './columns.tsx';
import { EditAllocation } from './EditAllocation.tsx';
import { PaymentForm } from './PaymentForm.tsx';
import { PaymentInspector } from './PaymentInspector.tsx';

/** Payments and what is left of each. */
export function PaymentsScreen() {
  const t = useWords<typeof words>('payments');
  const [adding, setAdding] = useParam('new');
  const [editing, setEditing] = useParam('edit');
  useActions([
    {
      id: 'payments.add',
      title: t('add'),
      group: 'record',
      shortcut: 'n',
      predicate: () => adding === null && editing === null,
      perform: () => setAdding('1'),
    },
  ]);
  if (adding !== null) return <PaymentForm onClose={() => setAdding(null)} />;
  if (editing !== null && /^\d{1,15}$/.test(editing))
    return <EditAllocation key={editing} id={Number(editing)} onClose={() => setEditing(null)} />;
  return <PaymentList onAdd={() => setAdding('1')} onEdit={(id) => setEditing(String(id))} />;
}

function PaymentList({ onAdd, onEdit }: { onAdd: () => void; onEdit: (id: number) => void }) {
  const t = useWords<typeof words>('payments');
  const go = useGo();
  const [search] = useParam('q');
  const [withVoid, setWithVoid] = useParam('void');
  const [open, setOpen] = useParam('doc');
  const list = useCall('payments/list', { search: search ?? '' }, { keep: true });
  const all = list.data ?? [];
  const voids = all.filter((payment) => payment.status === 'void').length;
  const rows = withVoid === '1' ? all : all.filter((payment) => payment.status === 'active');
  const currency = onlyCurrency(rows);
  const columns = usePaymentColumns(currency);
  const active = rows.filter((payment) => payment.status === 'active');
  // Money in and money out are not one sum: receipts count where nothing else is shown.
  const paid = active.filter((payment) => payment.direction !== 'issued');
  const live = paid.length > 0 ? paid : active;
  const chosen = open !== null && /^\d{1,15}$/.test(open) ? Number(open) : null;
  return (
    <div className="page">
      <PageHeader
        title={t('title')}
        actions={
          <Button leftSection={<IconPlus size={14} />} onClick={onAdd}>
            {t('add')}
          </Button>
        }
      />
      <DataTable
        id="payments"
        label={t('title')}
        columns={columns}
        rowId={(row) => String(row.id)}
        source={rowsOf(rows, list)}
        onOpen={(row) => setOpen(String(row.id), { replace: open !== null })}
        activeId={open}
        rowClass={(row) => (row.status === 'void' ? 'void' : undefined)}
        totals={
          currency
            ? {
                label: t('totals', { count: live.length }),
                values: {
                  amount: sum(live.map((p) => p.amount)),
                  allocated: sum(live.map((p) => p.allocated)),
                  left: sum(live.map((p) => p.left)),
                },
              }
            : null
        }
        toolbar={
          <>
            <FilterField placeholder={t('searchHint')} />
            {voids > 0 && (
              <Checkbox
                label={t('showVoid', { count: voids })}
                checked={withVoid === '1'}
                onChange={(event) => setWithVoid(event.currentTarget.checked ? '1' : null)}
              />
            )}
          </>
        }
        empty={
          (search ?? '') !== '' || voids > 0 ? (
            <EmptyState
              icon={IconCreditCardPay}
              title={t('noneFound')}
              actions={
                <Button variant="default" onClick={() => go('/payments', { void: voids > 0 ? '1' : null })}>
                  {t('showAll')}
                </Button>
              }
            />
          ) : (
            <EmptyState
              icon={IconCreditCardPay}
              title={t('empty')}
              text={t('emptyText')}
              actions={<Button onClick={onAdd}>{t('add')}</Button>}
            />
          )
        }
      />
      {chosen !== null && <PaymentInspector id={chosen} onClose={() => setOpen(null)} onEdit={onEdit} />}
    </div>
  );
}
