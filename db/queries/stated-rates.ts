import type { Period } from '../../domain/time/plain-date.ts';
import type { ReadDb } from '../connection.ts';

/** A rate as a row of the vendor's invoice list states it. */
export interface StatedRate {
  period: Period;
  from: string;
  to: string;
  rate: string;
  document: string | null;
}

/** Rates on the live rows of invoice lists, the latest document first; of one month where it is given. */
export const statedRates = (read: ReadDb, period: Period | null): StatedRate[] =>
  read.all(
    `SELECT substr(data ->> '$.period', 1, 7) AS period, currency AS "from", data ->> '$.paidCurrency' AS "to", data ->> '$.rate' AS rate,
       data ->> '$.number' AS document
     FROM register_row
     WHERE register = 'vendor-invoices' AND superseded_by IS NULL AND currency IS NOT NULL AND data ->> '$.rate' IS NOT NULL
       AND data ->> '$.paidCurrency' IS NOT NULL AND data ->> '$.period' IS NOT NULL AND (:period IS NULL OR substr(data ->> '$.period', 1, 7) = :period)
     ORDER BY period, data ->> '$.created' DESC, id DESC`,
    { period },
  );
