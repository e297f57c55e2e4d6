import type { ReadDb, WriteDb } from '../connection.ts';

export interface WatchedRow {
  sha256: string;
  file: string;
  at: string;
  result: 'imported' | 'refused';
  /** JSON: ids of the batches that came of it. */
  batches: string;
  /** JSON: why it was refused. */
  error: string | null;
}

export const watchedBytes = (read: ReadDb, sha256: string): WatchedRow | undefined =>
  read.get('SELECT * FROM watched WHERE sha256 = ?', [sha256]);

export function putWatched(write: WriteDb, row: WatchedRow): void {
  write.run(
    `INSERT INTO watched (sha256, file, at, result, batches, error) VALUES (:sha256, :file, :at, :result, :batches, :error)
     ON CONFLICT (sha256) DO UPDATE SET
       file = excluded.file, at = excluded.at, result = excluded.result, batches = excluded.batches, error = excluded.error`,
    { ...row },
  );
}

/** True where such a refusal was on record. */
export const forgetRefused = (write: WriteDb, sha256: string): boolean =>
  write.run("DELETE FROM watched WHERE sha256 = ? AND result = 'refused'", [sha256]).changes > 0;

/** Every batch of these very bytes, undone ones too. */
export const batchesOfBytes = (read: ReadDb, sha256: string): { id: number; imported_at: string }[] =>
  read.all('SELECT batch.id, imported_at FROM batch JOIN source ON source.id = batch.source_id WHERE source.sha256 = ? ORDER BY batch.id', [
    sha256,
  ]);

/** Counts of the batches, and whether all of them were undone. */
export function sumOfBatches(read: ReadDb, ids: readonly number[]): { imported: number; rejected: number; undone: boolean } {
  const sum = read.get<{ imported: number; rejected: number; active: number }>(
    `SELECT coalesce(sum(imported), 0) AS imported, coalesce(sum(rejected), 0) AS rejected, coalesce(sum(state = 'active'), 0) AS active
     FROM batch WHERE id IN (SELECT value FROM json_each(?))`,
    [JSON.stringify(ids)],
  )!;
  return { imported: sum.imported, rejected: sum.rejected, undone: ids.length > 0 && sum.active === 0 };
}
