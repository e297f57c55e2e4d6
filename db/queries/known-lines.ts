import type { ReadDb } from '../connection.ts';

export interface KnownLine {
  id: number;
  batch: number;
  content: number | null;
}

/**
 * Live lines by their identity, of the months asked for so far. A file that tells a month again is held against it like the
 * small side of a hash join: that is quicker than an index over 106-bit keys, which every first import would pay for.
 * Eight bytes a place: a check of the key, and the line's id, which is then read whole.
 */
export class KnownLines {
  readonly #read: ReadDb;
  #checks = new Int32Array(1 << 10);
  #ids = new Int32Array(1 << 10);
  #mask = (1 << 10) - 1;
  #size = 0;
  readonly #loaded = new Set<number>();

  constructor(read: ReadDb) {
    this.#read = read;
  }

  /** The live line with this identity, where it stands in this month or in one that was asked for before. */
  find(keyA: number, keyB: number, period: number): KnownLine | undefined {
    if (!this.#loaded.has(period)) this.load([period]);
    const check = checkOf(keyA, keyB);
    for (let slot = check & this.#mask; this.#ids[slot] !== 0; slot = (slot + 1) & this.#mask) {
      if (this.#checks[slot] !== check) continue;
      const line = this.#read.get<KnownLine>(
        'SELECT id, batch_id AS batch, content FROM bill_line WHERE id = ? AND key_a = ? AND key_b = ? AND superseded_by IS NULL',
        [this.#ids[slot]!, keyA, keyB],
      );
      if (line) return line;
    }
    return undefined;
  }

  /** Lines of these months take part from now on. */
  load(periods: Iterable<number>): void {
    for (const period of periods) {
      if (this.#loaded.has(period)) continue;
      this.#loaded.add(period);
      const lines = this.#read.iterateRaw<[number, number, number]>(
        'SELECT id, key_a, key_b FROM bill_line WHERE period = ? AND superseded_by IS NULL',
        [period],
      );
      for (const [id, keyA, keyB] of lines) {
        if ((this.#size + 1) * 4 > (this.#mask + 1) * 3) this.#grow();
        this.#put(checkOf(keyA, keyB), id);
        this.#size++;
      }
    }
  }

  #put(check: number, id: number): void {
    let slot = check & this.#mask;
    while (this.#ids[slot] !== 0) slot = (slot + 1) & this.#mask;
    this.#checks[slot] = check;
    this.#ids[slot] = id;
  }

  #grow(): void {
    const [checks, ids] = [this.#checks, this.#ids];
    this.#mask = this.#mask * 2 + 1;
    this.#checks = new Int32Array(this.#mask + 1);
    this.#ids = new Int32Array(this.#mask + 1);
    for (let slot = 0; slot < ids.length; slot++) if (ids[slot] !== 0) this.#put(checks[slot]!, ids[slot]!);
  }
}

/** 32 of the key's bits: place in the table and first test at once. */
const checkOf = (keyA: number, keyB: number): number => keyA ^ Math.imul(keyB | 0, 0x9e3779b1);
