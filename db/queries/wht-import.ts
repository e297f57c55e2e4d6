import type { ReadDb, WriteDb } from '../connection.ts';

/** A file of certificates that was read; `result` is what became of its rows, as JSON. */
export interface WhtImportRow {
  id: number;
  at: string;
  who: string;
  name: string;
  sha256: string;
  profile: string;
  rows: number;
  result: string;
}

/** Newest first; of one content, where its hash is given. */
export const listWhtImports = (read: ReadDb, sha256: string | null = null): WhtImportRow[] =>
  read.all<WhtImportRow>('SELECT * FROM wht_import WHERE ? IS NULL OR sha256 = ? ORDER BY id DESC', [sha256, sha256]);

export const whtImportById = (read: ReadDb, id: number): WhtImportRow | undefined =>
  read.get<WhtImportRow>('SELECT * FROM wht_import WHERE id = ?', [id]);

/** Opens the record, so that certificates can name it; `finishWhtImport` says what became of the rows. */
export const insertWhtImport = (write: WriteDb, row: Omit<WhtImportRow, 'id' | 'result'>): number =>
  write.run(
    "INSERT INTO wht_import (at, who, name, sha256, profile, rows, result) VALUES (:at, :who, :name, :sha256, :profile, :rows, '{}')",
    { ...row },
  ).id;

export const finishWhtImport = (write: WriteDb, id: number, result: unknown): void =>
  void write.run('UPDATE wht_import SET result = ? WHERE id = ?', [JSON.stringify(result), id]);
