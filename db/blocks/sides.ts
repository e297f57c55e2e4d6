import type { Column } from '../../domain/bill/columns.ts';
import type { MeasureName } from '../../domain/formats/fields.ts';
import type { ReadDb } from '../connection.ts';
import { MEASURE_COLUMNS } from '../measures.ts';
import type { AnalysisScope } from '../queries/analysis-scope.ts';
import type { SideGroup, Sides } from '../queries/analysis-sides.ts';
import { periodCode } from '../queries/bills-columns.ts';
import { NO_CURRENCY } from '../queries/bills-sums.ts';
import { foldParts } from './answer.ts';
import type { Fold } from './fold.ts';
import { CURRENCY, keyColumn, PERIOD } from './keys.ts';

/** sideGroups from blocks; null where only SQL can tell. */
export function sidesOf(
  read: ReadDb,
  scope: AnalysisScope,
  columns: readonly Column[],
  measure: MeasureName,
  sides: Sides,
): SideGroup[] | null {
  const keys = columns.map((column) => keyColumn(read, column));
  const currency = keyColumn(read, CURRENCY)!;
  if (!keys.every((key) => key !== null)) return null;
  const period = keyColumn(read, PERIOD)!;
  const money = MEASURE_COLUMNS[measure];
  const isNow = new Set(sides.now);
  const parts = [sides.before.filter((month) => !isNow.has(month)), sides.now].map((months) => [
    period.among(months.map((month) => BigInt(periodCode(month)))),
  ]);
  // The few currencies first: then the pairs to be told apart are as many as the groups.
  const folds = foldParts(read, { ...scope, period: null }, [currency, ...keys], [money], parts);
  if (!folds) return null;
  const [before, now] = folds as [Fold, Fold];
  const { codes } = before;
  const [sumBefore, sumNow] = [before.sums.get(money)!, now.sums.get(money)!];
  const currencies = textsIn(before, 0, currency.texts);
  return Array.from({ length: codes.count }, (_, group) => ({
    keys: keys.map((key, place) => key.key(codes.value(group, place + 1))),
    currency: currencies.get(codes.value(group, 0)) ?? NO_CURRENCY,
    before: sumBefore.scaled(group),
    now: sumNow.scaled(group),
    linesBefore: before.lines(group),
    linesNow: now.lines(group),
  }));
}

/** Texts of every value that the groups have in column `place`. */
export function textsIn(
  fold: Fold,
  place: number,
  texts: (values: readonly number[]) => Map<number, string | null>,
): Map<number, string | null> {
  const values = new Set<number>();
  for (let group = 0; group < fold.codes.count; group++) values.add(fold.codes.value(group, place));
  return texts([...values]);
}
