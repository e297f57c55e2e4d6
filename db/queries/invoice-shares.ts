import type { Amount } from '../../domain/money/amount.ts';
import { fromPair } from '../../domain/money/pair.ts';
import type { ReadDb } from '../connection.ts';

/** What is laid against an invoice, in the invoice's currency. */
export interface ShareOn {
  invoiceId: number;
  kind: 'payment' | 'certificate';
  reference: string;
  date: string;
  amount: Amount;
  currency: string;
}

interface Row {
  invoice_id: bigint;
  kind: 'payment' | 'certificate';
  reference: string;
  date: string;
  u: bigint;
  f: bigint;
  currency: string;
}

/** Payments and live certificates by invoice id, oldest first. */
export function sharesOn(read: ReadDb, invoiceIds: readonly number[]): Map<number, ShareOn[]> {
  const rows = read.allBig<Row>(
    `SELECT a.invoice_id, 'payment' AS kind, p.reference, p.date, a.amount_u AS u, a.amount_f AS f, p.currency
       FROM payment_allocation a JOIN payment p ON p.id = a.payment_id WHERE a.invoice_id IN (SELECT value FROM json_each(:ids))
     UNION ALL
     SELECT a.invoice_id, 'certificate', c.number, c.date, a.pay_u, a.pay_f, i.currency
       FROM wht_allocation a JOIN wht_certificate c ON c.id = a.certificate_id JOIN invoice i ON i.id = a.invoice_id
      WHERE a.live = 1 AND a.invoice_id IN (SELECT value FROM json_each(:ids))
     ORDER BY 4, 2, 3`,
    { ids: JSON.stringify(invoiceIds) },
  );
  return Map.groupBy(
    rows.map((r) => ({
      invoiceId: Number(r.invoice_id),
      kind: r.kind,
      reference: r.reference,
      date: r.date,
      amount: fromPair(r.u, r.f),
      currency: r.currency,
    })),
    (s) => s.invoiceId,
  );
}
