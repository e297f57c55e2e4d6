import type { ReadDb } from '../connection.ts';

const counted = (read: ReadDb, sql: string, ids: readonly number[]): number => read.get<{ n: number }>(sql, [JSON.stringify(ids)])?.n ?? 0;

/** Active payments with a share on one of the invoices. */
export const paymentsTouching = (read: ReadDb, invoices: readonly number[]): number =>
  counted(
    read,
    "SELECT count(DISTINCT a.payment_id) AS n FROM payment_allocation a JOIN payment p ON p.id = a.payment_id WHERE p.status = 'active' AND a.invoice_id IN (SELECT value FROM json_each(?))",
    invoices,
  );

/** Submitted and accepted certificates with a share on one of the invoices. */
export const certificatesTouching = (read: ReadDb, invoices: readonly number[]): number =>
  counted(
    read,
    "SELECT count(DISTINCT a.certificate_id) AS n FROM wht_allocation a JOIN wht_certificate c ON c.id = a.certificate_id WHERE c.status IN ('submitted', 'accepted') AND a.invoice_id IN (SELECT value FROM json_each(?))",
    invoices,
  );
