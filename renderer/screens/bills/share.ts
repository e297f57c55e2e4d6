import { D } from '../../../domain/money/decimal.ts';
import { absolute, compare, isZero, subtract, type Amount } from '../../../domain/money/amount.ts';

/** The largest of the amounts without their signs, for the full width of a bar; null where none is there or all are zero. */
export function largest(amounts: Iterable<Amount | null>): Amount | null {
  let most: Amount | null = null;
  for (const amount of amounts) {
    const size = amount === null ? null : absolute(amount);
    if (size !== null && !isZero(size) && (most === null || compare(size, most) > 0)) most = size;
  }
  return most;
}

/** Width of a bar as CSS: `42.3%` of the largest. Only a position; the figure stands beside it. */
export const barWidth = (amount: Amount | null, most: Amount | null): string =>
  amount === null || most === null ? '0%' : `${new D(amount).abs().dividedBy(most).times(100).toDecimalPlaces(1).toFixed()}%`;

/** `12.4 %` of the whole, half-up to one decimal; empty where there is no whole. */
export const percentOf = (part: Amount | null, whole: Amount | null): string =>
  part === null || whole === null || isZero(whole)
    ? ''
    : `${signed(new D(part).dividedBy(whole).times(100).toDecimalPlaces(1).toFixed(1))} %`;

export interface Change {
  difference: Amount;
  /** `+12.4 %`; null where the former amount is zero. */ percent: string | null;
}

/** What changed from `before` to `now`: exactly, and in per cent of what it was. */
export function changeOf(now: Amount, before: Amount): Change {
  const difference = subtract(now, before);
  if (isZero(before)) return { difference, percent: null };
  const text = new D(difference).dividedBy(new D(before).abs()).times(100).toDecimalPlaces(1).toFixed(1);
  return { difference, percent: `${text.startsWith('-') || /^0\.0$/.test(text) ? '' : '+'}${signed(text)} %` };
}

/** Where a chart draws the amount. A drawing may be approximate; labels and the table beside it carry the exact text. */
export const position = (amount: Amount | null): number => (amount === null ? 0 : new D(amount).toNumber());

const signed = (text: string): string => text.replace(/^-(0\.0)$/, '$1').replace(/^-/, '\u2212');
