import type { Output } from '../../../services/contract/index.ts';
import { addPeriods } from '../../../domain/time/plain-date.ts';
import { useCall } from '../../app/hooks.ts';

/** Lines of the two months up to which unusual changes are looked for unasked: a fraction of a second. */
const MOST_LINES = 200_000;

/**
 * Unusual changes of the period, asked last of all (`ready`), as every line of two months is read. Of a very large month
 * they are not looked for here: `left` says so, and the line leads to where they are.
 */
export function useUnusual(period: string | null, ready: boolean): { data: Output<'analysis/anomalies'> | undefined; left: boolean } {
  const periods = useCall('bills/periods', {}, { enabled: ready });
  const before = period === null ? null : addPeriods(period, -1);
  const both = (periods.data ?? []).filter((p) => p.period === period || p.period === before);
  const comparable = ready && both.length === 2;
  const large = both.reduce((lines, p) => lines + p.lines, 0) > MOST_LINES;
  const { data } = useCall('analysis/anomalies', { period: period ?? '2000-01', limit: 1 }, { enabled: comparable && !large, keep: true });
  return { data: comparable ? data : undefined, left: comparable && large };
}
