import { amount, type Amount } from './amount.ts';

/**
 * How the store keeps an amount: whole units, and the fraction in 10^-10 with the same sign. Both are integers, so
 * SQL sums them natively and exactly (ARCHITECTURE: exact money).
 */
export interface Pair {
  units: bigint;
  fraction: bigint;
}

export const FRACTION_SCALE = 10_000_000_000n;

/** Pair of an amount with at most ten decimals. */
export function toPair(value: Amount): Pair {
  const negative = value.startsWith('-');
  const body = negative ? value.slice(1) : value;
  const point = body.indexOf('.');
  const units = BigInt(point < 0 ? body : body.slice(0, point));
  const digits = point < 0 ? '' : body.slice(point + 1);
  if (digits.length > 10) throw new TypeError(`${value} has more than ten decimals.`);
  const fraction = BigInt(digits.padEnd(10, '0') || '0');
  return negative ? { units: -units, fraction: -fraction } : { units, fraction };
}

/** Amount of a pair, also of a summed one whose fraction exceeds one unit or differs in sign. */
export function fromPair(units: bigint, fraction: bigint): Amount {
  const total = units * FRACTION_SCALE + fraction;
  const negative = total < 0n;
  const absolute = negative ? -total : total;
  const digits = absolute.toString().padStart(11, '0');
  const text = `${digits.slice(0, -10)}.${digits.slice(-10)}`;
  return amount(negative ? `-${text}` : text);
}
