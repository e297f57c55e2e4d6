import { compare, isZero, subtract, sum, type Amount } from '../../../domain/money/amount.ts';

/** Shares as they are typed: exact text, or null where nothing is entered. The key names the invoice. */
export type Shares = Readonly<Record<string, Amount | null>>;

export type RemainderState = 'exact' | 'left' | 'over';
export interface Remainder {
  left: Amount;
  state: RemainderState;
}

/** What a total still has after the shares, exact. Nothing typed counts as no share. */
export function remainderOf(total: Amount, shares: Iterable<Amount | null>): Remainder {
  const left = subtract(total, sum(shares));
  return { left, state: isZero(left) ? 'exact' : compare(left, '0') < 0 ? 'over' : 'left' };
}

export const smaller = (a: Amount, b: Amount): Amount => (compare(a, b) <= 0 ? a : b);
export const isPositive = (a: Amount): boolean => compare(a, '0') > 0;

/** What a row can take: what is left beside its own share, at most what the invoice has open; null when that is nothing. */
export function takeable(left: Amount, own: Amount | null, open: Amount): Amount | null {
  const most = smaller(sum([left, own]), open);
  return isPositive(most) ? most : null;
}

/** Spreads a total over invoices in the order of their due dates (those without one by their date), until it is used up. */
export function fillByDue(total: Amount, rows: readonly { key: string; open: Amount; due: string | null; date: string }[]): Shares {
  let left = total;
  const shares: Record<string, Amount> = {};
  for (const row of rows.toSorted((a, b) => ((a.due ?? a.date) < (b.due ?? b.date) ? -1 : 1))) {
    const share = takeable(left, null, row.open);
    if (share === null) continue;
    shares[row.key] = share;
    left = subtract(left, share);
  }
  return shares;
}

/** True where a figure has more decimals than a payment can carry. */
export const hasMoreDecimals = (value: Amount, places: number): boolean => (value.split('.')[1] ?? '').length > places;
