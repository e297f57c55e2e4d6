import { Button, SegmentedControl } from '@mantine/core';
import { IconFileInvoice, IconPlus } from '@tabler/icons-react';
import { useActions } from '../../actions/registry.ts';
import { useCall } from '../../app/hooks.ts';
import { useGo, useParam, usePeriod } from '../../app/place.ts';
import { rowsOf } from '../../app/usePages.ts';
import { STATUSES as INVOICE_STATUSES } from '../../../domain/invoices/states.ts';
import { useWordOf, useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/invoices.json';
import type documentWords from '../../i18n/en/documents.json';
import { sum } from '../../../domain/money/amount.ts';
import { DataTable, EmptyState, FilterChip, PageHeader } from '../../ui/index.ts';
import { onlyCurrency } from '../documents/currency.ts';
import { FilterField } from '../documents/FilterField.tsx';
import { invoiceKey } from '../documents/keys.ts';
import { StatusStrip } from '../documents/StatusStrip.tsx';
import { InvoiceForm } from './InvoiceForm.tsx';
import { InvoiceInspector } from './InvoiceInspector.tsx';
import { InvoicesNav } from './InvoicesNav.tsx';
import { stripOf } from './status.ts';
import { useInvoiceColumns } from './columns.tsx';

/** Invoices and credit notes by status, each with all that belongs to it. */
export function InvoicesScreen() {
  const t = useWords<typeof words>('invoices');
  const [adding, setAdding] = useParam('new');
  useActions([
    {
      id: 'invoices.add',
      title: t('add'),
      group: 'record',
      shortcut: 'n',
      predicate: () => adding === null,
      perform: () => setAdding('1'),
    },
  ]);
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
  const [vendorParam, setVendor] = useParam('vendor');
  const common = useWordOf('common');
  const [open, setOpen] = useParam('doc');
  const status = INVOICE_STATUSES.find((s) => s === statusParam) ?? null;
  const inPeriod = scope === 'period' && period !== null;
  const vendor = VENDORS.find((v) => v === vendorParam) ?? null;
  const list = useCall('invoices/list', { status, period: inPeriod ? period : null, vendor, search: search ?? '' }, { keep: true });
  const rows = list.data?.invoices ?? [];
  const currency = onlyCurrency(rows);
  const columns = useInvoiceColumns(currency);
  const filtered = status !== null || inPeriod || vendor !== null || (search ?? '') !== '';
  const total = (pick: (row: (typeof rows)[number]) => string): string => sum(rows.filter((row) => row.status !== 'void').map(pick));
  return (
    <div className="page">
      <PageHeader
        title={t('title')}
        status={<InvoicesNav />}
        actions={
          <Button leftSection={<IconPlus size={14} />} onClick={onAdd}>
            {t('add')}
          </Button>
        }
      />
      {list.data && list.data.byStatus.length > 0 && (
        <StatusStrip
          label={d('state')}
          value={status ?? 'all'}
          onChange={(id) => setStatus(id === 'all' ? null : id)}
          items={withChosen(stripOf(list.data.byStatus, { all: t('all'), status: (s) => word(`status.${s}`) }), status, (s) =>
            word(`status.${s}`),
          )}
        />
      )}
      <DataTable
        id="invoices"
        label={t('title')}
        columns={columns}
        rowId={invoiceKey}
        source={rowsOf(rows, list)}
        onOpen={(row) => setOpen(invoiceKey(row), { replace: open !== null })}
        activeId={open}
        rowClass={(row) => (row.status === 'void' ? 'void' : undefined)}
        totals={
          currency
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
                <Button variant="default" onClick={() => go('/invoices', {})}>
                  {t('showAll')}
                </Button>
              }
            />
          ) : (
            <EmptyState
              icon={IconFileInvoice}
              title={t('empty')}
              text={t('emptyText')}
              actions={
                <>
                  <Button onClick={onAdd}>{t('add')}</Button>
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
