import type { Column } from '../../domain/bill/columns.ts';
import type { MeasureName } from '../../domain/formats/fields.ts';
import type { Period } from '../../domain/time/plain-date.ts';
import type { ReadDb } from '../connection.ts';
import { MEASURE_COLUMNS } from '../measures.ts';
import type { AnalysisScope } from '../queries/analysis-scope.ts';
import { periodText } from '../queries/bills-columns.ts';
import { NO_CURRENCY } from '../queries/bills-sums.ts';
import { foldScope, rowsOf } from './answer.ts';
import { testsOf } from './compile.ts';
import { CURRENCY, inPeriods, keyColumn, PERIOD, type Key } from './keys.ts';
import { textsIn } from './sides.ts';
import { blockSets, segmentsOf } from './store.ts';

/** A column that sums are told by; only lines with one of `among`, where that is given. */
interface KeyedBy {
  column: Column;
  among: readonly Key[] | null;
}

/** A sum in 10^-10 by month, currency and keys. */
interface KeyedMonth {
  period: Period;
  currency: string;
  keys: Key[];
  sum: bigint | null;
  lines: number;
}

/** Sums by month, currency and further columns, in no order; null where only SQL can tell. */
export function keyedMonths(
  read: ReadDb,
  scope: AnalysisScope,
  periods: readonly Period[],
  measure: MeasureName,
  by: readonly KeyedBy[],
): KeyedMonth[] | null {
  const keys = by.map(({ column }) => keyColumn(read, column));
  if (!keys.every((key) => key !== null)) return null;
  const [period, currency] = [keyColumn(read, PERIOD)!, keyColumn(read, CURRENCY)!];
  const money = MEASURE_COLUMNS[measure];
  const tests = keys.flatMap((key, i) => (by[i]!.among ? [key.among(by[i]!.among)] : []));
  const fold = foldScope(read, inPeriods(scope, periods), [period, currency, ...keys], [money], tests);
  if (!fold) return null;
  const { codes } = fold;
  const currencies = textsIn(fold, 1, currency.texts);
  const sum = fold.sums.get(money)!;
  return Array.from({ length: codes.count }, (_, group) => ({
    period: periodText(codes.value(group, 0)),
    currency: currencies.get(codes.value(group, 1)) ?? NO_CURRENCY,
    keys: keys.map((key, place) => key.key(codes.value(group, place + 2))),
    sum: sum.scaled(group),
    lines: fold.lines(group),
  }));
}

/** Ids of the lines that have one of the keys in every column; null where only SQL can tell, or where there are more than `most`. */
export function linesAmong(
  read: ReadDb,
  scope: AnalysisScope,
  periods: readonly Period[],
  by: readonly { column: Column; among: readonly Key[] }[],
  most: number,
): number[] | null {
  const sets = blockSets(read);
  const asked = sets && testsOf(read, inPeriods(scope, periods));
  const keys = by.map(({ column }) => keyColumn(read, column));
  if (!sets || !asked || !keys.every((key) => key !== null)) return null;
  const tests = [...asked, ...keys.map((key, i) => key.among(by[i]!.among))];
  const ids: number[] = [];
  for (const set of sets)
    for (const segment of segmentsOf(read, set)) {
      const { at, count } = rowsOf(segment, tests);
      if (ids.length + count > most) return null;
      for (let k = 0; k < count; k++) ids.push(segment.firstId + at[k]!);
    }
  return ids;
}
