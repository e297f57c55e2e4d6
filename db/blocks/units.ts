import type { Column } from '../../domain/bill/columns.ts';
import type { MeasureName } from '../../domain/formats/fields.ts';
import type { ReadDb } from '../connection.ts';
import { MEASURE_COLUMNS } from '../measures.ts';
import type { BillScope } from '../queries/bills-filter.ts';
import { foldScope } from './answer.ts';
import { textsIn } from './sides.ts';
import { readable } from './texts.ts';

/** Sums of a group in whole units of 10^-10, in the order of the measures; null where no line has the figure. */
interface UnitSumsOf {
  values: (string | null)[];
  lines: number;
  sums: (bigint | null)[];
}

/** Every group of a scope, in no order; null where only SQL can tell. */
export function unitsOf(read: ReadDb, scope: BillScope, columns: readonly Column[], measures: readonly MeasureName[]): UnitSumsOf[] | null {
  const by = columns.map((column) => readable(read, column));
  if (!by.every((column) => column !== null)) return null;
  const money = measures.map((measure) => MEASURE_COLUMNS[measure]);
  // The last column first, which is the currency where there is one: the fewer groups are begun with, the fewer pairs are told apart.
  const fold = foldScope(read, scope, by.toReversed(), money);
  if (!fold) return null;
  const places = by.map((_, i) => by.length - 1 - i);
  const texts = by.map((column, i) => textsIn(fold, places[i]!, column.texts));
  const sums = money.map((column) => fold.sums.get(column)!);
  return Array.from({ length: fold.codes.count }, (_, group) => ({
    values: texts.map((of, i) => of.get(fold.codes.value(group, places[i]!)) ?? null),
    lines: fold.lines(group),
    sums: sums.map((sum) => sum.scaled(group)),
  }));
}
