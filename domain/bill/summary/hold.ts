import { add, isZero, subtract, sum, type Amount } from '../../money/amount.ts';
import { english, say, type Said } from '../../words/said.ts';

/**
 * The sums that the figures of a bill are held to. Source: Huawei Cloud international billing guide, sections 6.1.1, 6.1.6, 7.2.2.2,
 * 7.2.3.1 and 13.2.8.
 */
export const HELD_IDS = [
  'total.cloud-store',
  'cloud.settled',
  'store.settled',
  'details.total',
  'total.paid',
  'list-price',
  'payable.paid',
] as const;
export type HeldId = (typeof HELD_IDS)[number];

export interface Held {
  id: HeldId;
  left: Amount;
  right: Amount;
  /** left − right. */
  difference: Amount;
  holds: boolean;
  said: Said;
  arithmetic: string;
}

/** A term of the right side: positive adds, `minus` takes away. Missing ones are left out; they are not zero. */
export interface Term {
  value: Amount | null;
  minus?: boolean;
}

/**
 * Holds `left` against its terms, exactly. Null where the left side or every term is missing, for then there is nothing to hold.
 * A difference is told, never mended.
 */
export function hold(id: HeldId, left: Amount | null, terms: readonly Term[]): Held | null {
  const present = terms.flatMap(({ value, minus = false }) => (value === null ? [] : [{ value, minus }]));
  if (left === null || present.length === 0) return null;
  const right = present.reduce<Amount>((total, { value, minus }) => (minus ? subtract(total, value) : add(total, value)), '0');
  const difference = subtract(left, right);
  // What is nothing is left out of the sum as it is written, unless all of it is nothing.
  const shown = present.some(({ value }) => !isZero(value)) ? present.filter(({ value }) => !isZero(value)) : present.slice(0, 1);
  const parts = shown.map(({ value, minus }, i) => written(value, minus, i === 0)).join(' ');
  const said = isZero(difference)
    ? say`${{ left }} = ${{ parts }}`
    : say`${{ left }} ≠ ${{ parts }} = ${{ total: right }}; off by ${{ difference }}`;
  return { id, left, right, difference, holds: isZero(difference), said, arithmetic: english(said) };
}

/** `+ 3`, `− 3`, and `− (−3)` where a negative amount is taken away. */
function written(value: Amount, minus: boolean, first: boolean): string {
  const negative = value.startsWith('-');
  const shown = negative ? `−${value.slice(1)}` : value;
  if (minus) return `− ${negative ? `(${shown})` : shown}`;
  if (first) return shown;
  return negative ? `− ${value.slice(1)}` : `+ ${value}`;
}

/** Sum of the amounts that are there; null where none is. */
export function sumPresent(amounts: readonly (Amount | null)[]): Amount | null {
  const present = amounts.filter((a) => a !== null);
  return present.length === 0 ? null : sum(present);
}
