import { useMemo } from 'react';
import type { AllocationRow } from '../../../../services/contract/allocation.ts';
import type { Output } from '../../../../services/contract/index.ts';
import { grouped } from '../../../app/duration.ts';
import { rowsOf } from '../../../app/usePages.ts';
import { DataTable, EmptyState, type DataColumn, type Totals } from '../../../ui/index.ts';
import { exactly } from '../place.ts';
import { Months } from './Months.tsx';
import { Overview } from './Overview.tsx';
import { splitOf, splitsIn, STAGES } from './figures.ts';
import type { AllocationState } from './useAllocation.ts';
import { useAllocationWords } from './words.ts';

export type SummaryData = Output<'allocation/summary'>;

/** The month by groups: what is counted, by what it was paid, and what the totals are held against. */
export function Groups({
  data,
  state,
  period,
  scope,
}: {
  data: SummaryData;
  state: AllocationState;
  period: string;
  scope: NonNullable<AllocationState['scope']>;
}) {
  const { t, bill } = useAllocationWords();
  const { details, show } = state;
  const currency = details.currency ?? (Object.keys(data.totals).length === 1 ? Object.keys(data.totals)[0]! : null);
  const columns = useMemo(() => columnsOf(data, currency, { t, bill }), [data, currency, t, bill]);
  const total = currency === null ? undefined : data.totals[currency];
  const totals: Totals | null = total
    ? {
        label: bill.t('totalsOf', { count: data.rows.length, n: grouped(data.rows.length) }),
        values: {
          ...Object.fromEntries(STAGES.map((stage) => [stage, total[stage].total])),
          ...Object.fromEntries(
            STAGES.slice(0, 3).flatMap((stage) => splitsIn([total]).map((split) => [`${stage}.${split}`, splitOf(total[stage], split)])),
          ),
          effective: currency === null ? null : data.effective[currency],
        },
      }
    : null;
  const open = (row: AllocationRow): void => {
    const own = [...data.columns.map((column, i) => exactly(column, row.values[i] ?? null)), exactly('currency', row.currency)];
    const kept = details.place.where.filter((filter) => !own.some((other) => other.column === filter.column));
    show('lines', { where: [...kept, ...own.slice(0, -1)], currency: row.currency, line: null });
  };
  return (
    <div className="allocation">
      <Overview data={data} currency={currency} show={show} />
      {currency !== null && <Months period={period} state={state} scope={scope} currency={currency} />}
      <DataTable
        id="allocation-groups"
        label={t('groupTable')}
        columns={columns}
        source={rowsOf(data.rows)}
        rowId={(row) => JSON.stringify([row.currency, ...row.values])}
        onOpen={open}
        totals={totals}
        toolbar={<h2 className="allocation-title">{t('groupTable')}</h2>}
        empty={<EmptyState title={t('empty', { period })} text={t('emptyText')} />}
      />
    </div>
  );
}

function columnsOf(
  data: SummaryData,
  currency: string | null,
  { t, bill }: ReturnType<typeof useAllocationWords>,
): DataColumn<AllocationRow>[] {
  const splits = splitsIn(Object.values(data.totals));
  const told = data.rows.some((row) => row.effective !== null);
  return [
    ...data.columns.map((name, i): DataColumn<AllocationRow> => ({
      id: name,
      header: bill.column(name),
      width: 170,
      grow: i === 0,
      value: (row) => row.values[i],
      render: (row) => bill.value(name, row.values[i] ?? null),
    })),
    ...(currency === null
      ? [{ id: 'currency', header: bill.column('currency'), width: 80, value: (row: AllocationRow) => row.currency }]
      : []),
    ...STAGES.map((stage): DataColumn<AllocationRow> => ({
      id: stage,
      header: t(`stage.${stage}`),
      help: t(`help.${stage}`),
      kind: 'amount',
      width: stage === 'opening' ? 172 : 142,
      currency,
      value: (row) => row.standing[stage].total,
    })),
    ...STAGES.slice(0, 3).flatMap((stage) =>
      splits.map((split): DataColumn<AllocationRow> => ({
        id: `${stage}.${split}`,
        header: stage === 'month' ? t(`part.${split}`) : t(`split.${split}`, { stage: t(`stage.${stage}`) }),
        help: t(`split.${split}`, { stage: t(`stage.${stage}`) }),
        kind: 'amount',
        width: stage === 'month' ? 132 : 210,
        currency,
        hidden: stage !== 'month',
        value: (row) => splitOf(row.standing[stage], split),
      })),
    ),
    ...(told
      ? [
          {
            id: 'effective',
            header: t('effective'),
            help: t('help.effective'),
            kind: 'amount' as const,
            width: 150,
            currency,
            value: (row: AllocationRow) => row.effective,
          },
        ]
      : []),
    { id: 'lines', header: bill.t('linesHead'), kind: 'count', value: (row) => row.lines },
  ];
}
