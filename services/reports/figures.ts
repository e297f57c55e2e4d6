import { fixed, type Amount } from '../../domain/money/amount.ts';
import { currencyPlaces, POLICIES, round } from '../../domain/money/rounding.ts';

/**
 * The exact figure with eight decimals, or ten where it has more than eight: '1.5' → '1.50000000'. Pure text, no
 * digit is dropped. Eight decimals are what Huawei Cloud bills carry, ten what Zilliz Cloud does.
 */
export function exactDecimals(value: Amount): string {
  const point = value.indexOf('.');
  if (point < 0) return `${value}.00000000`;
  return value.length - point - 1 <= 8 ? value.padEnd(point + 9, '0') : value.padEnd(point + 11, '0');
}

/** Digits from the first to the last that is not zero; what a spreadsheet's binary number must be able to hold. */
export function significantDigits(value: Amount): number {
  let first = -1;
  let last = -1;
  let seen = 0;
  for (let i = 0; i < value.length; i++) {
    const code = value.charCodeAt(i);
    if (code < 48 || code > 57) continue;
    if (code !== 48) {
      if (first < 0) first = seen;
      last = seen;
    }
    seen++;
  }
  return first < 0 ? 1 : last - first + 1;
}

export const decimalsOf = (value: Amount): number => {
  const point = value.indexOf('.');
  return point < 0 ? 0 : value.length - point - 1;
};

/** How pages show money: half-up to the currency's places, once, for print only. */
export const SHOWN = POLICIES.monthTotal;

/** '-1234.5', 'USD' → '-1,234.50'; rounded by SHOWN to the currency's places. */
export function shown(value: Amount, currency: string): string {
  const places = currencyPlaces(currency);
  const point = value.indexOf('.');
  const fraction = point < 0 ? '' : value.slice(point + 1);
  // Nothing to round: a page of figures should not pay for arithmetic.
  if (fraction.length <= places) {
    const units = point < 0 ? value : value.slice(0, point);
    return grouped(places === 0 ? units : `${units}.${fraction.padEnd(places, '0')}`);
  }
  return grouped(fixed(round(value, { mode: SHOWN.mode, places }), places));
}

/** Separators between thousands of a plain decimal text. */
export function grouped(text: string): string {
  const point = text.indexOf('.');
  const whole = point < 0 ? text : text.slice(0, point);
  return whole.replace(/\B(?=(?:\d{3})+$)/g, ',') + (point < 0 ? '' : text.slice(point));
}

/** Every digit of the figure, with at least the currency's places: '0.00498764' stays, '700' → '700.00'. */
export function whole(value: Amount, currency: string): string {
  const places = Math.max(currencyPlaces(currency), decimalsOf(value));
  return grouped(fixed(value, places));
}
