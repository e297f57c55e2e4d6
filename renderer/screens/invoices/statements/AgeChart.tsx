import { SegmentedControl } from '@mantine/core';
import { useMemo } from 'react';
import type { Output } from '../../../../services/contract/index.ts';
import { useParam } from '../../../app/place.ts';
import { amountText, Card, Chart, minorPlaces, type ChartOption } from '../../../ui/index.ts';
import { position } from '../../bills/share.ts';
import type { Bucket } from './buckets.ts';
import { useStatementWords } from './words.ts';

/** What is open by age in one currency; the same as a table behind it. */
export function AgeChart({ data, buckets }: { data: Output<'invoices/ageing'>; buckets: readonly Bucket[] }) {
  const { t } = useStatementWords();
  const [param, setCurrency] = useParam('currency');
  const total =
    data.totals.find((row) => row.currency === param) ?? data.totals.find((row) => row.currency === data.into) ?? data.totals[0];
  const option = useMemo<ChartOption>(() => {
    const places = minorPlaces(total?.currency ?? '');
    const told = (i: number): string => (total ? amountText(buckets[i]?.of(total) ?? '0', places) : '');
    return {
      grid: { left: 4, right: 8, top: 16, bottom: 4, outerBoundsMode: 'same' },
      xAxis: { type: 'category', data: buckets.map((b) => b.label) },
      yAxis: { type: 'value', splitNumber: 3 },
      tooltip: { formatter: (p: unknown) => told((p as { dataIndex: number }).dataIndex) },
      series: [
        {
          type: 'bar',
          barMaxWidth: 56,
          data: buckets.map((b) => ({
            value: total ? position(b.of(total)) : 0,
            itemStyle: { color: b.age === null ? '--series-6' : b.age === 0 ? '--series-1' : '--series-2' },
          })),
        },
      ],
    };
  }, [total, buckets]);
  if (!total) return null;
  const places = minorPlaces(total.currency);
  const label = t('ageing.chart', { currency: total.currency });
  return (
    <div className="age-chart">
      <Card
        title={label}
        aside={
          data.totals.length > 1 ? (
            <SegmentedControl
              aria-label={t('currency')}
              size="xs"
              value={total.currency}
              onChange={setCurrency}
              data={data.totals.map((row) => row.currency)}
            />
          ) : undefined
        }
      >
        <Chart
          label={label}
          name={`ageing-${data.asOf}-${total.currency}`}
          height={150}
          option={option}
          table={{
            columns: [t('ageing.share'), t('fact.open')],
            rows: buckets.map((b) => [b.label, amountText(b.of(total), places)]),
          }}
        />
      </Card>
    </div>
  );
}
