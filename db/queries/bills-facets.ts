import type { Column } from '../../domain/bill/columns.ts';
import { fromBlocks } from '../blocks/answer.ts';
import { groupsOf } from '../blocks/groups.ts';
import type { ReadDb } from '../connection.ts';
import { Binder } from './binder.ts';
import { groupKey, groupText, sqlColumn } from './bills-columns.ts';
import { whereOf, type BillScope } from './bills-filter.ts';
import { remember } from './remember.ts';

export interface Facet {
  value: string | null;
  lines: number;
}

/** The values of a column with how many lines have each, the commonest first. */
export function billFacets(read: ReadDb, scope: BillScope, column: Column, limit: number): Facet[] {
  return remember(read, `facets ${limit} ${JSON.stringify([column, scope])}`, () =>
    fromBlocks(
      read,
      () => {
        const groups = groupsOf(read, scope, [column], [], [{ by: 'lines', descending: true }], limit);
        return groups && groups.map(({ values, lines }) => ({ value: values[0] ?? null, lines }));
      },
      () => plainFacets(read, scope, column, limit),
    ),
  );
}

/** The same from the lines themselves. */
export function plainFacets(read: ReadDb, scope: BillScope, column: Column, limit: number): Facet[] {
  const binder = new Binder();
  const sql = sqlColumn(column);
  return read.all<Facet>(
    `SELECT ${groupText(sql, 'g.k')} AS value, g.lines FROM (
       SELECT ${groupKey(binder, sql)} AS k, COUNT(*) AS lines FROM bill_line l WHERE ${whereOf(read, scope, binder)} GROUP BY k
     ) g ORDER BY g.lines DESC, value NULLS LAST LIMIT ${binder.bind(limit)}`,
    binder.params,
  );
}
