import { fail, ok, type Result } from '../result.ts';
import { say } from '../words/said.ts';
import { D } from './decimal.ts';

/**
 * An exact amount as canonical decimal text: optional minus, digits, optional fraction without trailing zeros.
 * No plus, no exponent, no separator, no "-0". The currency travels beside it.
 */
export type Amount = string;

/** Decimals that a stored amount can carry (DECISIONS: exactness). */
export const AMOUNT_DECIMALS = 10;
/** Digits before the point that a single line or document can carry: up to ±10^15. */
export const AMOUNT_INTEGER_DIGITS = 16;

const CANONICAL = /^-?(?:0|[1-9][0-9]{0,39})(?:\.[0-9]{1,40})?$/;
const PLAIN = /^([+-]?)([0-9]{1,40})(?:\.([0-9]{0,40}))?(?:[eE]([+-]?[0-9]{1,2}))?$/;
const GROUPED = /^([+-]?)([0-9]{1,3}(?:,[0-9]{3}){1,12})(?:\.([0-9]{0,40}))?$/;

/** What vendors print where there is no figure. Missing is not zero. */
const MISSING = new Set(['', '-', '--', '—', 'null', 'NULL', '(null)']);

/** True for text that is already canonical and thus safe to hand to decimal.js. */
export const isAmount = (text: string): text is Amount => text.length <= 82 && CANONICAL.test(text);

/**
 * Reads printed money into an Amount, or null where the cell holds a vendor's sign for "missing".
 * Accepts thousands separators in groups of three, full-width digits and signs, a true minus, and bounded
 * scientific notation (a sheet that has been through Excel prints 2.4E-07). Refuses everything else, more than
 * ten decimals and more than ±10^15. No library sees the text before the grammar has bounded it.
 */
export function parseAmount(text: string): Result<Amount | null> {
  if (text.length > 64) return fail('amount.too-long', 'The amount is longer than 64 characters.', { value: text.slice(0, 64) });
  const trimmed = text.trim();
  if (MISSING.has(trimmed)) return ok(null);
  const ascii = /^[\x20-\x7e]*$/.test(trimmed) ? trimmed : asciiDigits(trimmed);
  const plain = PLAIN.exec(ascii);
  if (plain) return bounded(plain[1]!, plain[2]!, plain[3] ?? '', Number.parseInt(plain[4] ?? '0', 10), text);
  const grouped = GROUPED.exec(ascii);
  if (grouped) return bounded(grouped[1]!, grouped[2]!.replaceAll(',', ''), grouped[3] ?? '', 0, text);
  return fail('amount.not-a-number', say`“${{ text }}” is not an amount.`, {
    value: text,
    remedy: 'Write digits with one decimal point, such as -1234.5678.',
  });
}

/** Full-width digits and signs as plain ones. Raised, circled and fraction digits stay what they are: 5² is not 52. */
export const asciiDigits = (text: string): string => (/\p{No}/u.test(text) ? text : text.normalize('NFKC').replace('\u2212', '-'));

function bounded(sign: string, integer: string, fraction: string, exponent: number, text: string): Result<Amount> {
  // Move the point by the exponent on the digits themselves.
  let digits = integer + fraction;
  let point = integer.length + exponent;
  if (point < 0) {
    digits = '0'.repeat(-point) + digits;
    point = 0;
  } else if (point > digits.length) digits = digits.padEnd(point, '0');
  const whole = digits.slice(0, point).replace(/^0{1,99}/, '') || '0';
  const rest = trimZeros(digits.slice(point));
  if (rest.length > AMOUNT_DECIMALS)
    return fail('amount.too-precise', say`“${{ text }}” has more than ${{ limit: AMOUNT_DECIMALS }} decimals.`, {
      value: text,
      remedy: 'Check the column: a bill carries at most ten decimals.',
    });
  if (whole.length > AMOUNT_INTEGER_DIGITS || (whole.length === AMOUNT_INTEGER_DIGITS && (whole > '1000000000000000' || rest)))
    return fail('amount.too-large', say`“${{ text }}” is beyond ±10^15.`, {
      value: text,
      remedy: 'Check the column: is it an identifier?',
    });
  const body = rest ? `${whole}.${rest}` : whole;
  return ok(sign === '-' && body !== '0' ? `-${body}` : body);
}

function trimZeros(fraction: string): string {
  let end = fraction.length;
  while (end > 0 && fraction.charCodeAt(end - 1) === 48) end--;
  return fraction.slice(0, end);
}

/** Amount of anything that must be one; throws TypeError for a programmer's mistake, never for user input. */
export function amount(value: string | bigint | D): Amount {
  if (typeof value === 'string' && isAmount(value)) return canonical(value);
  if (typeof value === 'bigint') return value.toString();
  if (value instanceof D && value.isFinite()) return canonical(value.toFixed());
  throw new TypeError(`Not an amount: ${String(value)}`);
}

function canonical(text: string): Amount {
  if (!text.includes('.')) return text === '-0' ? '0' : text;
  const point = text.indexOf('.');
  const fraction = trimZeros(text.slice(point + 1));
  const whole = text.slice(0, point);
  if (fraction) return `${whole}.${fraction}`;
  return whole === '-0' ? '0' : whole;
}

export const add = (a: Amount, b: Amount): Amount => amount(new D(a).plus(b));
export const subtract = (a: Amount, b: Amount): Amount => amount(new D(a).minus(b));
export const negate = (a: Amount): Amount => amount(new D(a).negated());
export const multiply = (a: Amount, b: Amount): Amount => amount(new D(a).times(b));
export const compare = (a: Amount, b: Amount): -1 | 0 | 1 => new D(a).comparedTo(b) as -1 | 0 | 1;
export const equal = (a: Amount, b: Amount): boolean => a === b || new D(a).eq(b);
export const isZero = (a: Amount): boolean => new D(a).isZero();
export const isNegative = (a: Amount): boolean => new D(a).lt(0);
export const absolute = (a: Amount): Amount => amount(new D(a).abs());

/** Exact sum; the empty sum is 0. Missing amounts (null) are skipped: they are not zero, they are not there. */
export function sum(amounts: Iterable<Amount | null>): Amount {
  let total = new D(0);
  for (const a of amounts) if (a !== null) total = total.plus(a);
  return amount(total);
}

/** a × percent / 100, exact. `percent` is decimal text such as "8" or "6.5". */
export const percentOf = (a: Amount, percent: Amount): Amount => amount(new D(a).times(percent).dividedBy(100));

/** Exactly `places` decimals, for print. Refuses to drop digits: round with a named policy first. */
export function fixed(a: Amount, places: number): string {
  const value = new D(a);
  if (value.decimalPlaces() > places) throw new TypeError(`${a} does not fit ${places} decimals; round it by a policy first.`);
  return value.toFixed(places);
}
