/**
 * SQLite's record format (“Database File Format”, section 2.1) for rows of integers and texts: the same bytes that an
 * INSERT would store, without handing every value to the library one by one.
 */

/** Stands for NULL in a column of numbers; amounts and keys never reach it. */
export const NULL_NUMBER = Number.MIN_SAFE_INTEGER;

/** Where the values of one table column come from, row by row. */
export type ColumnSource =
  | { kind: 'constant'; value: number | null }
  /** 0 stands for NULL where `zeroIsNull`. */
  | { kind: 'ints'; values: Int32Array; zeroIsNull: boolean }
  /** Integers of up to 53 bits; NULL_NUMBER stands for NULL. */
  | { kind: 'numbers'; values: Float64Array }
  | { kind: 'texts'; values: readonly (string | null)[] };

const CONSTANT = 0;
const INTS = 1;
const IDS = 2;
const NUMBERS = 3;
const TEXTS = 4;

const NO_INTS = new Int32Array(0);
const NO_NUMBERS = new Float64Array(0);
const NO_TEXTS: readonly (string | null)[] = [];

/** Bytes of a cell before its body: payload length, row id, header. */
const MOST_COLUMNS = 120;
const HEAD = 32 + MOST_COLUMNS * 5;
const LARGEST_BODY = 24 << 10;

/** Encodes rows of one table, column by column in the table's order, as cells of a leaf page. */
export class CellWriter {
  #kinds = new Uint8Array(0);
  #constants = NO_NUMBERS;
  #ints: Int32Array[] = [];
  #numbers: Float64Array[] = [];
  #texts: (readonly (string | null)[])[] = [];
  readonly #body = new Uint8Array(LARGEST_BODY + 16);
  readonly #bodyText = Buffer.from(this.#body.buffer);
  readonly #types = new Uint8Array(HEAD);

  /** The last cell; valid until the next call of encode(). */
  readonly cell = new Uint8Array(HEAD + LARGEST_BODY + 16);
  length = 0;

  /** The rows come from these columns from now on. Columns left out at the end are NULL. */
  use(columns: readonly ColumnSource[]): void {
    this.#kinds = Uint8Array.from(columns, (c) =>
      c.kind === 'constant' ? CONSTANT : c.kind === 'numbers' ? NUMBERS : c.kind === 'texts' ? TEXTS : c.zeroIsNull ? IDS : INTS,
    );
    this.#constants = Float64Array.from(columns, (c) => (c.kind === 'constant' ? (c.value ?? NULL_NUMBER) : 0));
    this.#ints = columns.map((c) => (c.kind === 'ints' ? c.values : NO_INTS));
    this.#numbers = columns.map((c) => (c.kind === 'numbers' ? c.values : NO_NUMBERS));
    this.#texts = columns.map((c) => (c.kind === 'texts' ? c.values : NO_TEXTS));
  }

  /** Row `i` of the columns as a cell with this row id. False when it is too long for a page of its own. */
  encode(i: number, rowId: number): boolean {
    const kinds = this.#kinds;
    const types = this.#types;
    const body = this.#body;
    let t = 0;
    let b = 0;
    for (let c = 0; c < kinds.length; c++) {
      let value: number;
      const kind = kinds[c]!;
      if (kind === NUMBERS) value = this.#numbers[c]![i]!;
      else if (kind === IDS) {
        value = this.#ints[c]![i]!;
        if (value === 0) value = NULL_NUMBER;
      } else if (kind === INTS) value = this.#ints[c]![i]!;
      else if (kind === CONSTANT) value = this.#constants[c]!;
      else {
        const text = this.#texts[c]![i] ?? null;
        if (text === null) types[t++] = 0;
        else {
          if (text.length * 3 > LARGEST_BODY - b) return false;
          const length = this.#bodyText.write(text, b, 'utf8');
          b += length;
          t = putVarint(types, t, 13 + 2 * length);
        }
        continue;
      }
      if (value === NULL_NUMBER) types[t++] = 0;
      else if (value === 0) types[t++] = 8;
      else if (value === 1) types[t++] = 9;
      else if (value >= -128 && value <= 127) {
        types[t++] = 1;
        body[b++] = value;
      } else if (value >= -32768 && value <= 32767) {
        types[t++] = 2;
        body[b] = value >> 8;
        body[b + 1] = value;
        b += 2;
      } else if (value >= -8388608 && value <= 8388607) {
        types[t++] = 3;
        body[b] = value >> 16;
        body[b + 1] = value >> 8;
        body[b + 2] = value;
        b += 3;
      } else if (value >= -2147483648 && value <= 2147483647) {
        types[t++] = 4;
        body[b] = value >> 24;
        body[b + 1] = value >> 16;
        body[b + 2] = value >> 8;
        body[b + 3] = value;
        b += 4;
      } else {
        const high = Math.floor(value / 4294967296);
        const low = value | 0;
        if (high >= -32768 && high <= 32767) types[t++] = 5;
        else {
          types[t++] = 6;
          body[b] = high >> 24;
          body[b + 1] = high >> 16;
          b += 2;
        }
        body[b] = high >> 8;
        body[b + 1] = high;
        body[b + 2] = low >> 24;
        body[b + 3] = low >> 16;
        body[b + 4] = low >> 8;
        body[b + 5] = low;
        b += 6;
      }
      if (b > LARGEST_BODY) return false;
    }
    // The header's length counts itself: one byte below 128, two from there.
    const header = t + 1 < 128 ? t + 1 : t + 2;
    const cell = this.cell;
    let p = putVarint(cell, 0, header + b);
    p = putVarint(cell, p, rowId);
    p = putVarint(cell, p, header);
    for (let k = 0; k < t; k++) cell[p + k] = types[k]!;
    p += t;
    for (let k = 0; k < b; k++) cell[p + k] = body[k]!;
    this.length = p + b;
    return true;
  }
}

/** A non-negative integer below 2^53 in SQLite's variable-length form, most significant group first; returns the next position. */
export function putVarint(into: Uint8Array, at: number, value: number): number {
  if (value < 128) {
    into[at] = value;
    return at + 1;
  }
  if (value < 16384) {
    into[at] = 128 | (value >> 7);
    into[at + 1] = value & 127;
    return at + 2;
  }
  let groups = 3;
  for (let limit = 2097152; value >= limit; limit *= 128) groups++;
  let rest = value;
  for (let k = groups - 1; k >= 0; k--) {
    into[at + k] = (rest % 128) | (k === groups - 1 ? 0 : 128);
    rest = Math.floor(rest / 128);
  }
  return at + groups;
}
