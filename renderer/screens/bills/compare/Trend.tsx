import { Loader, SegmentedControl, Select } from '@mantine/core';
import { useMemo } from 'react';
import type { Output } from '../../../../services/contract/index.ts';
import { grouped } from '../../../app/duration.ts';
import { useCall } from '../../../app/hooks.ts';
import { rowsOf } from '../../../app/usePages.ts';
import { amountText, Chart, DataTable, EmptyState, ErrorState, minorPlaces, type ChartOption, type DataColumn } from '../../../ui/index.ts';
import { position } from '../share.ts';
import { inside, TRENDS } from './place.ts';
import { ByPicker, CurrencyPicker } from './Sides.tsx';
import type { CompareState } from './useCompare.ts';
import { useCompareWords } from './words.ts';

type Told = Output<'analysis/trend'>;
type Currency = Told['currencies'][number];
interface Row {
  id: string;
  name: string;
  /** Undefined: the rest, which is no group. */
  value: string | null | undefined;
  amounts: readonly (string | null)[];
  total: string | null;
}
const TOP = 5;

/** Months side by side, split by the largest groups of a column; the same figures exactly in the table below. */
export function Trend({ state }: { state: CompareState }) {
  const { t, column, value } = useCompareWords();
  const { place, change, period, where, currency } = state;
  const asked = useCall('analysis/trend', { to: period, months: place.months, by: place.by, top: TOP, where, currency }, { keep: true });
  const by = asked.data?.by ?? place.by;
  const told = useMemo(() => (asked.data ? fromFirst(asked.data) : undefined), [asked.data]);
  const own = told?.currencies.find((c) => c.currency === currency);
  const rows = useMemo(
    () =>
      own
        ? rowsFrom(
            own,
            (v) => value(by, v),
            (n) => t('rest', { n: grouped(n) }),
          )
        : [],
    [own, by, value, t],
  );
  const places = minorPlaces(currency);
  const option = useMemo(
    () => chartOf(told?.periods ?? [], rows, own, place.lines, (a) => `${amountText(a, places)} ${currency ?? ''}`),
    [told, rows, own, place.lines, places, currency],
  );
  const columns = useMemo(
    (): DataColumn<Row>[] => [
      { id: 'name', header: column(by), grow: true, width: 180, value: (r) => r.name },
      ...(told?.periods ?? []).map((month, i): DataColumn<Row> => ({
        id: month,
        header: month,
        kind: 'amount',
        width: 120,
        value: (r) => r.amounts[i] ?? null,
      })),
      { id: 'total', header: t('total'), kind: 'amount', width: 140, currency, value: (r) => r.total },
    ],
    [told, by, column, t, currency],
  );
  return (
    <>
      {asked.error && <ErrorState error={asked.error} retry={asked.retry} />}
      {own && (
        <div className="compare-top trend">
          <Chart
            option={option}
            label={t('trendOf', { by: column(by) })}
            name={`trend-${by}-${period}`}
            height={240}
            table={{
              columns: [column('period'), ...rows.map((r) => r.name), `${t('total')} ${currency}`],
              rows: (told?.periods ?? []).map((month, i) => [
                month,
                ...rows.map((r) => amountText(r.amounts[i] ?? null, places)),
                amountText(own.totals[i] ?? null, places),
              ]),
            }}
          />
        </div>
      )}
      <DataTable
        id="trend"
        label={t('trendOf', { by: column(by) })}
        columns={columns}
        source={rowsOf(rows, asked)}
        rowId={(r) => r.id}
        onOpen={(row) => row.value !== undefined && change(inside(place, row.value))}
        totals={
          own
            ? {
                label: t('total'),
                values: { total: own.total, ...Object.fromEntries((told?.periods ?? []).map((month, i) => [month, own.totals[i]])) },
              }
            : null
        }
        toolbar={
          <>
            <Select
              aria-label={t('months')}
              w={130}
              allowDeselect={false}
              value={String(place.months)}
              onChange={(months) => change({ months: Number(months) })}
              data={TRENDS.map((months) => ({ value: String(months), label: t('span', { count: months }) }))}
            />
            <ByPicker state={state} label={t('splitBy')} />
            <SegmentedControl
              aria-label={t('draw')}
              value={place.lines ? 'lines' : 'bars'}
              onChange={(draw) => change({ lines: draw === 'lines' })}
              data={[
                { value: 'bars', label: t('bars') },
                { value: 'lines', label: t('asLines') },
              ]}
            />
            <CurrencyPicker state={state} />
            {asked.refreshing && <Loader size={14} aria-label={t('loading')} />}
          </>
        }
        empty={<EmptyState title={t('noMonths')} text={t('noMonthsText')} />}
      />
    </>
  );
}

/** Without the months before the first bill of the book that fits. */
function fromFirst(told: Told): Told {
  const first = Math.max(
    0,
    told.periods.findIndex((_, i) => told.currencies.some((c) => c.totals[i] !== null)),
  );
  const cut = <T,>(list: readonly T[]): T[] => list.slice(first);
  return {
    ...told,
    periods: cut(told.periods),
    currencies: told.currencies.map((c) => ({
      ...c,
      totals: cut(c.totals),
      series: c.series.map((s) => ({ ...s, amounts: cut(s.amounts) })),
      rest: c.rest && { ...c.rest, amounts: cut(c.rest.amounts) },
    })),
  };
}

function rowsFrom(own: Currency, name: (value: string | null) => string, rest: (groups: number) => string): Row[] {
  return [
    ...own.series.map((s, i): Row => ({ id: `${i}`, name: name(s.value), value: s.value, amounts: s.amounts, total: s.total })),
    ...(own.rest ? [{ id: 'rest', name: rest(own.rest.groups), value: undefined, amounts: own.rest.amounts, total: own.rest.total }] : []),
  ];
}

function chartOf(
  periods: readonly string[],
  rows: readonly Row[],
  own: Currency | undefined,
  lines: boolean,
  text: (amount: string | null) => string,
): ChartOption {
  const series = rows.map((row) => ({
    name: row.name,
    ...(lines
      ? { type: 'line' as const, symbolSize: 5, connectNulls: false, data: row.amounts.map((a) => (a === null ? null : position(a))) }
      : { type: 'bar' as const, stack: 'all', barMaxWidth: 40, data: row.amounts.map(position) }),
    ...(row.value === undefined ? { color: '--fill', itemStyle: { color: '--fill' } } : {}),
  }));
  return {
    legend: { type: 'plain' },
    grid: { left: 4, right: 8, top: 34, bottom: 4, outerBoundsMode: 'same' },
    xAxis: { type: 'category', data: [...periods] },
    yAxis: { type: 'value', splitNumber: 4 },
    tooltip: {
      axisPointer: { type: lines ? 'line' : 'shadow' },
      formatter: (given: unknown) => {
        const place = Array.isArray(given) ? (given as { dataIndex: number }[])[0]?.dataIndex : undefined;
        if (place === undefined) return '';
        return [
          `${periods[place] ?? ''}  ${text(own?.totals[place] ?? null)}`,
          ...rows.filter((r) => r.amounts[place] !== null).map((r) => `${r.name}  ${text(r.amounts[place] ?? null)}`),
        ].join('\n');
      },
    },
    series,
  };
}
