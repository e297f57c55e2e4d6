import { MEASURE_NAMES, type MeasureName } from '../../domain/formats/fields.ts';
import type { Column } from '../../domain/bill/columns.ts';
import { fromBlocks } from '../blocks/answer.ts';
import { groupsOf } from '../blocks/groups.ts';
import type { ReadDb } from '../connection.ts';
import { sumRows } from '../exact-sum.ts';
import { Binder } from './binder.ts';
import { groupKey, groupText, sqlColumn } from './bills-columns.ts';
import { whereOf, type BillScope } from './bills-filter.ts';
import { sumColumns, sumOrder, sumsOf, type Sum, type Sums } from './bills-sums.ts';

export interface Group {
  /** Texts in the order of the group columns; null where the lines have none. */
  values: (string | null)[];
  lines: number;
  sums: Sums;
}

export interface GroupSort {
  /** A group column's place, a measure, or the number of lines. */
  by: number | MeasureName | 'lines';
  descending: boolean;
}

/**
 * Groups with their exact sums. Lines are grouped by ids; texts are looked up once per group. Missing values sort last.
 * @param limit - at most so many groups; ask for one more to learn whether there are more.
 */
export function billGroups(read: ReadDb, scope: BillScope, columns: readonly Column[], sort: readonly GroupSort[], limit: number): Group[] {
  return fromBlocks(
    read,
    () => groupsOf(read, scope, columns, MEASURE_NAMES, sort, limit),
    () => plainGroups(read, scope, columns, sort, limit),
  );
}

/** The same from the lines themselves. */
export function plainGroups(
  read: ReadDb,
  scope: BillScope,
  columns: readonly Column[],
  sort: readonly GroupSort[],
  limit: number,
): Group[] {
  const binder = new Binder();
  const sql = columns.map(sqlColumn);
  const keys = sql.map((c, i) => `${groupKey(binder, c)} AS k${i}`).join(', ');
  const texts = sql.map((c, i) => `${groupText(c, `g.k${i}`)} AS t${i}`).join(', ');
  const where = whereOf(read, scope, binder);
  const most = binder.bind(limit);
  const order = (sum: Sum): string =>
    [
      ...sort.map(({ by, descending }) => {
        const direction = descending ? 'DESC' : 'ASC';
        if (by === 'lines') return `lines ${direction}`;
        return typeof by === 'number' ? `t${by} ${direction} NULLS LAST` : sumOrder(by, sum, direction);
      }),
      // The tail makes the order total, whatever was asked for.
      ...columns.map((_, i) => `t${i} NULLS LAST`),
    ].join(', ');
  const rows = sumRows(
    read,
    (sum) => `
    SELECT ${texts}, g.* FROM (
      SELECT ${keys}, COUNT(*) AS lines, ${sumColumns(sum)} FROM bill_line l WHERE ${where} GROUP BY ${columns.map((_, i) => `k${i}`).join(', ')}
    ) g ORDER BY ${order(sum)} LIMIT ${most}`,
    binder.params,
  );
  return rows.map((row) => ({
    values: columns.map((_, i) => row[`t${i}`] as string | null),
    lines: Number(row['lines']),
    sums: sumsOf(row),
  }));
}
