import { useMemo, type ReactNode } from 'react';
import { unwrap } from '../../../../domain/result.ts';
import type { AllocationLine } from '../../../../services/contract/allocation.ts';
import type { Input } from '../../../../services/contract/index.ts';
import { grouped } from '../../../app/duration.ts';
import { useCall } from '../../../app/hooks.ts';
import { useParam } from '../../../app/place.ts';
import { usePages } from '../../../app/usePages.ts';
import { bridge } from '../../../host/bridge.ts';
import { DataTable, EmptyState, Ident, type DataColumn, type Totals } from '../../../ui/index.ts';
import { STAGES } from './figures.ts';
import type { AllocationState } from './useAllocation.ts';
import { useAllocationWords } from './words.ts';

const SORTS = [
  'amount',
  'month',
  'remaining',
  'first',
  'last',
  'order',
  'id',
] as const satisfies readonly Input<'allocation/rows'>['sort'][];

/** The lines that are paid ahead, as they stand in the month, or those whose term is missing. */
export function PaidLines({
  state,
  period,
  scope,
  toolbar,
}: {
  state: AllocationState;
  period: string;
  scope: NonNullable<AllocationState['scope']>;
  toolbar: ReactNode;
}) {
  const words = useAllocationWords();
  const { t, bill } = words;
  const { details, shown } = state;
  const [sortText, setSort] = useParam('lsort');
  const descending = sortText?.startsWith('-') ?? false;
  const sort = SORTS.find((name) => name === (sortText ?? '').replace('-', '')) ?? 'id';
  const asked = { ...scope, period, state: shown === 'missing' ? ('missing' as const) : ('open' as const), sort, descending };
  const source = usePages({
    key: ['allocation/rows', asked],
    fetch: async (offset, limit, signal) => unwrap(await bridge().call('allocation/rows', { ...asked, offset, limit }, { signal })),
  });
  const head = useCall('allocation/rows', { ...asked, limit: 1 }, { keep: true });
  const { currency } = details;
  const columns = useMemo(() => columnsOf(shown === 'missing', currency, words), [shown, currency, words]);
  const total = currency === null ? undefined : head.data?.totals[currency];
  const totals: Totals | null =
    head.data && total
      ? {
          label: bill.t('totalsOf', { count: head.data.count, n: grouped(head.data.count) }),
          values: { ...Object.fromEntries(STAGES.map((stage) => [stage, total[stage].total])), amount: total.total.total },
        }
      : null;
  return (
    <DataTable
      id={`allocation-${shown}`}
      label={t('lineTable')}
      columns={columns}
      source={source}
      rowId={(line) => String(line.id)}
      onOpen={(line) => details.change({ line: line.id }, { replace: details.place.line !== null })}
      activeId={details.place.line === null ? null : String(details.place.line)}
      sort={sort === 'id' ? [] : [{ id: sort, desc: descending }]}
      onSort={([next]) => setSort(next ? `${next.desc ? '-' : ''}${next.id}` : null, { replace: true })}
      totals={totals}
      toolbar={toolbar}
      empty={
        shown === 'missing' ? (
          <EmptyState title={t('noneMissing')} text={t('noneMissingText')} />
        ) : (
          <EmptyState title={t('noLines', { period })} text={t('emptyText')} />
        )
      }
    />
  );
}

function columnsOf(
  missing: boolean,
  currency: string | null,
  { t, bill }: ReturnType<typeof useAllocationWords>,
): DataColumn<AllocationLine>[] {
  const sortable = (id: string): boolean => (SORTS as readonly string[]).includes(id);
  const all: DataColumn<AllocationLine>[] = [
    { id: 'period', header: bill.column('period'), width: 110, value: (row) => row.period, hidden: true },
    { id: 'date', header: bill.column('date'), kind: 'date', width: 108, value: (row) => row.date, hidden: !missing },
    {
      id: 'vendor',
      header: bill.column('vendor'),
      width: 110,
      value: (row) => row.vendor,
      render: (row) => bill.value('vendor', row.vendor),
      hidden: true,
    },
    { id: 'account', header: bill.column('account'), width: 120, value: (row) => row.account, hidden: true },
    { id: 'productType', header: bill.column('productType'), width: 136, grow: true, value: (row) => row.productType },
    { id: 'resourceName', header: bill.column('resourceName'), width: 112, value: (row) => row.resourceName ?? row.resourceId },
    { id: 'billType', header: bill.column('billType'), width: 120, value: (row) => row.billType, hidden: !missing },
    {
      id: 'order',
      header: t('order'),
      kind: 'ident',
      width: 158,
      value: (row) => row.orderId,
      render: (row) => <Ident value={row.orderId} />,
    },
    {
      id: 'original',
      header: t('original'),
      kind: 'ident',
      width: 158,
      value: (row) => row.original,
      render: (row) => <Ident value={row.original} />,
      hidden: !missing,
    },
    { id: 'first', header: t('first'), kind: 'date', value: (row) => row.term?.first },
    { id: 'last', header: t('last'), kind: 'date', value: (row) => row.term?.last },
    { id: 'days', header: t('days'), kind: 'count', width: 56, value: (row) => row.term?.days },
    {
      id: 'from',
      header: t('from'),
      width: 150,
      value: (row) => row.from ?? row.gap,
      render: (row) => (row.from ? t(`source.${row.from}`) : t(`gap.${row.gap ?? 'no-term'}`)),
      hidden: !missing,
    },
    ...(currency === null
      ? [{ id: 'currency', header: bill.column('currency'), width: 80, value: (row: AllocationLine) => row.currency }]
      : []),
    { id: 'amount', header: t('amount'), kind: 'amount', width: 112, currency, value: (row) => row.amount },
    ...STAGES.slice(0, 3).map((stage): DataColumn<AllocationLine> => ({
      id: stage,
      header: t(`stage.${stage}`),
      kind: 'amount',
      width: 128,
      currency,
      value: (row) => row.standing?.[stage].total,
    })),
  ];
  const dropped = new Set(missing ? ['first', 'last', 'days', 'opening', 'month', 'remaining'] : []);
  return all.filter(({ id }) => !dropped.has(id)).map((column) => ({ ...column, sortable: sortable(column.id) }));
}
