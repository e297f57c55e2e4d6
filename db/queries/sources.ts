import { randomBytes } from 'node:crypto';
import type { ReadDb, WriteDb } from '../connection.ts';

export interface ChunkRow {
  seq: number;
  first_row: number;
  rows: number;
  size: number;
  data: Buffer;
}

/** The source with these bytes; made when it is new. `fresh`: its bytes are not kept yet. */
export function sourceId(write: WriteDb, sha256: string, size: number): { id: number; fresh: boolean } {
  const found = write.get<{ id: number; kept: 0 | 1 }>(
    'SELECT id, EXISTS (SELECT 1 FROM source_chunk WHERE source_id = source.id) AS kept FROM source WHERE sha256 = ?',
    [sha256],
  );
  if (found) return { id: found.id, fresh: found.kept === 0 };
  return { id: write.run('INSERT INTO source (sha256, size) VALUES (?, ?)', [sha256, size]).id, fresh: true };
}

export function putChunk(
  write: WriteDb,
  source: number,
  chunk: { seq: number; firstRow: number; rows: number; size: number; data: Uint8Array },
): void {
  write.run('INSERT INTO source_chunk (source_id, seq, first_row, rows, size, data) VALUES (?, ?, ?, ?, ?, ?)', [
    source,
    chunk.seq,
    chunk.firstRow,
    chunk.rows,
    chunk.size,
    chunk.data,
  ]);
}

/** The chunk that holds the row. */
export const chunkOfRow = (read: ReadDb, source: number, row: number): ChunkRow | undefined =>
  read.get('SELECT * FROM source_chunk WHERE source_id = ? AND rows > 0 AND first_row <= ? ORDER BY first_row DESC LIMIT 1', [source, row]);

export const chunksOf = (read: ReadDb, source: number): IterableIterator<ChunkRow> =>
  read.iterate<ChunkRow>('SELECT * FROM source_chunk WHERE source_id = ? ORDER BY seq', [source]);

/** A place for rows kept as text, before their hash is known. */
export const newRowsSource = (write: WriteDb): number =>
  write.run('INSERT INTO source (sha256, size) VALUES (?, 0)', [randomBytes(32).toString('hex')]).id;

/** Gives the kept rows their hash; the same rows kept before are used instead. Returns the source that stays. */
export function settleRowsSource(write: WriteDb, id: number, sha256: string): number {
  const same = write.get<{ id: number }>('SELECT id FROM source WHERE sha256 = ?', [sha256]);
  if (same) {
    write.run('DELETE FROM source_chunk WHERE source_id = ?', [id]);
    write.run('DELETE FROM source WHERE id = ?', [id]);
    return same.id;
  }
  write.run('UPDATE source SET sha256 = ?, size = (SELECT COALESCE(SUM(size), 0) FROM source_chunk WHERE source_id = ?) WHERE id = ?', [
    sha256,
    id,
    id,
  ]);
  return id;
}
