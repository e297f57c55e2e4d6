import { canonicalJson } from '../../db/audit.ts';
import type { WriteDb } from '../../db/connection.ts';
import { insertRegisterRow, registerRowByKey, supersedeRegisterRow } from '../../db/queries/registers.ts';
import type { RegisterFormat } from '../../domain/formats/format.ts';
import type { RegisterRow } from './parser/protocol.ts';
import { vendorCode } from './plan.ts';

/** Writes rows of a list beside the bill; a changed row takes the place of the earlier one with its key. */
export class RegisterWriter {
  readonly #write: WriteDb;
  readonly #format: RegisterFormat;
  readonly #batch: number;

  constructor(write: WriteDb, format: RegisterFormat, batch: number) {
    this.#write = write;
    this.#format = format;
    this.#batch = batch;
  }

  /** Null when the row went in; else the batch through which the book knows it already. */
  add(row: RegisterRow): number | null {
    const known = registerRowByKey(this.#write, row.keyA, row.keyB);
    if (known && known.content === row.content) return known.batch;
    if (known) supersedeRegisterRow(this.#write, known.id, this.#batch);
    insertRegisterRow(this.#write, {
      batch_id: this.#batch,
      row: row.row,
      register: this.#format.register,
      vendor: vendorCode(this.#format),
      key_a: row.keyA,
      key_b: row.keyB,
      content: row.content,
      period: row.period,
      currency: row.currency,
      data: canonicalJson(row.data),
    });
    return null;
  }
}
