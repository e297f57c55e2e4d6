import { useMemo } from 'react';
import { MEASURE_NAMES } from '../../../../domain/formats/fields.ts';
import { heldFilter } from '../../../app/held-to.ts';
import { useCall } from '../../../app/hooks.ts';
import { useWords, type KeyOf } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/summary.json';
import { Card, ErrorState } from '../../../ui/index.ts';
import { exactly } from '../place.ts';
import { Breakdown } from './Breakdown.tsx';
import type { CardProps, Measures, SummaryData } from './card.ts';

type Group = SummaryData['byVendor'][number]['groups'][number];

/** Payable by a column that the summary's own answer is not parted by. Nothing is shown where no line has the column. */
export function QueryBreakdown({
  data,
  currency,
  vendor,
  account,
  measures,
  column,
  word,
  aside,
}: CardProps & { column: string; word: KeyOf<typeof words>; aside?: React.ReactNode }) {
  const t = useWords<typeof words>('summary');
  const where = useMemo(
    () => [exactly('currency', currency), ...(vendor ? [exactly('vendor', vendor)] : []), ...heldFilter(account)],
    [currency, vendor, account],
  );
  const found = useCall('bills/query', { period: data.period, where, groupBy: [column], limit: 1000 }, { keep: true });
  const groups = useMemo(
    () =>
      (found.data?.rows ?? []).map((row): Group => {
        const value = row[column];
        const label = typeof value === 'string' ? value : '';
        return {
          label,
          filter: [...where, exactly(column, label === '' ? null : label)],
          amounts: Object.fromEntries(MEASURE_NAMES.map((m) => [m, typeof row[m] === 'string' ? row[m] : null])) as Measures,
          lines: Number(row['lines']),
        };
      }),
    [found.data, where, column],
  );
  if (found.error)
    return (
      <Card title={t(word)}>
        <ErrorState error={found.error} retry={found.retry} />
      </Card>
    );
  return (
    <Breakdown
      title={t(word)}
      groups={groups}
      column={column}
      currency={currency}
      total={measures.payable}
      account={account}
      aside={aside}
      waiting={found.loading}
    />
  );
}
