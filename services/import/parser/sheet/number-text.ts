import { Decimal } from 'decimal.js';

/** Excel computes and shows 15 significant digits; further digits in a file are the binary noise of a double. */
const SIGNIFICANT = 15;
const Exact = Decimal.clone({ precision: 400, rounding: Decimal.ROUND_HALF_EVEN, minE: -400, maxE: 400 });
/** Nothing to change in these, if they are no longer than 15 characters. */
const PLAIN = /^-?(?:0|[1-9]\d*)(?:\.\d*[1-9])?$/;
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?$/;

/**
 * The number of a cell as plain decimal text, or null where `xml` is no number. Up to 15 significant digits are kept as
 * they stand; more are rounded half-even to 15 in decimal (`0.30000000000000004` is `0.3`). An exponent is written out,
 * a zero that adds nothing (`1.50`, `+1`, `-0`) is left away, so that the same number is the same text whoever wrote it.
 */
export function numberText(xml: string): string | null {
  if (xml.length <= SIGNIFICANT && PLAIN.test(xml) && xml !== '-0') return xml;
  const text = xml.trim();
  if (!NUMBER.test(text) || text.length > 400) return null;
  const value = new Exact(text);
  if (!value.isFinite()) return null;
  const rounded = value.precision() > SIGNIFICANT ? value.toSignificantDigits(SIGNIFICANT, Decimal.ROUND_HALF_EVEN) : value;
  return rounded.isZero() ? '0' : rounded.toFixed();
}
