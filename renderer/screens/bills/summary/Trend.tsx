import { useMemo } from 'react';
import { exactTotal } from '../../../../domain/bill/total.ts';
import { heldFilter, type HeldTo } from '../../../app/held-to.ts';
import { useCall } from '../../../app/hooks.ts';
import { usePeriod } from '../../../app/place.ts';
import { amountText, Card, Chart, ErrorState, minorPlaces, type ChartOption, type ChartTable } from '../../../ui/index.ts';
import { exactly } from '../place.ts';
import { position } from '../share.ts';
import { useBillWords } from '../words.ts';
import type { VendorName } from './card.ts';

const MONTHS = 12;

/** Payable less coupons over the last periods; a bar opens its period. */
export function Trend({
  currency,
  period,
  vendor,
  account,
  height = 262,
}: {
  currency: string;
  period: string;
  vendor: VendorName | null;
  account: HeldTo;
  height?: number;
}) {
  const { t, column } = useBillWords();
  const { setPeriod } = usePeriod();
  const where = [exactly('currency', currency), ...(vendor ? [exactly('vendor', vendor)] : []), ...heldFilter(account)];
  const asked = useCall(
    'bills/query',
    { where, groupBy: ['period'], sort: [{ column: 'period', descending: true }], limit: 240 },
    { keep: true },
  );
  const points = useMemo(() => {
    const rows = (asked.data?.rows ?? []).map((row) => ({
      period: String(row['period'] ?? ''),
      total: exactTotal({ payable: textOf(row['payable']), coupon: textOf(row['coupon']), flexiCoupon: textOf(row['flexiCoupon']) }),
    }));
    const upTo = Math.max(
      0,
      rows.findIndex((r) => r.period <= period),
    );
    // The shown period stands at the right end, unless that leaves later ones out needlessly.
    return rows
      .slice(Math.max(0, Math.min(upTo, rows.length - MONTHS)), Math.max(0, Math.min(upTo, rows.length - MONTHS)) + MONTHS)
      .reverse();
  }, [asked.data, period]);
  const places = minorPlaces(currency);
  const option = useMemo<ChartOption>(
    () => ({
      grid: { left: 4, right: 8, top: 12, bottom: 4, outerBoundsMode: 'same' },
      xAxis: { type: 'category', data: points.map((p) => p.period) },
      yAxis: { type: 'value', splitNumber: 3 },
      tooltip: {
        axisPointer: { type: 'none' },
        formatter: (params: unknown) => {
          const at = points[indexOf(params)];
          return at ? `${at.period}\n${amountText(at.total, places)} ${currency}` : '';
        },
      },
      series: [
        {
          type: 'bar',
          barMaxWidth: 34,
          data: points.map((p) => ({
            value: position(p.total),
            name: p.period,
            itemStyle: { opacity: p.period === period ? 1 : 0.45, borderRadius: [2, 2, 0, 0] },
          })),
        },
      ],
    }),
    [points, period, places, currency],
  );
  const table: ChartTable = {
    columns: [column('period'), `${t('total')} ${currency}`],
    rows: points.map((p) => [p.period, amountText(p.total, places)]),
  };
  return (
    <Card title={t('trend')} aside={<span className="unit">{currency}</span>}>
      {asked.error ? (
        <ErrorState error={asked.error} retry={asked.retry} />
      ) : (
        <Chart option={option} table={table} label={t('trend')} height={height} onSelect={setPeriod} />
      )}
    </Card>
  );
}

const textOf = (value: string | number | null | undefined): string | null => (typeof value === 'string' ? value : null);
const indexOf = (params: unknown): number => {
  const first: unknown = Array.isArray(params) ? params[0] : params;
  return typeof first === 'object' && first !== null && 'dataIndex' in first && typeof first.dataIndex === 'number' ? first.dataIndex : -1;
};
