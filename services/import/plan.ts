import type { ReadDb } from '../../db/connection.ts';
import { KIND_CODES, VENDOR_CODES } from '../../db/measures.ts';
import { KnownLines } from '../../db/queries/known-lines.ts';
import { otherParts, periodsOfFormat } from '../../db/queries/scopes.ts';
import type { Format } from '../../domain/formats/format.ts';
import { twinKey } from './parser/identity-hash.ts';
import { MISSING, type Rows } from './parser/protocol.ts';

/** What becomes of a row that could be read. */
export type Decision =
  /** `besides`: the batch of another part that holds an equal row; the two are told apart by their number. */
  { kind: 'new'; besides?: number } | { kind: 'duplicate'; line: number; batch: number } | { kind: 'replaces'; line: number };

export const vendorCode = (format: Pick<Format, 'vendor'>): number => VENDOR_CODES[format.vendor];
export const kindCode = (format: { kind: string }): number => (format.kind === 'statement' ? KIND_CODES.statement : KIND_CODES.detail);

const NEW: Decision = { kind: 'new' };

/** What a file is of its bill: parts of one edition hold different rows, however alike they are. */
export interface PartOf {
  logicalName: string;
  asOf: string;
  part: number;
}

/**
 * Decides row by row whether the book has the line already. The preview and the import ask the same planner, so what
 * was shown is what happens.
 */
export class Planner {
  readonly #known: KnownLines;
  readonly #overlap: Set<number>;
  /** Keys of this call that are not in the book yet (a preview of several files, a dry run), and the file of each. */
  readonly #planned: Map<string, PartOf> | null;
  readonly #own: PartOf;
  /** Batches that hold other parts of the same edition. */
  readonly #siblings: Set<number>;
  #frame: Rows | null = null;
  #twins = new Map<number, Rows['twins'][number]>();

  constructor(read: ReadDb, format: Pick<Format, 'id'>, own: PartOf = WHOLE, planned: Map<string, PartOf> | null = null) {
    this.#known = new KnownLines(read);
    this.#overlap = new Set(periodsOfFormat(read, format.id));
    this.#own = own;
    this.#siblings = new Set(own.part > 0 ? otherParts(read, format.id, own) : []);
    this.#planned = planned;
  }

  /** False where no row of the file can be in the book already. */
  get mayRepeat(): boolean {
    return this.#overlap.size > 0;
  }

  /** What becomes of row `i`; a row that equals one of another part gets the identity of the next of them. */
  decide(rows: Rows, i: number): Decision {
    const keyed = rows.content[i] !== MISSING;
    const besides = !keyed && this.#own.part > 0 && (this.#siblings.size > 0 || this.#planned) ? this.#countOn(rows, i) : 0;
    if (this.#planned) {
      const key = keyOf(rows.keyA[i]!, rows.keyB[i]!);
      if (this.#planned.has(key)) return { kind: 'duplicate', line: 0, batch: 0 };
      this.#planned.set(key, this.#own);
    }
    if (this.#overlap.size === 0) return NEW;
    // A vendor's key may move to another month; a fingerprint holds its month.
    if (!keyed && !this.#overlap.has(rows.period[i]!)) return NEW;
    if (keyed) this.#known.load(this.#overlap);
    const known = this.#known.find(rows.keyA[i]!, rows.keyB[i]!, rows.period[i]!);
    if (!known) return besides > 0 ? { kind: 'new', besides } : NEW;
    return keyed && known.content !== rows.content[i]
      ? { kind: 'replaces', line: known.id }
      : { kind: 'duplicate', line: known.id, batch: known.batch };
  }

  /** Twins are counted within a file; where other parts hold the same row, this file's come after theirs. The batch of the last of those, or 0. */
  #countOn(rows: Rows, i: number): number {
    if (this.#frame !== rows) {
      this.#frame = rows;
      this.#twins = new Map(rows.twins.map((t) => [t.at, t]));
    }
    const twin = this.#twins.get(i) ?? { keyA: rows.keyA[i]!, keyB: rows.keyB[i]!, twin: 0 };
    let before = 0;
    let last = 0;
    for (;;) {
      const sibling = this.#siblingOf(...twinKey(twin.keyA, twin.keyB, before), rows.period[i]!);
      if (sibling === null) break;
      last = sibling;
      before++;
    }
    if (before > 0) [rows.keyA[i], rows.keyB[i]] = twinKey(twin.keyA, twin.keyB, before + twin.twin);
    return last;
  }

  /** The batch of another part that holds this line; 0 for one of this call, null where none does. */
  #siblingOf(keyA: number, keyB: number, period: number): number | null {
    const planned = this.#planned?.get(keyOf(keyA, keyB));
    if (planned) return isSibling(planned, this.#own) ? 0 : null;
    if (!this.#overlap.has(period)) return null;
    const known = this.#known.find(keyA, keyB, period);
    return known !== undefined && this.#siblings.has(known.batch) ? known.batch : null;
  }
}

const WHOLE: PartOf = { logicalName: '', asOf: '', part: 0 };
const keyOf = (keyA: number, keyB: number): string => `${keyA}:${keyB}`;
const isSibling = (a: PartOf, b: PartOf): boolean => a.logicalName === b.logicalName && a.asOf === b.asOf && a.part !== b.part;
