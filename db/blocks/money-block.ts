/**
 * A money column of many lines as it lies in the book: whole numbers in 10^-scale where 53 bits hold them, else the store's
 * pairs of units and fraction (10^-10). Exact either way.
 */
export interface MoneyBlock {
  readonly kind: 'money';
  readonly count: number;
  /** Decimals of `values`; 10 with `fractions`. */
  readonly scale: number;
  /** One number for every line, or one for all of them (length 1). NO_SMALL or NaN stands for a missing figure. */
  readonly values: Int32Array | Float64Array;
  /** Of the pairs; null where `values` tell all. */
  readonly fractions: Float64Array | null;
  /** Every line has the figure. */
  readonly full: boolean;
  /** No sum of any of the values is larger; of units, with `fractions`. */
  readonly most: number;
}

/** A missing figure among 32-bit values; among the others it is NaN. */
export const NO_SMALL = -2147483648;
/** A missing figure in what encodeMoney is given. */
export const NO_FIGURE = Number.MIN_SAFE_INTEGER;

const SMALL = 1;
const WIDE = 2;
const PAIRS = 3;
const HEADER = 6;
const DIVISORS = [1e10, 1e8, 1e6, 1e4, 1e2, 1];
const SAFE = 2 ** 53 - 1;

/** The first `count` pairs as bytes; null where no line has the figure. Units are integers below 2^53. */
export function encodeMoney(units: Float64Array, fractions: Float64Array, count: number): Uint8Array | null {
  let step = 0;
  let divisor = DIVISORS[0]!;
  let present = 0;
  let largest = 0;
  let sumUnits = 0;
  let same = true;
  const [firstUnits, firstFraction] = [units[0]!, fractions[0]!];
  for (let i = 0; i < count; i++) {
    const u = units[i]!;
    if (u === NO_FIGURE) {
      if (firstUnits !== NO_FIGURE) same = false;
      continue;
    }
    const f = fractions[i]!;
    present++;
    if (u !== firstUnits || f !== firstFraction) same = false;
    while (f !== 0 && Math.round(f / divisor) * divisor !== f) divisor = DIVISORS[++step]!;
    const size = u < 0 ? -u : u;
    sumUnits += size;
    if (size > largest) largest = size;
  }
  if (present === 0) return null;
  const full = present === count ? 1 : 0;
  const scale = 2 * step;
  const factor = 10 ** scale;
  if ((largest + 1) * factor > SAFE) {
    const head = [PAIRS, count, 10, full, sumUnits, 2 * count];
    const bytes = pack(head, count * 16);
    const whole = new Float64Array(bytes.buffer, HEADER * 8, count);
    for (let i = 0; i < count; i++) whole[i] = units[i] === NO_FIGURE ? Number.NaN : units[i]!;
    new Float64Array(bytes.buffer, (HEADER + count) * 8, count).set(fractions.subarray(0, count));
    return bytes;
  }
  // A line's fraction is below one unit, so that the sum of sizes is below this, and exact enough as a bound.
  const most = (sumUnits + count) * factor;
  const values = same ? 1 : count;
  const small = (largest + 1) * factor < 2 ** 31;
  const bytes = pack([small ? SMALL : WIDE, count, scale, full, most, values], values * (small ? 4 : 8));
  const into = small ? new Int32Array(bytes.buffer, HEADER * 8, values) : new Float64Array(bytes.buffer, HEADER * 8, values);
  const missing = small ? NO_SMALL : Number.NaN;
  for (let i = 0; i < values; i++) into[i] = units[i] === NO_FIGURE ? missing : units[i]! * factor + fractions[i]! / divisor;
  return bytes;
}

function pack(head: readonly number[], size: number): Uint8Array {
  const bytes = new Uint8Array(HEADER * 8 + size);
  new Float64Array(bytes.buffer, 0, HEADER).set(head);
  return bytes;
}

/** Reads encodeMoney back. The arrays look into `bytes`, which begin at a multiple of eight. */
export function decodeMoney(bytes: Uint8Array): MoneyBlock {
  const [form, count, scale, full, most, values] = new Float64Array(bytes.buffer, bytes.byteOffset, HEADER) as unknown as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const start = bytes.byteOffset + HEADER * 8;
  const base = { kind: 'money', count, scale, full: full === 1, most } as const;
  if (form === SMALL) return { ...base, values: new Int32Array(bytes.buffer, start, values), fractions: null };
  if (form === WIDE) return { ...base, values: new Float64Array(bytes.buffer, start, values), fractions: null };
  if (form !== PAIRS) throw new Error(`A column block has the unknown form ${form}.`);
  return {
    ...base,
    values: new Float64Array(bytes.buffer, start, count),
    fractions: new Float64Array(bytes.buffer, start + count * 8, count),
  };
}
