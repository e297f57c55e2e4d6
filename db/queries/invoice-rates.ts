import type { Period } from '../../domain/time/plain-date.ts';
import type { ReadDb } from '../connection.ts';

/** The other currency and its rate, as documents of the month state them, by the document's id. */
export const invoiceRatesOf = (read: ReadDb, vendor: string, period: Period): Map<number, { currency: string; rate: string }> =>
  new Map(
    read
      .all<{ id: number; currency: string; rate: string }>(
        'SELECT id, fx_currency AS currency, fx_rate AS rate FROM invoice WHERE vendor = ? AND period = ? AND fx_rate IS NOT NULL',
        [vendor, period],
      )
      .map(({ id, currency, rate }) => [id, { currency, rate }]),
  );
