import { AMOUNT_DECIMALS } from '../../../money/amount.ts';
import { D } from '../../../money/decimal.ts';
import { counted, type Findings } from './findings.ts';
import { say } from '../../../words/said.ts';

const NUMBER = /^([+-]?)([0-9]{1,40})(?:\.([0-9]{0,40}))?(?:([eE])([+-]?)([0-9]{1,2}))?$/;
const GROUPED = /^([+-]?)([0-9]{1,3}(?:,[0-9]{3}){1,12})(?:\.([0-9]{0,40}))?$/;

/** A printed number with all its digits. */
export interface Exact {
  /** Canonical plain decimal: no plus, no exponent, no trailing zeros, no −0; any number of decimals. */
  text: string;
  /** Decimals as printed, trailing zeros counted; an exponent moves them. */
  places: number;
  form: 'plain' | 'plus' | 'grouped' | 'exponent' | 'positive-exponent';
}

/** Reads a number as decimal text, however many decimals it has; null where it is none. Never passes a float. */
export function readExact(cell: string): Exact | null {
  if (cell.length > 90) return null;
  const plain = NUMBER.exec(cell);
  if (plain) {
    const [, sign, whole, fraction = '', e, eSign, eDigits] = plain;
    const exponent = e ? Number(eDigits) * (eSign === '-' ? -1 : 1) : 0;
    const form = sign === '+' ? 'plus' : e ? (eSign === '+' || eSign === '' ? 'positive-exponent' : 'exponent') : 'plain';
    return { text: shift(sign!, whole!, fraction, exponent), places: Math.max(0, fraction.length - exponent), form };
  }
  const grouped = GROUPED.exec(cell);
  if (!grouped) return null;
  const fraction = grouped[3] ?? '';
  return { text: shift(grouped[1]!, grouped[2]!.replaceAll(',', ''), fraction, 0), places: fraction.length, form: 'grouped' };
}

function shift(sign: string, whole: string, fraction: string, exponent: number): string {
  let digits = whole + fraction;
  let point = whole.length + exponent;
  if (point < 0) {
    digits = '0'.repeat(-point) + digits;
    point = 0;
  } else if (point > digits.length) digits = digits.padEnd(point, '0');
  const left = digits.slice(0, point).replace(/^0{1,99}/, '') || '0';
  const right = digits.slice(point).replace(/0{1,99}$/, '');
  const body = right ? `${left}.${right}` : left;
  return sign === '-' && body !== '0' ? `-${body}` : body;
}

/** Decimals of canonical text. */
export const decimalsOf = (text: string): number => {
  const point = text.indexOf('.');
  return point < 0 ? 0 : text.length - point - 1;
};

/**
 * Brings numbers to the ten decimals that the book holds: half away from zero, row by row, and keeps the exact sum of
 * what that gave or took, so that the file's own total can still be shown to the last digit.
 */
export class TenDecimals {
  readonly #residue = new Map<string, D>();

  /** `text` is canonical (readExact). Returns at most ten decimals. */
  fit(text: string, column: string, row: number, findings: Findings, isMoney: boolean): string {
    if (decimalsOf(text) <= AMOUNT_DECIMALS) return text;
    const exact = new D(text);
    const kept = exact.toDecimalPlaces(AMOUNT_DECIMALS, D.ROUND_HALF_UP);
    this.#residue.set(column, (this.#residue.get(column) ?? new D(0)).plus(kept.minus(exact)));
    findings.add('info', 'amount.rounded', column, row, (count) =>
      isMoney
        ? say`${{ column }}: more than ten decimals in ${{ count: counted(count, 'amount') }}, kept with ten, rounded half up; their sum differs from the file's by ${{ residue: this.residue(column) }}.`
        : say`${{ column }}: more than ten decimals in ${{ count: counted(count, 'figure') }}, kept with ten, rounded half up.`,
    );
    return kept.isZero() ? '0' : kept.toFixed();
  }

  /** Kept total less the file's total, exact. */
  residue(column: string): string {
    return this.#residue.get(column)?.toFixed() ?? '0';
  }
}

/**
 * True where price × quantity is the printed cost, as far as the cost is printed: it may be rounded or cut in its last
 * place, but in no place before the second.
 */
export function isProduct(cost: Exact, price: Exact, quantity: Exact): boolean {
  const scale = decimalsOf(price.text) + decimalsOf(quantity.text);
  const costScale = decimalsOf(cost.text);
  const places = Math.max(cost.places, 2);
  const common = Math.max(scale, costScale, places);
  const product = unscaled(price.text) * unscaled(quantity.text) * tenTo(common - scale);
  const difference = product - unscaled(cost.text) * tenTo(common - costScale);
  return (difference < 0n ? -difference : difference) < tenTo(common - places);
}

const unscaled = (text: string): bigint => BigInt(text.replace('.', ''));
const POWERS = Array.from({ length: 200 }, (_, i) => 10n ** BigInt(i));
const tenTo = (exponent: number): bigint => POWERS[exponent] ?? 10n ** BigInt(exponent);

/** a − b, exact canonical text. */
export const minus = (a: string, b: string): string => {
  const d = new D(a).minus(b);
  return d.isZero() ? '0' : d.toFixed();
};
export const plus = (a: string, b: string): string => {
  const d = new D(a).plus(b);
  return d.isZero() ? '0' : d.toFixed();
};
