import type { Column } from '../../domain/bill/columns.ts';
import type { MeasureName } from '../../domain/formats/fields.ts';
import type { ReadDb } from '../connection.ts';
import { MEASURE_COLUMNS } from '../measures.ts';
import type { AnalysisScope } from '../queries/analysis-scope.ts';
import type { SideGroup, Sides } from '../queries/analysis-sides.ts';
import { periodCode } from '../queries/bills-columns.ts';
import { NO_CURRENCY } from '../queries/bills-sums.ts';
import { foldScope } from './answer.ts';
import type { Fold } from './fold.ts';
import type { GroupBy } from './group-codes.ts';
import { CURRENCY, inPeriods, keyColumn } from './keys.ts';

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
  const isNow = new Set(sides.now.map(periodCode));
  const side: GroupBy = { column: 'period', same: (period) => (isNow.has(period) ? 1 : 0) };
  const money = MEASURE_COLUMNS[measure];
  const fold = foldScope(read, inPeriods(scope, [...sides.before, ...sides.now]), [...keys, currency, side], [money]);
  if (!fold) return null;
  const { codes } = fold;
  const sum = fold.sums.get(money)!;
  const currencies = textsIn(fold, keys.length, currency.texts);
  const groups: SideGroup[] = [];
  for (let group = 0; group < codes.count; group++) {
    const one = (groups[codes.head(group)] ??= {
      keys: keys.map((key, place) => key.key(codes.value(group, place))),
      currency: currencies.get(codes.value(group, keys.length)) ?? NO_CURRENCY,
      before: null,
      now: null,
      linesBefore: 0,
      linesNow: 0,
    });
    if (codes.value(group, keys.length + 1) === 1) {
      one.now = sum.scaled(group);
      one.linesNow = fold.lines(group);
    } else {
      one.before = sum.scaled(group);
      one.linesBefore = fold.lines(group);
    }
  }
  return groups;
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
