import type { Column } from '../../domain/bill/columns.ts';
import type { ReadDb } from '../connection.ts';
import { Binder } from './binder.ts';
import { groupKey, groupText, sqlColumn } from './bills-columns.ts';
import { whereOf, type BillScope } from './bills-filter.ts';
import { remember } from './remember.ts';

/** The values of a column with how many lines have each, the commonest first. */
export function billFacets(read: ReadDb, scope: BillScope, column: Column, limit: number): { value: string | null; lines: number }[] {
  return remember(read, `facets ${limit} ${JSON.stringify([column, scope])}`, () => {
    const binder = new Binder();
    const sql = sqlColumn(column);
    return read.all<{ value: string | null; lines: number }>(
      `SELECT ${groupText(sql, 'g.k')} AS value, g.lines FROM (
         SELECT ${groupKey(binder, sql)} AS k, COUNT(*) AS lines FROM bill_line l WHERE ${whereOf(read, scope, binder)} GROUP BY k
       ) g ORDER BY g.lines DESC, value NULLS LAST LIMIT ${binder.bind(limit)}`,
      binder.params,
    );
  });
}
