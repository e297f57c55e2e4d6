import { useMemo } from 'react';
import { addPeriods } from '../../../../domain/time/plain-date.ts';
import { useCall } from '../../../app/hooks.ts';
import { usePeriod } from '../../../app/place.ts';
import { amountText, Card, Chart, ErrorState, minorPlaces, type ChartOption, type ChartTable } from '../../../ui/index.ts';
import { position } from '../share.ts';
import type { AllocationState } from './useAllocation.ts';
import { useAllocationWords } from './words.ts';

const BEFORE = 5;
const AFTER = 12;
const SERIES = 5;

/** Cost by the months into which it falls, stacked by the largest groups; a bar opens its month. */
export function Months({
  period,
  state,
  scope,
  currency,
}: {
  period: string;
  state: AllocationState;
  scope: NonNullable<AllocationState['scope']>;
  currency: string;
}) {
  const { t, bill } = useAllocationWords();
  const { setPeriod } = usePeriod();
  const [from, to] = [addPeriods(period, -BEFORE), addPeriods(period, AFTER)];
  const asked = useCall(
    'allocation/months',
    { ...scope, from, to, usage: state.usage, groupBy: state.groupBy, limit: SERIES },
    { keep: true },
  );
  const { data } = asked;
  const places = minorPlaces(currency);
  const rows = useMemo(() => (data?.rows ?? []).filter((row) => row.currency === currency), [data, currency]);
  const name = (values: readonly (string | null)[] | null): string =>
    values === null ? t('others') : values.map((value, i) => bill.value(data?.columns[i] ?? '', value)).join(' · ');
  const option = useMemo<ChartOption>(
    () => ({
      grid: { left: 4, right: 8, top: 34, bottom: 4, outerBoundsMode: 'same' },
      legend: { type: 'scroll' },
      xAxis: { type: 'category', data: data?.months ?? [] },
      yAxis: { type: 'value', splitNumber: 3 },
      tooltip: {
        formatter: (params: unknown) => {
          const at = indexOf(params);
          const month = data?.months[at];
          if (!data || month === undefined) return '';
          const lines = rows.flatMap((row) => (row.figures[at] ? [`${name(row.values)}  ${amountText(row.figures[at], places)}`] : []));
          return [month, ...lines, `${t('stage.total')}  ${amountText(data.totals[currency]?.[at] ?? '0', places)} ${currency}`].join('\n');
        },
      },
      series: rows.map((row) => ({
        type: 'bar' as const,
        stack: 'months',
        barMaxWidth: 34,
        name: name(row.values),
        data: row.figures.map((figure, i) => ({
          value: position(figure),
          name: data?.months[i] ?? '',
          itemStyle: { opacity: data?.months[i] === period ? 1 : 0.6 },
        })),
      })),
    }),
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [data, rows, period, places, currency, t],
  );
  const table: ChartTable = {
    columns: [bill.column('period'), ...rows.map((row) => name(row.values)), `${t('stage.total')} ${currency}`],
    rows: (data?.months ?? []).map((month, i) => [
      month,
      ...rows.map((row) => (row.figures[i] ? amountText(row.figures[i], places) : '')),
      amountText(data?.totals[currency]?.[i] ?? '0', places),
    ]),
  };
  return (
    <Card title={t('byMonth')} aside={<span className="unit">{currency}</span>}>
      {asked.error ? (
        <ErrorState error={asked.error} retry={asked.retry} />
      ) : (
        <Chart
          option={option}
          table={table}
          label={t('byMonth')}
          height={190}
          onSelect={(month) => /^\d{4}-\d{2}$/.test(month) && setPeriod(month)}
        />
      )}
    </Card>
  );
}

const indexOf = (params: unknown): number => {
  const first: unknown = Array.isArray(params) ? params[0] : params;
  return typeof first === 'object' && first !== null && 'dataIndex' in first && typeof first.dataIndex === 'number' ? first.dataIndex : -1;
};
