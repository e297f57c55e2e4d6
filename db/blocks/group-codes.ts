import { intAt, type IntBlock } from './int-block.ts';
import type { Code, Segment } from './segment.ts';

/** A column that lines are grouped by. `same` maps a value to the one that stands for all those that read the same. */
export interface GroupBy {
  column: Code;
  same?: (value: number) => number;
}

/** Lines of a segment that a query is about: the first `count` of `at`. */
export interface Rows {
  at: Int32Array;
  count: number;
}

/** Combinations in one segment that are looked up in a table rather than by hashing. */
const NARROW = 1 << 18;
const SHIFT = 2 ** 26;
/** Ids up to here are looked up in a table of 4 bytes each. */
const MOST_IDS = 1 << 25;

/** Numbers groups from 0 in the order in which they come, over any number of segments. */
export class GroupCodes {
  readonly #by: readonly GroupBy[];
  /** Of each column, the values seen, by their own numbers. */
  readonly #values: number[][];
  readonly #numbers: Numbers[];
  readonly #pairs: PairTable[];
  readonly #narrow = new Int32Array(NARROW);

  constructor(by: readonly GroupBy[]) {
    this.#by = by;
    this.#values = by.map(() => []);
    this.#numbers = by.map(() => new Numbers());
    this.#pairs = by.slice(1).map(() => new PairTable());
  }

  get count(): number {
    return this.#by.length === 0 ? 1 : (this.#pairs.at(-1)?.size ?? this.#values[0]!.length);
  }

  /** Value of a group in column `place`. */
  value(group: number, place: number): number {
    let code = group;
    for (let i = this.#by.length - 1; i > place; i--) code = this.#pairs[i - 1]!.first(code);
    const own = place === 0 ? code : this.#pairs[place - 1]!.second(code);
    return this.#values[place]![own]!;
  }

  /** Writes the group of every row into `into`. */
  assign(segment: Segment, rows: Rows, into: Int32Array): void {
    if (this.#by.length === 0) return void into.fill(0, 0, rows.count);
    const blocks = this.#by.map(({ column }) => segment.ints(column));
    const sizes = blocks.map((b) => b.values?.length ?? Number.POSITIVE_INFINITY);
    const combinations = sizes.reduce((a, b) => a * b, 1);
    if (combinations <= NARROW) this.#assignNarrow(blocks, combinations, rows, into);
    else this.#assignWide(blocks, rows, into);
  }

  #assignNarrow(blocks: readonly IntBlock[], combinations: number, rows: Rows, into: Int32Array): void {
    const table = this.#narrow.fill(-1, 0, combinations);
    const varied = blocks.flatMap(({ codes, values }, place) => (codes ? [{ codes, size: values!.length, place }] : []));
    const { at, count } = rows;
    into.fill(0, 0, count);
    for (const { codes, size } of varied) mix(into, codes as Uint8Array | Uint16Array, size, at, count);
    for (let k = 0; k < count; k++) {
      const place = into[k]!;
      let group = table[place]!;
      if (group < 0) table[place] = group = this.#groupOf(blocks, at[k]!);
      into[k] = group;
    }
  }

  #groupOf(blocks: readonly IntBlock[], row: number): number {
    let code = this.#number(0, intAt(blocks[0]!, row));
    for (let i = 1; i < blocks.length; i++) code = this.#pairs[i - 1]!.code(code, this.#number(i, intAt(blocks[i]!, row)));
    return code;
  }

  #assignWide(blocks: readonly IntBlock[], rows: Rows, into: Int32Array): void {
    this.#numberAll(0, blocks[0]!, rows, into);
    const next = new Int32Array(rows.count);
    for (let i = 1; i < blocks.length; i++) {
      this.#numberAll(i, blocks[i]!, rows, next);
      const pairs = this.#pairs[i - 1]!;
      for (let k = 0; k < rows.count; k++) into[k] = pairs.code(into[k]!, next[k]!);
    }
  }

  #numberAll(place: number, block: IntBlock, { at, count }: Rows, into: Int32Array): void {
    const { codes, values } = block;
    if (codes === null) return void into.fill(count > 0 ? this.#number(place, values![0]!) : 0, 0, count);
    if (values === null) for (let k = 0; k < count; k++) into[k] = this.#number(place, codes[at[k]!]!);
    else {
      // Only values that a row has get a number.
      const numbers = new Int32Array(values.length).fill(-1);
      for (let k = 0; k < count; k++) {
        const code = codes[at[k]!]!;
        let number = numbers[code]!;
        if (number < 0) numbers[code] = number = this.#number(place, values[code]!);
        into[k] = number;
      }
    }
  }

  #number(place: number, raw: number): number {
    const { same } = this.#by[place]!;
    const value = same ? same(raw) : raw;
    const number = this.#numbers[place]!.of(value);
    const values = this.#values[place]!;
    if (number === values.length) values.push(value);
    return number;
  }
}

/** Numbers for values, from 0 in the order in which they come: by a table for ids, which are small. */
class Numbers {
  #table = new Int32Array(1 << 10);
  readonly #others = new Map<number, number>();
  #count = 0;

  of(value: number): number {
    if (value < 0 || value > MOST_IDS) {
      let number = this.#others.get(value);
      if (number === undefined) this.#others.set(value, (number = this.#count++));
      return number;
    }
    if (value >= this.#table.length) {
      const table = new Int32Array(Math.max(value + 1, this.#table.length * 2));
      table.set(this.#table);
      this.#table = table;
    }
    // One more than the number, so that a new table is empty.
    return (this.#table[value] ||= ++this.#count) - 1;
  }
}

function mix(into: Int32Array, codes: Uint8Array | Uint16Array, size: number, at: Int32Array, count: number): void {
  if (codes instanceof Uint8Array) for (let k = 0; k < count; k++) into[k] = into[k]! * size + codes[at[k]!]!;
  else for (let k = 0; k < count; k++) into[k] = into[k]! * size + codes[at[k]!]!;
}

/** Numbers for pairs of numbers below 2^26, from 0 in the order in which they come. */
class PairTable {
  #keys = new Float64Array(1 << 12).fill(-1);
  #codes = new Int32Array(1 << 12);
  #mask = (1 << 12) - 1;
  #parts = new Int32Array(1 << 12);
  size = 0;

  first(code: number): number {
    return this.#parts[2 * code]!;
  }
  second(code: number): number {
    return this.#parts[2 * code + 1]!;
  }

  code(a: number, b: number): number {
    const key = a * SHIFT + b;
    let slot = this.#slot(a, b);
    while (this.#keys[slot] !== key) {
      if (this.#keys[slot] === -1) return this.#add(slot, key, a, b);
      slot = (slot + 1) & this.#mask;
    }
    return this.#codes[slot]!;
  }

  #slot(a: number, b: number): number {
    const mixed = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b);
    return (mixed ^ (mixed >>> 15)) & this.#mask;
  }

  #add(slot: number, key: number, a: number, b: number): number {
    const code = this.size++;
    this.#keys[slot] = key;
    this.#codes[slot] = code;
    if (this.#parts.length < 2 * this.size) {
      const parts = new Int32Array(this.#parts.length * 2);
      parts.set(this.#parts);
      this.#parts = parts;
    }
    this.#parts[2 * code] = a;
    this.#parts[2 * code + 1] = b;
    if (this.size * 2 > this.#mask) this.#grow();
    return code;
  }

  #grow(): void {
    const size = (this.#mask + 1) * 2;
    this.#keys = new Float64Array(size).fill(-1);
    this.#codes = new Int32Array(size);
    this.#mask = size - 1;
    for (let code = 0; code < this.size; code++) {
      const [a, b] = [this.first(code), this.second(code)];
      let slot = this.#slot(a, b);
      while (this.#keys[slot] !== -1) slot = (slot + 1) & this.#mask;
      this.#keys[slot] = a * SHIFT + b;
      this.#codes[slot] = code;
    }
  }
}
