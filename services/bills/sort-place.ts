import type { GroupSort } from '../../db/queries/bills-groups.ts';
import { columnOf, type Column } from '../../domain/bill/columns.ts';
import { refuse, unwrap } from '../../domain/result.ts';
import { say } from '../../domain/words/said.ts';

/** What groups are sorted by: one of their columns by its place, a measure, or `lines`. Refuses a column that they are not grouped by. */
export function sortPlace(name: string, columns: readonly Column[]): GroupSort['by'] {
  if (name === 'lines') return 'lines';
  const column = unwrap(columnOf(name));
  if (column.type === 'measure') return column.name;
  const place = columns.findIndex((c) => c.name === column.name);
  if (place < 0)
    refuse('bills.sort', say`The rows cannot be sorted by “${{ name }}”: they are not grouped by it.`, {
      column: name,
      remedy: 'Sort by a group column, a measure or “lines”.',
    });
  return place;
}
