import type { ReadDb } from '../connection.ts';

/** Number of the live certificate that holds each invoice, by invoice id; of several the oldest. */
export const holders = (read: ReadDb): Map<number, string> =>
  new Map(
    read
      .all<{ id: number; number: string }>(
        'SELECT a.invoice_id AS id, c.number FROM wht_allocation a JOIN wht_certificate c ON c.id = a.certificate_id WHERE a.live = 1 ORDER BY c.id DESC',
      )
      .map((r) => [r.id, r.number]),
  );
