import type { ReadDb } from '../../../db/connection.ts';
import { enteredRates } from '../../../db/queries/exchange-rates.ts';
import { statedRates } from '../../../db/queries/stated-rates.ts';
import type { Amount } from '../../../domain/money/amount.ts';

/** Units of `to` for one unit of `from` in the month: the latest that the vendor's invoice list states, else the entered one. */
export function rateOf(read: ReadDb, from: string, to: string, month: string): { rate: Amount; from: 'list' | 'entered' } | null {
  const fits = (r: { from: string; to: string }): boolean => r.from === from && r.to === to;
  const stated = statedRates(read, month).find(fits);
  if (stated) return { rate: stated.rate, from: 'list' };
  const entered = enteredRates(read, month).find(fits);
  return entered ? { rate: entered.rate, from: 'entered' } : null;
}
