import type { OwnRate } from '../../domain/tax/self-account.ts';
import type { ReadDb, WriteDb } from '../connection.ts';
import { setSetting } from '../settings.ts';

const PREFIX = 'self-account-rate ';
const nameOf = ({ country, from }: Pick<OwnRate, 'country' | 'from'>): string => `${PREFIX}${country} ${from}`;

/** The user's rates for taxes that the buyer accounts for, by country and first day. */
export const ownRates = (read: ReadDb): OwnRate[] =>
  read
    .all<{ name: string; value: string }>('SELECT name, value FROM setting WHERE substr(name, 1, ?) = ? ORDER BY name', [
      PREFIX.length,
      PREFIX,
    ])
    .map(({ name, value }) => {
      const [country = '', from = ''] = name.slice(PREFIX.length).split(' ');
      return { country, from, ...(JSON.parse(value) as Pick<OwnRate, 'to' | 'ratePct' | 'box'>) };
    });

/** Keeps the rate in place of one of the same country and first day. */
export const putOwnRate = (write: WriteDb, { country, from, ...rest }: OwnRate): void => setSetting(write, nameOf({ country, from }), rest);

export const removeOwnRate = (write: WriteDb, rate: Pick<OwnRate, 'country' | 'from'>): void =>
  void write.run('DELETE FROM setting WHERE name = ?', [nameOf(rate)]);
