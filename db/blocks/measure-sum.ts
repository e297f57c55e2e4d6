import { FRACTION_SCALE, fromPair } from '../../domain/money/pair.ts';
import { amount, type Amount } from '../../domain/money/amount.ts';
import { NO_SMALL, type MoneyBlock } from './money-block.ts';
import type { Rows } from './group-codes.ts';

const SAFE = 2 ** 53 - 1;
const SCALE = 10;
const ONE_UNIT = 1e10;
/** What makes a whole number of 10^-scale one of 10^-10, by its scale. */
const FINE = Array.from({ length: SCALE + 1 }, (_, scale) => 10n ** BigInt(SCALE - scale));

/** The sums of these lines do not fit whole numbers of 53 bits; SQLite's 64 and its halves do. */
export class TooLarge extends Error {}

/**
 * Exact sums of one measure by group. As long as no sum can pass 2^53 they are whole numbers in 10^-scale; from then on
 * units and fractions are added apart, as the store does.
 */
export class MeasureSum {
  #scale = 0;
  #sums: Float64Array;
  /** Fractions in 10^-10, once `#sums` are units. */
  #fractions: Float64Array | null = null;
  #any: Uint8Array;
  /** No sum so far is larger. */
  #most = 0;

  constructor(groups: number) {
    this.#sums = new Float64Array(groups);
    this.#any = new Uint8Array(groups);
  }

  /** Makes room for so many groups. */
  reserve(groups: number): void {
    if (groups <= this.#sums.length) return;
    const size = Math.max(groups, this.#sums.length * 2);
    this.#sums = grown(this.#sums, size);
    if (this.#fractions) this.#fractions = grown(this.#fractions, size);
    const any = new Uint8Array(size);
    any.set(this.#any);
    this.#any = any;
  }

  /** Adds the figures of those rows, each to its group, or takes them away. */
  add(block: MoneyBlock, rows: Rows, groups: Int32Array, sign: 1 | -1 = 1): void {
    if (!this.#fractions) {
      if (block.fractions) this.#split();
      else this.#fit(block);
    }
    if (this.#fractions) this.#addPairs(block, rows, groups, sign);
    else this.#addWhole(block, rows, groups, sign);
  }

  /** Null where no line of the group has the figure. */
  amount(group: number): Amount | null {
    if (this.#any[group] === 0) return null;
    const sum = this.#sums[group]!;
    if (this.#fractions) return fromPair(BigInt(sum), BigInt(this.#fractions[group]!));
    return wholeText(sum, this.#scale);
  }

  /** The sum in whole units of 10^-10; null where no line of the group has the figure. */
  scaled(group: number): bigint | null {
    if (!this.#any[group]) return null;
    const sum = BigInt(this.#sums[group]!);
    if (this.#fractions) return sum * FRACTION_SCALE + BigInt(this.#fractions[group]!);
    return sum * FINE[this.#scale]!;
  }

  /** Order of two groups by this sum, exactly; missing sums are last either way. */
  compare(a: number, b: number, descending: boolean): number {
    if (this.#any[a] !== this.#any[b]) return this.#any[a]! > this.#any[b]! ? -1 : 1;
    let difference = this.#sums[a]! - this.#sums[b]!;
    if (difference === 0 && this.#fractions) difference = this.#fractions[a]! - this.#fractions[b]!;
    return descending ? -difference : difference;
  }

  /** True where the sum of the group is nothing, or none. */
  isZero(group: number): boolean {
    return !this.#any[group] || (this.#sums[group] === 0 && (this.#fractions === null || this.#fractions[group] === 0));
  }

  /** Units and fraction of a sum, of the same sign; null where there is none. */
  pair(group: number): [units: number, fraction: number] | null {
    if (!this.#any[group]) return null;
    const sum = this.#sums[group]!;
    if (this.#fractions) return [sum, this.#fractions[group]!];
    const one = 10 ** this.#scale;
    const units = Math.trunc(sum / one);
    return [units, (sum - units * one) * 10 ** (SCALE - this.#scale)];
  }

  /** All of the first groups together, in 10^-10. */
  total(groups: number): bigint {
    let [units, fractions] = [0n, 0n];
    // Whole numbers of one scale are within 53 bits together; pairs are not bounded so.
    if (this.#fractions)
      for (let g = 0; g < Math.min(groups, this.#sums.length); g++)
        [units, fractions] = [units + BigInt(this.#sums[g]!), fractions + BigInt(this.#fractions[g]!)];
    else return BigInt(this.#sums.subarray(0, groups).reduce((a, b) => a + b, 0)) * FINE[this.#scale]!;
    return units * FRACTION_SCALE + fractions;
  }

  /** What is cut away from a group that is cut toward zero to so many decimals, in one and the same measure for all groups. */
  restOf(group: number, places: number): number {
    if (!this.#any[group]) return 0;
    if (this.#fractions) return this.#fractions[group]! % 10 ** (SCALE - places);
    return this.#sums[group]! % 10 ** Math.max(0, this.#scale - places);
  }

  /** What is cut away from the first groups together, in 10^-10. */
  rest(groups: number, places: number): bigint {
    let rest = 0n;
    let some = 0;
    for (let g = 0; g < groups; g++) {
      some += this.restOf(g, places);
      if (Math.abs(some) < SAFE / 2) continue;
      rest += BigInt(some);
      some = 0;
    }
    return (rest + BigInt(some)) * (this.#fractions ? 1n : FINE[this.#scale]!);
  }

  /** Takes the scale of the block where it is finer, or turns to pairs where sums could pass what is safe. */
  #fit(block: MoneyBlock): void {
    const scale = Math.max(this.#scale, block.scale);
    const most = this.#most * 10 ** (scale - this.#scale) + block.most * 10 ** (scale - block.scale);
    if (most > SAFE) return this.#split();
    if (scale > this.#scale) {
      const factor = 10 ** (scale - this.#scale);
      for (let g = 0; g < this.#sums.length; g++) this.#sums[g] = this.#sums[g]! * factor;
      this.#scale = scale;
    }
    this.#most = most;
  }

  #split(): void {
    const one = 10 ** this.#scale;
    const fine = 10 ** (SCALE - this.#scale);
    const fractions = new Float64Array(this.#sums.length);
    for (let g = 0; g < fractions.length; g++) {
      const units = Math.trunc(this.#sums[g]! / one);
      fractions[g] = (this.#sums[g]! - units * one) * fine;
      this.#sums[g] = units;
    }
    this.#fractions = fractions;
    this.#most = this.#most / one + 1;
  }

  #addWhole(block: MoneyBlock, { at, count }: Rows, groups: Int32Array, sign: 1 | -1): void {
    const { values } = block;
    const factor = sign * 10 ** (this.#scale - block.scale);
    const [sums, any] = [this.#sums, this.#any];
    if (values.length === 1 && block.count > 1) {
      const value = values[0]! * factor;
      for (let k = 0; k < count; k++) {
        const g = groups[k]!;
        sums[g] = sums[g]! + value;
        any[g] = 1;
      }
    } else if (values instanceof Int32Array) addSmall(sums, any, values, factor, at, count, groups);
    else if (block.full && factor === 1) addFull(sums, any, values, at, count, groups);
    else addWide(sums, any, values, factor, at, count, groups);
  }

  #addPairs(block: MoneyBlock, { at, count }: Rows, groups: Int32Array, sign: 1 | -1): void {
    const one = 10 ** block.scale;
    this.#most += block.fractions ? block.most + block.count : block.most / one + block.count;
    if (this.#most > SAFE) throw new TooLarge('Sums pass 53 bits.');
    const [sums, fractions, any, { values }] = [this.#sums, this.#fractions!, this.#any, block];
    const fine = 10 ** (SCALE - block.scale);
    const small = values instanceof Int32Array;
    const single = values.length === 1 && block.count > 1;
    for (let k = 0; k < count; k++) {
      const i = single ? 0 : at[k]!;
      const value = values[i]! * sign;
      if (Number.isNaN(value) || (small && values[i] === NO_SMALL)) continue;
      const g = groups[k]!;
      const units = block.fractions ? value : Math.trunc(value / one);
      any[g] = 1;
      sums[g] = sums[g]! + units;
      fractions[g] = fractions[g]! + (block.fractions ? block.fractions[i]! * sign : (value - units * one) * fine);
    }
    this.#carry();
  }

  /** Whole units go from the fractions to the units, and both take the same sign. */
  #carry(): void {
    const [units, fractions] = [this.#sums, this.#fractions!];
    for (let g = 0; g < units.length; g++) {
      const whole = Math.trunc(fractions[g]! / ONE_UNIT);
      let u = units[g]! + whole;
      let f = fractions[g]! - whole * ONE_UNIT;
      if (u > 0 && f < 0) {
        u--;
        f += ONE_UNIT;
      } else if (u < 0 && f > 0) {
        u++;
        f -= ONE_UNIT;
      }
      units[g] = u;
      fractions[g] = f;
    }
  }
}

function grown(values: Float64Array, size: number): Float64Array<ArrayBuffer> {
  const more = new Float64Array(size);
  more.set(values);
  return more;
}

function addSmall(
  sums: Float64Array,
  any: Uint8Array,
  values: Int32Array,
  factor: number,
  at: Int32Array,
  count: number,
  groups: Int32Array,
) {
  for (let k = 0; k < count; k++) {
    const value = values[at[k]!]!;
    if (value === NO_SMALL) continue;
    const g = groups[k]!;
    sums[g] = sums[g]! + value * factor;
    any[g] = 1;
  }
}

function addWide(
  sums: Float64Array,
  any: Uint8Array,
  values: Float64Array,
  factor: number,
  at: Int32Array,
  count: number,
  groups: Int32Array,
) {
  for (let k = 0; k < count; k++) {
    const value = values[at[k]!]!;
    if (value !== value) continue;
    const g = groups[k]!;
    sums[g] = sums[g]! + value * factor;
    any[g] = 1;
  }
}

function addFull(sums: Float64Array, any: Uint8Array, values: Float64Array, at: Int32Array, count: number, groups: Int32Array): void {
  for (let k = 0; k < count; k++) {
    const g = groups[k]!;
    sums[g] = sums[g]! + values[at[k]!]!;
    any[g] = 1;
  }
}

/** Decimal text of a whole number of 10^-scale, as fromPair writes it. */
function wholeText(sum: number, scale: number): Amount {
  const size = Math.abs(sum);
  const one = 10 ** scale;
  const units = Math.floor(size / one);
  const fraction = size - units * one;
  const text = fraction === 0 ? String(units) : `${units}.${String(fraction).padStart(scale, '0')}`;
  return amount(sum < 0 ? `-${text}` : text);
}
