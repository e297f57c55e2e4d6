import type { ReadDb, WriteDb } from '../connection.ts';
import type { KnownLine } from './known-lines.ts';

export interface RegisterRecord {
  batch_id: number;
  row: number;
  register: string;
  vendor: number;
  key_a: number;
  key_b: number;
  content: number;
  /** YYYYMM */
  period: number | null;
  currency: string | null;
  /** JSON of canonical names and exact text. */
  data: string;
}

export function insertRegisterRow(write: WriteDb, record: RegisterRecord): void {
  const columns = Object.keys(record);
  write.run(`INSERT INTO register_row (${columns.join(', ')}) VALUES (${columns.map((c) => `:${c}`).join(', ')})`, record as never);
}

/** The live row of a register with this identity, if any. */
export const registerRowByKey = (read: ReadDb, keyA: number, keyB: number): KnownLine | undefined =>
  read.get('SELECT id, batch_id AS batch, content FROM register_row WHERE key_a = ? AND key_b = ? AND superseded_by IS NULL', [keyA, keyB]);

export const supersedeRegisterRow = (write: WriteDb, id: number, batch: number): void =>
  void write.run('UPDATE register_row SET superseded_by = ? WHERE id = ?', [batch, id]);
