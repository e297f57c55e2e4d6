import type { ReadDb } from '../connection.ts';

/** Views of those batches, as places in VIEWS (domain/formats/views.ts). */
export const viewsOf = (read: ReadDb, batches: readonly number[]): number[] =>
  read
    .all<{ view: number }>('SELECT DISTINCT view FROM batch WHERE id IN (SELECT value FROM json_each(?))', [JSON.stringify(batches)])
    .map((row) => row.view);
