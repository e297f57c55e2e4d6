import type { ReadDb, WriteDb } from '../connection.ts';

export interface ExportRow {
  id: number;
  at: string;
  what: string;
  file: string;
  format: string;
  rows: number;
  bytes: number;
  sha256: string;
}

/** Every recorded export, newest first. */
export const listExports = (read: ReadDb): ExportRow[] =>
  read.all<ExportRow>('SELECT id, at, what, file, format, rows, bytes, sha256 FROM export ORDER BY id DESC');

/** Records a written file; call it inside the transaction that also appends the audit entry. Returns the new id. */
export const addExport = (write: WriteDb, row: Omit<ExportRow, 'id'>): number =>
  write.run(
    'INSERT INTO export (at, what, file, format, rows, bytes, sha256) VALUES (?, ?, ?, ?, CAST(? AS INTEGER), CAST(? AS INTEGER), ?)',
    [row.at, row.what, row.file, row.format, BigInt(row.rows), BigInt(row.bytes), row.sha256],
  ).id;

export interface BookState {
  seq: number;
  at: string;
  hash: string;
}

/**
 * The newest audit entry that changed the book. Exports and backups only record that a copy was made, so they are
 * passed over: two reports of an unchanged book carry the same state and are the same, byte for byte.
 */
export function bookState(read: ReadDb): BookState | null {
  const row = read.get<{ seq: number; at: string; hash: Buffer }>(
    "SELECT seq, at, hash FROM audit WHERE action NOT IN ('export/report', 'export/bills', 'wht/export', 'wht/saveAttachment', 'book/backup', 'book/verify') ORDER BY seq DESC LIMIT 1",
  );
  return row ? { seq: row.seq, at: row.at, hash: row.hash.toString('hex') } : null;
}
