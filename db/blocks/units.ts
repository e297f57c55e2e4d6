import type { Column } from '../../domain/bill/columns.ts';
import type { MeasureName } from '../../domain/formats/fields.ts';
import type { ReadDb } from '../connection.ts';
import { MEASURE_COLUMNS } from '../measures.ts';
import type { BillScope } from '../queries/bills-filter.ts';
import { foldScope } from './answer.ts';
import { textsIn } from './sides.ts';
import { readable } from './texts.ts';

/** Sums of a group in whole units of 10^-10, in the order of the measures; null where no line has the figure. */
export interface UnitSumsOf {
  values: (string | null)[];
  lines: number;
  sums: (bigint | null)[];
}

/** Every group of a scope, in no order; null where only SQL can tell. */
export function unitsOf(read: ReadDb, scope: BillScope, columns: readonly Column[], measures: readonly MeasureName[]): UnitSumsOf[] | null {
  const by = columns.map((column) => readable(read, column));
  if (!by.every((column) => column !== null)) return null;
  const money = measures.map((measure) => MEASURE_COLUMNS[measure]);
  const fold = foldScope(read, scope, by, money);
  if (!fold) return null;
  const texts = by.map((column, place) => textsIn(fold, place, column.texts));
  const sums = money.map((column) => fold.sums.get(column)!);
  return Array.from({ length: fold.codes.count }, (_, group) => ({
    values: texts.map((of, place) => of.get(fold.codes.value(group, place)) ?? null),
    lines: fold.lines(group),
    sums: sums.map((sum) => sum.scaled(group)),
  }));
}
