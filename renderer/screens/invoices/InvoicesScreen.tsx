import { Button, SegmentedControl } from '@mantine/core';
import { IconFileInvoice, IconFilePlus, IconPlus } from '@tabler/icons-react';
import { useActions } from '../../actions/registry.ts';
import { useCall } from '../../app/hooks.ts';
import { useGo, useParam, usePeriod } from '../../app/place.ts';
import { rowsOf } from '../../app/usePages.ts';
import { STATUSES as INVOICE_STATUSES } from '../../../domain/invoices/states.ts';
import { useWordOf, useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/invoices.json';
import type makingWords from '../../i18n/en/making.json';
import type documentWords from '../../i18n/en/documents.json';
import { sum } from '../../../domain/money/amount.ts';
import { DataTable, EmptyState, FilterChip, PageHeader } from '../../ui/index.ts';
import { onlyCurrency } from '../documents/currency.ts';
import { FilterField } from '../documents/FilterField.tsx';
import { invoiceKey } from '../documents/keys.ts';
import { StatusStrip } from '../documents/StatusStrip.tsx';
import { useSelectedPapers } from './documents/useSelectedPapers.tsx';
import { InvoiceForm } from './InvoiceForm.tsx';
import { InvoiceInspector } from './InvoiceInspector.tsx';
import { InvoicesNav } from './InvoicesNav.tsx';
import { MakeInvoice } from './making/MakeInvoice.tsx';
import { stripOf } from './status.ts';
import { useInvoiceColumns } from './columns.tsx';

/** Invoices and credit notes by status, each with all that belongs to it. */
export function InvoicesScreen() {
  const t = useWords<typeof words>('invoices');
  const m = useWords<typeof makingWords>('making');
  const go = useGo();
  const [adding, setAdding] = useParam('new');
  const [editing, setEditing] = useParam('edit');
  const [making] = useParam('make');
  const [credited] = useParam('credited');
  const idle = adding === null && editing === null && making === null;
  useActions([
    { id: 'invoices.electronic', title: t('electronicImport'), group: 'record', perform: () => go('/invoices/electronic') },
    {
      id: 'invoices.add',
      title: t('add'),
      group: 'record',
      shortcut: 'n',
      predicate: () => idle,
      perform: () => setAdding('1'),
    },
    {
      id: 'invoices.make',
      title: m('make'),
      group: 'record',
      shortcut: 'shift+n',
      predicate: () => idle,
      perform: () => go('/invoices', { make: 'monthly' }),
    },
  ]);
  if (making !== null) return <MakeInvoice key={`${making}:${credited ?? ''}`} onClose={() => go('/invoices', { direction: 'issued' })} />;
  if (editing !== null) return <InvoiceForm key={editing} edit={editing} onClose={() => setEditing(null)} />;
  return adding === null ? <InvoiceList onAdd={() => setAdding('1')} /> : <InvoiceForm onClose={() => setAdding(null)} />;
}

function InvoiceList({ onAdd }: { onAdd: () => void }) {
  const t = useWords<typeof words>('invoices');
  const d = useWords<typeof documentWords>('documents');
  const word = useWordOf('invoices');
  const go = useGo();
  const { period } = usePeriod();
  const [statusParam, setStatus] = useParam('status');
  const [scope, setScope] = useParam('scope');
  const [search] = useParam('q');
  const m = useWords<typeof makingWords>('making');
  const [vendorParam, setVendor] = useParam('vendor');
  const [directionParam, setDirection] = useParam('direction');
  const direction = directionParam === 'issued' || directionParam === 'both' ? directionParam : 'received';
  const common = useWordOf('common');
  const [open, setOpen] = useParam('doc');
  const status = INVOICE_STATUSES.find((s) => s === statusParam) ?? null;
  const inPeriod = scope === 'period' && period !== null;
  const vendor = VENDORS.find((v) => v === vendorParam) ?? null;
  const list = useCall(
    'invoices/list',
    { status, period: inPeriod ? period : null, vendor, search: search ?? '', direction },
    { keep: true },
  );
  const rows = list.data?.invoices ?? [];
  const currency = onlyCurrency(rows);
  const papers = useSelectedPapers(rows);
  const columns = useInvoiceColumns(currency, direction);
  const filtered = status !== null || inPeriod || vendor !== null || (search ?? '') !== '';
  const total = (pick: (row: (typeof rows)[number]) => string): string => sum(rows.filter((row) => row.status !== 'void').map(pick));
  const label = (s: (typeof INVOICE_STATUSES)[number]): string => word(`status.${s}`);
  const strip = withChosen(stripOf(list.data?.byStatus ?? [], { all: t('all'), status: label }), status, label);
  // What is to be paid and what is to be received are never one sum.
  const items = direction === 'both' ? strip.map((item) => ({ ...item, sums: [] })) : strip;
  return (
    <div className="page">
      <PageHeader
        title={t('title')}
        status={<InvoicesNav />}
        actions={
          <>
            {direction !== 'received' && (
              <Button leftSection={<IconFilePlus size={14} />} onClick={() => go('/invoices', { make: 'monthly' })}>
                {m('make')}
              </Button>
            )}
            {direction !== 'issued' && (
              <Button leftSection={<IconPlus size={14} />} onClick={onAdd}>
                {t('add')}
              </Button>
            )}
          </>
        }
      />
      {list.data && list.data.byStatus.length > 0 && (
        <StatusStrip label={d('state')} value={status ?? 'all'} onChange={(id) => setStatus(id === 'all' ? null : id)} items={items} />
      )}
      <DataTable
        id="invoices"
        label={t('title')}
        columns={columns}
        rowId={invoiceKey}
        {...papers}
        source={rowsOf(rows, list)}
        onOpen={(row) => setOpen(invoiceKey(row), { replace: open !== null })}
        activeId={open}
        rowClass={(row) => (row.status === 'void' ? 'void' : undefined)}
        totals={
          currency && direction !== 'both'
            ? {
                label: t('totals', { count: rows.length }),
                values: {
                  net: total((r) => r.net),
                  tax: total((r) => r.tax),
                  total: total((r) => r.total),
                  paid: total((r) => r.paid),
                  withheld: total((r) => r.withheld),
                  open: total((r) => r.open),
                },
              }
            : null
        }
        toolbar={
          <>
            <FilterField placeholder={t('searchHint')} />
            <SegmentedControl
              aria-label={m('direction')}
              value={direction}
              onChange={(value) => setDirection(value === 'received' ? null : value)}
              data={(['received', 'issued', 'both'] as const).map((value) => ({ value, label: m(`directions.${value}`) }))}
            />
            {period && (
              <SegmentedControl
                aria-label={d('periodFilter')}
                value={inPeriod ? 'period' : 'all'}
                onChange={(value) => setScope(value === 'period' ? value : null)}
                data={[
                  { value: 'all', label: d('allPeriods') },
                  { value: 'period', label: d('onlyPeriod', { period }) },
                ]}
              />
            )}
            {vendor && <FilterChip name={t('vendor')} value={common(`vendor.${vendor}`)} onRemove={() => setVendor(null)} />}
          </>
        }
        empty={
          filtered ? (
            <EmptyState
              icon={IconFileInvoice}
              title={t('noneFound')}
              actions={
                <Button variant="default" onClick={() => go('/invoices', direction === 'received' ? {} : { direction })}>
                  {t('showAll')}
                </Button>
              }
            />
          ) : direction === 'issued' ? (
            <EmptyState
              icon={IconFileInvoice}
              title={m('emptyIssued')}
              text={m('emptyIssuedText')}
              actions={<Button onClick={() => go('/invoices', { make: 'monthly' })}>{m('make')}</Button>}
            />
          ) : (
            <EmptyState
              icon={IconFileInvoice}
              title={t('empty')}
              text={t('emptyText')}
              actions={
                <>
                  <Button onClick={onAdd}>{t('add')}</Button>
                  <Button variant="default" onClick={() => go('/invoices/electronic')}>
                    {t('electronicImport')}
                  </Button>
                  <Button variant="default" onClick={() => go('/import')}>
                    {t('toImport')}
                  </Button>
                </>
              }
            />
          )
        }
      />
      {open !== null && <InvoiceInspector doc={open} onClose={() => setOpen(null)} />}
    </div>
  );
}

const VENDORS = ['huawei', 'tencent', 'qingcloud', 'zilliz', 'other'] as const;

/** Keeps the chosen status in sight when the filter leaves none of it. */
function withChosen(
  items: ReturnType<typeof stripOf>,
  status: (typeof INVOICE_STATUSES)[number] | null,
  label: (status: (typeof INVOICE_STATUSES)[number]) => string,
): ReturnType<typeof stripOf> {
  return status === null || items.some((item) => item.id === status)
    ? items
    : [...items, { id: status, label: label(status), count: 0, sums: [] }];
}
