import { intAt, type IntBlock } from './int-block.ts';
import type { Code, Segment } from './segment.ts';

/** A column that lines are grouped by. `same` maps a value to the one that stands for all those that read the same. */
export interface GroupBy {
  column: Code | 'order_id';
  same?: (value: number) => number;
  /** What stands in each line where it is no column of numbers. */
  block?: (segment: Segment) => IntBlock;
}

/** Lines of a segment that a query is about: the first `count` of `at`. */
export interface Rows {
  at: Int32Array;
  count: number;
}

/** Combinations in one segment that are looked up in a table rather than by hashing. */
const NARROW = 1 << 18;
/** Ids up to here are looked up in a table of 4 bytes each. */
const MOST_IDS = 1 << 25;

/** Of one segment at a time. */
const narrow = new Int32Array(NARROW);

/** Numbers groups from 0 in the order in which they come, over any number of segments. */
export class GroupCodes {
  readonly #by: readonly GroupBy[];
  /** Of each column, the values seen, by their own numbers. */
  readonly #values: number[][];
  readonly #numbers: Numbers[];
  readonly #keys: KeyTable;
  /** The number of each row in each column, of the segment at hand. */
  #rows: Int32Array[] = [];
  #hashes = new Int32Array(0);

  constructor(by: readonly GroupBy[]) {
    this.#by = by;
    this.#values = by.map(() => []);
    this.#numbers = by.map(() => new Numbers());
    this.#keys = new KeyTable(by.length);
  }

  get count(): number {
    return this.#by.length === 0 ? 1 : this.#by.length === 1 ? this.#values[0]!.length : this.#keys.size;
  }

  /** Value of a group in column `place`. */
  value(group: number, place: number): number {
    return this.#values[place]![this.#by.length === 1 ? group : this.#keys.part(group, place)]!;
  }

  /** Writes the group of every row into `into`. */
  assign(segment: Segment, rows: Rows, into: Int32Array): void {
    if (this.#by.length === 0) return void into.fill(0, 0, rows.count);
    const blocks = this.#by.map(({ column, block }) => (block ? block(segment) : segment.ints(column as Code)));
    const sizes = blocks.map((b) => b.values?.length ?? Number.POSITIVE_INFINITY);
    const combinations = sizes.reduce((a, b) => a * b, 1);
    if (combinations <= NARROW) this.#assignNarrow(blocks, combinations, rows, into);
    else if (blocks.length === 1) this.#numberAll(0, blocks[0]!, rows, into);
    else this.#assignWide(blocks, rows, into);
  }

  #assignNarrow(blocks: readonly IntBlock[], combinations: number, rows: Rows, into: Int32Array): void {
    const table = narrow.fill(-1, 0, combinations);
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
    const parts = blocks.map((block, place) => this.#number(place, intAt(block, row)));
    if (parts.length === 1) return parts[0]!;
    return this.#keys.code(
      parts.map((part) => Int32Array.of(part)),
      0,
      parts.reduce(mixed, 0),
    );
  }

  #assignWide(blocks: readonly IntBlock[], rows: Rows, into: Int32Array): void {
    const { count } = rows;
    if (this.#hashes.length < count) {
      this.#hashes = new Int32Array(count);
      this.#rows = blocks.map(() => new Int32Array(count));
    }
    const hashes = this.#hashes.fill(0, 0, count);
    const numbers = this.#rows;
    blocks.forEach((block, place) => {
      const own = numbers[place]!;
      this.#numberAll(place, block, rows, own);
      for (let k = 0; k < count; k++) hashes[k] = mixed(hashes[k]!, own[k]!);
    });
    const keys = this.#keys;
    for (let k = 0; k < count; k++) into[k] = keys.code(numbers, k, hashes[k]!);
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
  #table = new Int32Array(64);
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

const mixed = (hash: number, part: number): number => {
  const next = Math.imul(hash ^ part, 0x9e3779b1);
  return next ^ (next >>> 15);
};

/** Numbers for keys of several parts, from 0 in the order in which they come. */
class KeyTable {
  readonly #width: number;
  /** Parts of every key, one key after the other. */
  #parts: Int32Array<ArrayBufferLike>;
  #hashes: Int32Array<ArrayBufferLike> = new Int32Array(64);
  /** One more than a key's number; 0 is free. */
  #slots = new Int32Array(256);
  size = 0;

  constructor(width: number) {
    this.#width = width;
    this.#parts = new Int32Array(width * 64);
  }

  part(code: number, place: number): number {
    return this.#parts[code * this.#width + place]!;
  }

  /** The number of the key whose parts stand at `row` of each column. */
  code(columns: readonly Int32Array[], row: number, hash: number): number {
    const mask = this.#slots.length - 1;
    let slot = spread(hash) & mask;
    for (let taken = this.#slots[slot]!; taken !== 0; taken = this.#slots[(slot = (slot + 1) & mask)]!)
      if (this.#hashes[taken - 1] === hash && this.#is(taken - 1, columns, row)) return taken - 1;
    return this.#add(slot, columns, row, hash);
  }

  #is(code: number, columns: readonly Int32Array[], row: number): boolean {
    const width = this.#width;
    const at = code * width;
    for (let i = 0; i < width; i++) if (this.#parts[at + i] !== columns[i]![row]) return false;
    return true;
  }

  #add(slot: number, columns: readonly Int32Array[], row: number, hash: number): number {
    const code = this.size++;
    if (this.size > this.#hashes.length) {
      this.#hashes = doubled(this.#hashes);
      this.#parts = doubled(this.#parts);
    }
    this.#slots[slot] = this.size;
    this.#hashes[code] = hash;
    for (let i = 0; i < this.#width; i++) this.#parts[code * this.#width + i] = columns[i]![row]!;
    if (this.size * 2 > this.#slots.length) this.#grow();
    return code;
  }

  #grow(): void {
    const slots = new Int32Array(this.#slots.length * 2);
    const mask = slots.length - 1;
    for (let code = 0; code < this.size; code++) {
      let slot = spread(this.#hashes[code]!) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = code + 1;
    }
    this.#slots = slots;
  }
}

const spread = (hash: number): number => (hash ^ (hash >>> 17)) >>> 0;

function doubled(values: Int32Array): Int32Array<ArrayBuffer> {
  const more = new Int32Array(values.length * 2);
  more.set(values);
  return more;
}
