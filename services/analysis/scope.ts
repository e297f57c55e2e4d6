import type { AnalysisScope } from '../../db/queries/analysis-scope.ts';
import { billTotals, NO_CURRENCY, type Sums } from '../../db/queries/bills-sums.ts';
import type { ReadDb } from '../../db/connection.ts';
import { conditionOf } from '../../domain/bill/filter.ts';
import { monthsOf, type PeriodRange } from '../../domain/analysis/ranges.ts';
import { fromPair } from '../../domain/money/pair.ts';
import type { Amount } from '../../domain/money/amount.ts';
import { unwrap } from '../../domain/result.ts';
import type { Filter } from '../contract/bills.ts';

/** The lines of a call: bill details of any month; refuses unknown columns and unusable filters by name. */
export function analysisScope(input: {
  where: readonly Filter[];
  hideZero?: boolean;
  search?: string;
  currency?: string | null;
}): AnalysisScope {
  const where = [...input.where, ...(input.currency ? [exactly('currency', input.currency)] : [])];
  return {
    where: where.map((f) => unwrap(conditionOf(f))),
    hideZero: input.hideZero ?? false,
    search: input.search ?? '',
    kind: 'detail',
  };
}

/** The filter that holds exactly one value; null, or the code for “no currency”: lines without one. */
export const exactly = (column: string, value: string | null): Filter =>
  value === null || (column === 'currency' && value === NO_CURRENCY) ? { column, op: 'missing', value: '' } : { column, op: 'is', value };

/** Totals per currency over a range of months, added up without any grouping. */
export function rangeTotals(
  read: ReadDb,
  scope: AnalysisScope,
  range: PeriodRange,
): { sums: Record<string, Sums>; lines: Record<string, number> } {
  const months = monthsOf(range);
  const totals =
    months.length === 1
      ? billTotals(read, { ...scope, period: range.from })
      : billTotals(read, {
          ...scope,
          period: null,
          where: [...scope.where, unwrap(conditionOf({ column: 'period', op: 'in', value: months }))],
        });
  return { sums: totals.byCurrency, lines: totals.linesByCurrency };
}

/** An amount of a sum in 10^-10. */
export const amountOf = (scaled: bigint): Amount => fromPair(0n, scaled);
export const amountOrNull = (scaled: bigint | null): Amount | null => (scaled === null ? null : amountOf(scaled));
