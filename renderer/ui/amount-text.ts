import { isAmount } from '../../domain/money/amount.ts';

/** An amount cut into what a cell shows. All parts are text; nothing is computed. */
export interface AmountParts {
  negative: boolean;
  zero: boolean;
  /** Digits before the point, grouped by three. */
  integer: string;
  /** Digits after the point that carry value. */
  fraction: string;
  /** Zeros that only fill up to the currency's places; shown dimmed. */
  fill: string;
}

/** Decimals of a currency as it is printed. */
export function minorPlaces(currency: string | null | undefined): number {
  return currency === 'JPY' || currency === 'KRW' || currency === 'VND' || currency === 'CLP' ? 0 : 2;
}

/** Groups digits by three with commas. */
export const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, ',');

/** The parts of canonical amount text; null for anything that is not an amount. `places`: decimals to fill up to. */
export function amountParts(amount: string, places = 2): AmountParts | null {
  if (!isAmount(amount)) return null;
  const negative = amount.startsWith('-');
  const body = negative ? amount.slice(1) : amount;
  const [integer = '0', decimals = ''] = body.split('.');
  const fraction = decimals.replace(/0+$/, '');
  return {
    negative,
    zero: /^0*$/.test(integer) && fraction === '',
    integer: grouped(integer),
    fraction,
    fill: '0'.repeat(Math.max(0, places - fraction.length)),
  };
}

/** Decimals that carry value in any of the amounts, for aligning a column on the point. */
export function widestFraction(amounts: Iterable<string | null | undefined>, least = 2): number {
  let widest = least;
  for (const amount of amounts) {
    const point = amount?.indexOf('.') ?? -1;
    if (amount && point >= 0) widest = Math.max(widest, amount.slice(point + 1).replace(/0+$/, '').length);
  }
  return widest;
}

/** One line of text, for places without a column: true minus, grouping, at least `places` decimals. */
export function amountText(amount: string | null, places = 2): string {
  if (amount === null) return '';
  const parts = amountParts(amount, places);
  if (!parts) return amount;
  const decimals = parts.fraction + parts.fill;
  return `${parts.negative ? '\u2212' : ''}${parts.integer}${decimals ? `.${decimals}` : ''}`;
}
