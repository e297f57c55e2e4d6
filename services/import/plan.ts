import type { ReadDb } from '../../db/connection.ts';
import { KIND_CODES, VENDOR_CODES } from '../../db/measures.ts';
import { lineByKey } from '../../db/queries/lines.ts';
import { periodsOfFormat } from '../../db/queries/scopes.ts';
import type { Format } from '../../domain/formats/format.ts';
import { MISSING, type Rows } from './parser/protocol.ts';

/** What becomes of a row that could be read. */
export type Decision = { kind: 'new' } | { kind: 'duplicate'; line: number; batch: number } | { kind: 'replaces'; line: number };

export const vendorCode = (format: Pick<Format, 'vendor'>): number => VENDOR_CODES[format.vendor];
export const kindCode = (format: { kind: string }): number => (format.kind === 'statement' ? KIND_CODES.statement : KIND_CODES.detail);

const NEW: Decision = { kind: 'new' };

/**
 * Decides row by row whether the book has the line already. The preview and the import ask the same planner, so what
 * was shown is what happens.
 */
export class Planner {
  readonly #read: ReadDb;
  readonly #overlap: Set<number>;
  /** Keys of this call that are not in the book yet (a preview of several files, a dry run). */
  readonly #planned: Set<string> | null;

  constructor(read: ReadDb, format: Pick<Format, 'id'>, planned: Set<string> | null = null) {
    this.#read = read;
    this.#overlap = new Set(periodsOfFormat(read, format.id));
    this.#planned = planned;
  }

  /** False where no row of the file can be in the book already. */
  get mayRepeat(): boolean {
    return this.#overlap.size > 0;
  }

  decide(rows: Rows, i: number): Decision {
    if (this.#planned) {
      const key = `${rows.keyA[i]}:${rows.keyB[i]}`;
      if (this.#planned.has(key)) return { kind: 'duplicate', line: 0, batch: 0 };
      this.#planned.add(key);
    }
    if (this.#overlap.size === 0) return NEW;
    const keyed = rows.content[i] !== MISSING;
    // A vendor's key may move to another month; a fingerprint holds its month.
    if (!keyed && !this.#overlap.has(rows.period[i]!)) return NEW;
    const known = lineByKey(this.#read, rows.keyA[i]!, rows.keyB[i]!);
    if (!known) return NEW;
    return keyed && known.content !== rows.content[i]
      ? { kind: 'replaces', line: known.id }
      : { kind: 'duplicate', line: known.id, batch: known.batch };
  }
}
