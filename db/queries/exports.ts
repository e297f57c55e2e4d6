import type { ReadDb, WriteDb } from '../connection.ts';

export type ExportState = 'running' | 'done' | 'failed' | 'cancelled' | 'interrupted';

export interface ExportRow {
  id: number;
  state: ExportState;
  /** UTC; `endedAt` is null while it runs. */
  startedAt: string;
  endedAt: string | null;
  what: string;
  /** JSON of what was chosen, and of the failure. */
  selection: string | null;
  format: string;
  language: string | null;
  file: string;
  rows: number | null;
  bytes: number | null;
  sha256: string | null;
  error: string | null;
}

const SELECT =
  'SELECT id, state, started_at AS startedAt, ended_at AS endedAt, what, selection, format, language, file, rows, bytes, sha256, error FROM export';

/** Every recorded export, newest first. */
export const listExports = (read: ReadDb): ExportRow[] => read.all<ExportRow>(`${SELECT} ORDER BY id DESC`);

export const exportById = (read: ReadDb, id: number): ExportRow | undefined => read.get<ExportRow>(`${SELECT} WHERE id = ?`, [id]);

export type Begun = Pick<ExportRow, 'startedAt' | 'what' | 'selection' | 'format' | 'language' | 'file'>;

/** Records that an export was begun; call it inside the transaction that also appends the audit entry. Returns its number. */
export const beginExport = (write: WriteDb, row: Begun): number =>
  write.run(
    "INSERT INTO export (state, started_at, what, selection, format, language, file) VALUES ('running', :startedAt, :what, :selection, :format, :language, :file)",
    { ...row },
  ).id;

export type Ended = Pick<ExportRow, 'state' | 'endedAt' | 'rows' | 'bytes' | 'sha256' | 'error'>;

/** Records how a running export ended; false where it is not on the list as running. */
export const endExport = (write: WriteDb, id: number, row: Ended): boolean =>
  write.run(
    "UPDATE export SET state = :state, ended_at = :endedAt, rows = CAST(:rows AS INTEGER), bytes = CAST(:bytes AS INTEGER), sha256 = :sha256, error = :error WHERE id = CAST(:id AS INTEGER) AND state = 'running'",
    { ...row, id },
  ).changes > 0;

/** Records a file that is written already, in one step. Returns the new number. */
export const addExport = (
  write: WriteDb,
  row: { at: string; what: string; file: string; format: string; rows: number; bytes: number; sha256: string },
): number =>
  write.run(
    `INSERT INTO export (state, started_at, ended_at, what, file, format, rows, bytes, sha256)
     VALUES ('done', :at, :at, :what, :file, :format, CAST(:rows AS INTEGER), CAST(:bytes AS INTEGER), :sha256)`,
    { at: row.at, what: row.what, file: row.file, format: row.format, rows: row.rows, bytes: row.bytes, sha256: row.sha256 },
  ).id;

/** Takes a record off the list. */
export const removeExport = (write: WriteDb, id: number): void => void write.run('DELETE FROM export WHERE id = CAST(? AS INTEGER)', [id]);

/** Numbers of the exports that nobody is writing any more: the program ended, or the book was closed, in the middle. */
export const runningExports = (read: ReadDb): number[] =>
  read.all<{ id: number }>("SELECT id FROM export WHERE state = 'running' ORDER BY id").map((row) => row.id);

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
    "SELECT seq, at, hash FROM audit WHERE action NOT LIKE 'export/%' AND action NOT IN ('wht/export', 'wht/saveAttachment', 'book/backup', 'book/verify') ORDER BY seq DESC LIMIT 1",
  );
  return row ? { seq: row.seq, at: row.at, hash: row.hash.toString('hex') } : null;
}
