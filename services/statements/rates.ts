import type { ReadDb } from '../../db/connection.ts';
import { convert, documentConversion } from '../../domain/money/conversion.ts';
import { sum, type Amount } from '../../domain/money/amount.ts';
import type { RateUsed } from '../contract/statements.ts';
import { ratesOf } from '../bills/summary/rates.ts';

export type RateBook = ReturnType<typeof ratesOf>;
export const rateBook = (read: ReadDb): RateBook => ratesOf(read, null);

/** The rate of the month; with `orBefore`, else of the latest month before it. Null: none is stored. */
export function rateOf(rates: RateBook, from: string, to: string, month: string, orBefore = false): RateUsed | null {
  const own = rates.filter((r) => r.from === from && r.to === to && (orBefore ? r.period <= month : r.period === month));
  const found = own.toSorted((a, b) => (a.period < b.period ? 1 : -1))[0];
  return found ? { rate: found.rate, to, origin: found.origin, period: found.period, document: found.document } : null;
}

/** The amount at that rate, rounded by the policy of conversions; the amount itself within one currency, null without a rate. */
export const converted = (amount: Amount, from: string, to: string, rate: Pick<RateUsed, 'rate'> | null): Amount | null =>
  from === to ? amount : rate === null ? null : convert(amount, rate.rate, to, documentConversion(to)).value;

/** The sum; null where one part is not known. */
export const sumOrNull = (amounts: readonly (Amount | null)[]): Amount | null => (amounts.includes(null) ? null : sum(amounts));
