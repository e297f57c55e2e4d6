import { appendAudit } from '../../../db/audit.ts';
import type { WriteDb } from '../../../db/connection.ts';
import type { BatchRow } from '../../../db/queries/batches.ts';
import { putMends, type Mend } from '../../../db/queries/mends.ts';
import type { Context } from '../../runtime/services.ts';
import { KeptRows } from './kept-rows.ts';
import { dialectOf } from './mending.ts';

/** A rejected row that came in with its cells as mended. */
export interface Recorded extends Mend {
  cells: readonly (string | null)[];
}

/** Puts mended rows on record, and the cells that were changed, before and after, in the audit trail. */
export function recordMends(write: WriteDb, of: BatchRow, mends: readonly Recorded[], context: Context): void {
  putMends(write, of.id, mends);
  const kept = new KeptRows(write, of);
  const changes = mends.map(({ row, cells }) => [row, changedCells(of, cells, kept.cells(row) ?? [])] as const);
  appendAudit(write, {
    at: context.session.now(),
    who: context.host.who,
    action: 'import/mend',
    subject: `batch:${of.id}`,
    before: { rows: Object.fromEntries(changes.map(([row, cells]) => [row, pick(cells, 0)])) },
    after: { batch: mends[0]!.batch, rows: Object.fromEntries(changes.map(([row, cells]) => [row, pick(cells, 1)])) },
  });
}

type Change = readonly [column: string, before: string | null, after: string | null];

/** The cells that differ from those of the file; a cell beyond the header is named by its place. */
function changedCells(of: BatchRow, cells: readonly (string | null)[], before: readonly (string | null)[]): Change[] {
  const { headers } = dialectOf(of);
  const name = (i: number): string => headers[i]?.trim() || `column ${i + 1}`;
  const changes: Change[] = [];
  for (let i = 0; i < Math.max(cells.length, before.length); i++)
    if ((cells[i] ?? '') !== (before[i] ?? '')) changes.push([name(i), before[i] ?? null, cells[i] ?? null]);
  return changes;
}

/** The changed cells by column, before (0) or after (1). Two columns of one name are told apart by their place. */
function pick(changes: readonly Change[], side: 0 | 1): Record<string, string | null> {
  const told: Record<string, string | null> = {};
  for (const [column, ...values] of changes)
    told[Object.hasOwn(told, column) ? `${column} (${Object.keys(told).length})` : column] = values[side];
  return told;
}
