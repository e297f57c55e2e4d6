import type { Column } from '../../domain/bill/columns.ts';
import { MEASURE_NAMES, type MeasureName } from '../../domain/formats/fields.ts';
import type { ReadDb } from '../connection.ts';
import { MEASURE_COLUMNS } from '../measures.ts';
import type { BillScope } from '../queries/bills-filter.ts';
import type { Group, GroupSort } from '../queries/bills-groups.ts';
import type { Sums } from '../queries/bills-sums.ts';
import { foldScope } from './answer.ts';
import { first } from './first.ts';
import type { Fold } from './fold.ts';
import { readable, type ReadableColumn } from './texts.ts';

/** billGroups from blocks; null where only SQL can tell. Measures that are not asked for are null. */
export function groupsOf(
  read: ReadDb,
  scope: BillScope,
  columns: readonly Column[],
  measures: readonly MeasureName[],
  sort: readonly GroupSort[],
  limit: number,
): Group[] | null {
  const by = columns.map((column) => readable(read, column));
  if (!by.every((column) => column !== null)) return null;
  const fold = foldScope(
    read,
    scope,
    by,
    measures.map((m) => MEASURE_COLUMNS[m]),
  );
  if (!fold) return null;
  const chosen = first(fold.codes.count, limit, comparison(fold, by, sort));
  const texts = by.map((column, place) => column.texts([...new Set(chosen.map((group) => fold.codes.value(group, place)))]));
  return chosen.map((group) => ({
    values: texts.map((of, place) => of.get(fold.codes.value(group, place)) ?? null),
    lines: fold.lines(group),
    sums: Object.fromEntries(MEASURE_NAMES.map((m) => [m, fold.sums.get(MEASURE_COLUMNS[m])?.amount(group) ?? null])) as Sums,
  }));
}

type Comparison = (a: number, b: number) => number;

/** As asked for, then by the texts of every column, so that the order is total; missing values are last. */
function comparison(fold: Fold, by: readonly ReadableColumn[], sort: readonly GroupSort[]): Comparison {
  const byText = by.map((column, place) => textComparison(fold, column, place));
  const parts = sort.map(({ by: what, descending }): Comparison => {
    const sign = descending ? -1 : 1;
    if (what === 'lines') return (a, b) => (fold.lines(a) - fold.lines(b)) * sign;
    if (typeof what === 'number') return (a, b) => byText[what]!(a, b, sign);
    const sum = fold.sums.get(MEASURE_COLUMNS[what])!;
    return (a, b) => sum.compare(a, b, descending);
  });
  parts.push(
    ...byText.map(
      (compare): Comparison =>
        (a, b) =>
          compare(a, b, 1),
    ),
  );
  return (a, b) => {
    for (const part of parts) {
      const order = part(a, b);
      if (order !== 0) return order;
    }
    return 0;
  };
}

function textComparison(fold: Fold, column: ReadableColumn, place: number): (a: number, b: number, sign: number) => number {
  const { codes } = fold;
  // Texts are put in order when two groups are first to be told apart by them.
  let ranks: ((value: number) => number | undefined) | null = null;
  return (a, b, sign) => {
    const [one, other] = [codes.value(a, place), codes.value(b, place)];
    if (one === other) return 0;
    ranks ??= column.ranks(new Set(Array.from({ length: codes.count }, (_, group) => codes.value(group, place))));
    const [before, after] = [ranks(one), ranks(other)];
    if (before === undefined || after === undefined) return before === after ? 0 : before === undefined ? 1 : -1;
    return (before - after) * sign;
  };
}
