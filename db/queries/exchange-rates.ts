import type { Amount } from '../../domain/money/amount.ts';
import type { Period } from '../../domain/time/plain-date.ts';
import type { ReadDb, WriteDb } from '../connection.ts';
import { setSetting } from '../settings.ts';

/** A rate that the user entered: units of `to` for one unit of `from`, for one month. */
export interface EnteredRate {
  period: Period;
  from: string;
  to: string;
  rate: Amount;
}

const PREFIX = 'exchange-rate ';
const nameOf = ({ period, from, to }: Omit<EnteredRate, 'rate'>): string => `${PREFIX}${period} ${from} ${to}`;

/** Entered rates by month and pair; of one month where it is given. */
export function enteredRates(read: ReadDb, period: Period | null): EnteredRate[] {
  const start = period === null ? PREFIX : `${PREFIX}${period} `;
  return read
    .all<{ name: string; value: string }>('SELECT name, value FROM setting WHERE substr(name, 1, ?) = ? ORDER BY name', [
      start.length,
      start,
    ])
    .map(({ name, value }) => {
      const [month = '', from = '', to = ''] = name.slice(PREFIX.length).split(' ');
      return { period: month, from, to, rate: JSON.parse(value) as Amount };
    });
}

/** Keeps the rate; null forgets it. */
export function putRate(write: WriteDb, { rate, ...pair }: Omit<EnteredRate, 'rate'> & { rate: Amount | null }): void {
  if (rate === null) write.run('DELETE FROM setting WHERE name = ?', [nameOf(pair)]);
  else setSetting(write, nameOf(pair), rate);
}
