/**
 * A column of whole numbers (ids of texts, months, days) of up to 65,536 lines, as it lies in the book. Most columns of a bill hold few
 * values: those are told once, and each line has one or two bytes that point to them.
 */
export interface IntBlock {
  readonly kind: 'ints';
  readonly count: number;
  /** The values that `codes` point to; null where `codes` are the values themselves. */
  readonly values: Int32Array | null;
  /** Null: every line has the one value of `values`. */
  readonly codes: Uint8Array | Uint16Array | Int32Array | null;
}

/** Stands for a missing number in a column where 0 is one. */
export const NO_INT = -2147483648;

const ONE = 1;
const BYTES = 2;
const WORDS = 3;
const PLAIN = 4;
const HEADER = 4;

const SLOTS = 1 << 18;
const slotKeys = new Int32Array(SLOTS);
const slotCodes = new Int32Array(SLOTS);
const slotRounds = new Int32Array(SLOTS);
let round = 0;
const found = new Int32Array(65536);
const codesOf = new Uint16Array(65536);

/** The first `count` numbers as bytes. Any length; more than 65,536 lines only where the values are few. */
export function encodeInts(numbers: Int32Array, count: number): Uint8Array {
  const distinct = count <= 65536 ? index(numbers, count) : indexFew(numbers, count);
  if (distinct === 1) return pack(ONE, count, found.subarray(0, 1), null);
  if (distinct > 0 && distinct <= 256) {
    const small = new Uint8Array(count);
    if (count <= 65536) for (let i = 0; i < count; i++) small[i] = codesOf[i]!;
    else for (let i = 0; i < count; i++) small[i] = fewCodes.get(numbers[i]!)!;
    return pack(BYTES, count, found.subarray(0, distinct), small);
  }
  if (distinct > 0 && distinct * 2 <= count) return pack(WORDS, count, found.subarray(0, distinct), codesOf.subarray(0, count));
  return pack(PLAIN, count, null, numbers.subarray(0, count));
}

/** Numbers the values in the order in which they come; fills `found` and `codesOf`. Returns how many there are. */
function index(numbers: Int32Array, count: number): number {
  round++;
  let distinct = 0;
  let last = 0;
  let lastCode = -1;
  for (let i = 0; i < count; i++) {
    const value = numbers[i]!;
    if (value === last && lastCode >= 0) {
      codesOf[i] = lastCode;
      continue;
    }
    let slot = (Math.imul(value, 0x9e3779b1) >>> 14) & (SLOTS - 1);
    while (slotRounds[slot] === round && slotKeys[slot] !== value) slot = (slot + 1) & (SLOTS - 1);
    if (slotRounds[slot] !== round) {
      slotRounds[slot] = round;
      slotKeys[slot] = value;
      slotCodes[slot] = distinct;
      found[distinct++] = value;
    }
    last = value;
    lastCode = slotCodes[slot]!;
    codesOf[i] = lastCode;
  }
  return distinct;
}

let fewCodes = new Map<number, number>();

/** The same for any number of lines; 0 where there are more than 256 values. */
function indexFew(numbers: Int32Array, count: number): number {
  fewCodes = new Map();
  for (let i = 0; i < count; i++) {
    if (fewCodes.has(numbers[i]!)) continue;
    if (fewCodes.size === 256) return 0;
    found[fewCodes.size] = numbers[i]!;
    fewCodes.set(numbers[i]!, fewCodes.size);
  }
  return fewCodes.size;
}

function pack(form: number, count: number, values: Int32Array | null, codes: Uint8Array | Uint16Array | Int32Array | null): Uint8Array {
  const many = values?.length ?? 0;
  const bytes = new Uint8Array((HEADER + many) * 4 + (codes?.byteLength ?? 0));
  const head = new Int32Array(bytes.buffer, 0, HEADER + many);
  head.set([form, count, many]);
  if (values) head.set(values, HEADER);
  if (codes) bytes.set(new Uint8Array(codes.buffer, codes.byteOffset, codes.byteLength), (HEADER + many) * 4);
  return bytes;
}

/** Reads encodeInts back. The arrays look into `bytes`, which begin at a multiple of four. */
export function decodeInts(bytes: Uint8Array): IntBlock {
  const [form, count, many] = new Int32Array(bytes.buffer, bytes.byteOffset, HEADER) as unknown as [number, number, number];
  const start = bytes.byteOffset + HEADER * 4;
  if (form === PLAIN) return { kind: 'ints', count, values: null, codes: new Int32Array(bytes.buffer, start, count) };
  const values = new Int32Array(bytes.buffer, start, many);
  const at = start + many * 4;
  const codes = form === ONE ? null : form === BYTES ? new Uint8Array(bytes.buffer, at, count) : new Uint16Array(bytes.buffer, at, count);
  if (form !== ONE && form !== BYTES && form !== WORDS) throw new Error(`A column block has the unknown form ${form}.`);
  return { kind: 'ints', count, values, codes };
}

/** A block in which every line has this value. */
export const sameInts = (value: number, count: number): IntBlock => ({ kind: 'ints', count, values: Int32Array.of(value), codes: null });

/** Value of one line. */
export function intAt(block: IntBlock, i: number): number {
  const code = block.codes === null ? 0 : block.codes[i]!;
  return block.values === null ? code : block.values[code]!;
}
