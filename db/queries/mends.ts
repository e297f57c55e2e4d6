import type { ReadDb, WriteDb } from '../connection.ts';
import type { RejectRow } from './batches.ts';

/** A rejected row and the row of another batch with which it came in as mended. */
export interface Mend {
  row: number;
  batch: number;
  byRow: number;
}

/** Puts on record that rejected rows of a batch came in as mended. */
export function putMends(write: WriteDb, ofBatch: number, mends: readonly Mend[]): void {
  for (const { row, batch, byRow } of mends)
    write.run('INSERT INTO mend (of_batch, row, batch_id, by_row) VALUES (?, ?, ?, ?)', [ofBatch, row, batch, byRow]);
}

const ACTIVE = "JOIN batch ON batch.id = mend.batch_id AND batch.state = 'active'";

/** How each of the rows came in as mended, through a batch that is active; rows that are still rejected are left out. */
export const mendsOf = (read: ReadDb, ofBatch: number, rows: readonly number[]): Map<number, Mend> =>
  new Map(
    read
      .all<Mend>(
        `SELECT mend.row, mend.batch_id AS batch, mend.by_row AS byRow FROM mend ${ACTIVE}
         WHERE mend.of_batch = ? AND mend.row IN (SELECT value FROM json_each(?))`,
        [ofBatch, JSON.stringify(rows)],
      )
      .map((mend) => [mend.row, mend]),
  );

/** How many rejected rows of each batch are in the book as mended. */
export const mendedCounts = (read: ReadDb): Map<number, number> =>
  new Map(
    read
      .all<{ batch: number; rows: number }>(`SELECT mend.of_batch AS batch, COUNT(*) AS rows FROM mend ${ACTIVE} GROUP BY mend.of_batch`)
      .map(({ batch, rows }) => [batch, rows]),
  );

/** The batch whose rejected rows each batch brought as mended, undone ones included. */
export const mendedBatches = (read: ReadDb): Map<number, number> =>
  new Map(
    read
      .all<{ batch: number; of: number }>('SELECT DISTINCT batch_id AS batch, of_batch AS of FROM mend')
      .map(({ batch, of }) => [batch, of]),
  );

/** The rejected row that came in, as mended, as this row of a batch; undefined for every other row. */
export const mendedAs = (read: ReadDb, batch: number, byRow: number): { batch: number; row: number } | undefined =>
  read.get('SELECT of_batch AS batch, row FROM mend WHERE batch_id = ? AND by_row = ?', [batch, byRow]);

/** Active batches that brought rejected rows of this one as mended. */
export const activeMendsOf = (read: ReadDb, ofBatch: number): number[] =>
  read
    .all<{ batch: number }>(`SELECT DISTINCT mend.batch_id AS batch FROM mend ${ACTIVE} WHERE mend.of_batch = ? ORDER BY 1`, [ofBatch])
    .map((r) => r.batch);

/** What was said of one rejected row; undefined where the batch rejected no such row. */
export const rejectOf = (read: ReadDb, batch: number, row: number): RejectRow | undefined =>
  read.get('SELECT row, "column", value, code, reason, original FROM reject WHERE batch_id = ? AND row = ? ORDER BY ordinal LIMIT 1', [
    batch,
    row,
  ]);

/** Batch and row of a bill line. */
export const rowOfLine = (read: ReadDb, line: number): { batch: number; row: number } | undefined =>
  read.get('SELECT batch_id AS batch, row FROM bill_line WHERE id = ?', [line]);

/** Batch and row of a row of a register. */
export const rowOfRegister = (read: ReadDb, id: number): { batch: number; row: number } | undefined =>
  read.get('SELECT batch_id AS batch, row FROM register_row WHERE id = ?', [id]);

/** Numbers of the rows of a batch that became lines, or rows of a register. */
export const importedRows = (read: ReadDb, batch: number): number[] =>
  read
    .all<{ row: number }>('SELECT row FROM bill_line WHERE batch_id = :batch UNION SELECT row FROM register_row WHERE batch_id = :batch', {
      batch,
    })
    .map((r) => r.row);
