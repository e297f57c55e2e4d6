import { monthSums, type MonthSum } from '../../db/queries/analysis-months.ts';
import { sideGroups, textsOf, type SideGroup } from '../../db/queries/analysis-sides.ts';
import { remember } from '../../db/queries/remember.ts';
import { groupColumnOf } from '../../domain/bill/columns.ts';
import { unwrap } from '../../domain/result.ts';
import { addPeriods } from '../../domain/time/plain-date.ts';
import { monthsOf } from '../../domain/analysis/ranges.ts';
import type { Amount } from '../../domain/money/amount.ts';
import type { Output } from '../contract/index.ts';
import type { Handler } from '../runtime/services.ts';
import { amountOrNull, analysisScope } from './scope.ts';

type Currency = Output<'analysis/trend'>['currencies'][number];
type Key = SideGroup['keys'][number];

/** Totals of the months up to `to`, the largest groups of a column over all of them, and what is left beside those. */
export const trend: Handler<'analysis/trend'> = (input, { session }) => {
  const read = session.book().read;
  const scope = analysisScope(input);
  const periods = monthsOf({ from: addPeriods(input.to, 1 - input.months), to: input.to });
  const column = input.by === null ? null : unwrap(groupColumnOf(input.by));
  return remember(read, `trend ${JSON.stringify([scope, periods, column, input.top, input.measure])}`, () => {
    const totals = byCurrency(monthSums(read, scope, periods, input.measure));
    const groups = column === null ? [] : sideGroups(read, scope, [column], input.measure, { before: [], now: periods });
    const currencies = [...totals.keys()].toSorted().map((currency): Currency => {
      const total = rowOf(totals.get(currency)!, periods);
      if (column === null) return { currency, totals: texts(total.months), total: amountOrNull(total.sum), series: [], rest: null };
      const own = groups.filter((g) => g.currency === currency).toSorted(largestFirst);
      const top = own.slice(0, input.top).map((g) => g.keys[0]!);
      const sums = monthSums(read, analysisScope({ ...input, currency }), periods, input.measure, { column, keys: top });
      const values = textsOf(read, column, top);
      const rows = top.map((key) =>
        rowOf(
          sums.filter((s) => sameKey(s.key, key)),
          periods,
        ),
      );
      const left = total.months.map((sum, month) =>
        minus(
          sum,
          rows.map((r) => r.months[month] ?? null),
        ),
      );
      return {
        currency,
        totals: texts(total.months),
        total: amountOrNull(total.sum),
        series: rows.map((row, i) => ({ value: values[i] ?? null, amounts: texts(row.months), total: amountOrNull(row.sum) })),
        rest:
          own.length <= top.length
            ? null
            : {
                groups: own.length - top.length,
                amounts: texts(left),
                total: amountOrNull(
                  minus(
                    total.sum,
                    rows.map((r) => r.sum),
                  ),
                ),
              },
      };
    });
    return { periods, by: input.by, measure: input.measure, currencies };
  });
};

const texts = (sums: readonly (bigint | null)[]): (Amount | null)[] => sums.map(amountOrNull);
const sameKey = (a: Key, b: Key): boolean => a === b;
const size = (n: bigint | null): bigint => (n === null ? -1n : n < 0n ? -n : n);
/** Equal ones in the order of their keys, so that the same ones are shown however they were found. */
const largestFirst = (a: SideGroup, b: SideGroup): number =>
  size(a.now) < size(b.now) ? 1 : size(a.now) > size(b.now) ? -1 : orderKeys(a.keys[0]!, b.keys[0]!);
const orderKeys = (a: Key, b: Key): number => (a === b ? 0 : a === null ? -1 : b === null ? 1 : a < b ? -1 : 1);
const plus = (a: bigint | null, b: bigint | null): bigint | null => (a === null ? b : b === null ? a : a + b);

/** The whole without its parts; missing where the whole is. */
const minus = (whole: bigint | null, parts: readonly (bigint | null)[]): bigint | null =>
  whole === null ? null : parts.reduce<bigint>((left, part) => left - (part ?? 0n), whole);

function byCurrency(sums: readonly MonthSum[]): Map<string, MonthSum[]> {
  const found = new Map<string, MonthSum[]>();
  for (const sum of sums) {
    const own = found.get(sum.currency);
    if (own) own.push(sum);
    else found.set(sum.currency, [sum]);
  }
  return found;
}

/** One figure for each month, and their sum. */
function rowOf(sums: readonly MonthSum[], periods: readonly string[]): { months: (bigint | null)[]; sum: bigint | null } {
  const months = periods.map((period) => sums.filter((s) => s.period === period).reduce<bigint | null>((sum, s) => plus(sum, s.sum), null));
  return { months, sum: months.reduce<bigint | null>(plus, null) };
}
