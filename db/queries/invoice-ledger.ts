import type { Amount } from '../../domain/money/amount.ts';
import { negate } from '../../domain/money/amount.ts';
import { fromPair } from '../../domain/money/pair.ts';
import type { WhtStatus } from '../../domain/wht/states.ts';
import type { AllocationRate } from '../../domain/wht/certificate.ts';
import type { ReadDb } from '../connection.ts';

/** A payment's share on an invoice, in the invoice's currency. */
export interface CashOn {
  invoiceId: number;
  paymentId: number;
  date: string;
  reference: string;
  amount: Amount;
}

/** Shares of payments by invoice id, oldest first. */
export function cashOn(read: ReadDb, invoiceIds: readonly number[]): Map<number, CashOn[]> {
  const rows = read.allBig<{ invoice_id: bigint; payment_id: bigint; date: string; reference: string; u: bigint; f: bigint }>(
    `SELECT a.invoice_id, a.payment_id, p.date, p.reference, a.amount_u AS u, a.amount_f AS f
       FROM payment_allocation a JOIN payment p ON p.id = a.payment_id
      WHERE a.invoice_id IN (SELECT value FROM json_each(?)) ORDER BY p.date, p.reference, a.payment_id`,
    [JSON.stringify(invoiceIds)],
  );
  return Map.groupBy(
    rows.map((r) => ({
      invoiceId: Number(r.invoice_id),
      paymentId: Number(r.payment_id),
      date: r.date,
      reference: r.reference,
      amount: fromPair(r.u, r.f),
    })),
    (r) => r.invoiceId,
  );
}

/** A certificate's line on an invoice; `amount` in the certificate's currency, `payAmount` in the invoice's. */
export interface CertificateShare {
  invoiceId: number;
  id: number;
  number: string;
  issuer: string;
  date: string;
  status: WhtStatus;
  currency: string;
  amount: Amount;
  payAmount: Amount;
  fx: AllocationRate | null;
}

interface CertificateRow {
  invoice_id: bigint;
  id: bigint;
  number: string;
  issuer: string;
  date: string;
  status: WhtStatus;
  currency: string;
  amount_u: bigint;
  amount_f: bigint;
  pay_u: bigint;
  pay_f: bigint;
  fx_rate: string | null;
  fx_date: string | null;
  fx_source: string | null;
}

/** Drafts and live certificates by invoice id, oldest first; refused and void ones are gone. */
export function certificatesOn(read: ReadDb, invoiceIds: readonly number[]): Map<number, CertificateShare[]> {
  const rows = read.allBig<CertificateRow>(
    `SELECT a.invoice_id, c.id, c.number, c.issuer, c.date, c.status, c.currency, a.amount_u, a.amount_f, a.pay_u, a.pay_f,
            a.fx_rate, a.fx_date, a.fx_source
       FROM wht_allocation a JOIN wht_certificate c ON c.id = a.certificate_id
      WHERE c.status IN ('draft', 'submitted', 'accepted') AND a.invoice_id IN (SELECT value FROM json_each(?))
      ORDER BY c.date, c.number, c.issuer, c.id`,
    [JSON.stringify(invoiceIds)],
  );
  return Map.groupBy(
    rows.map((r) => ({
      invoiceId: Number(r.invoice_id),
      id: Number(r.id),
      number: r.number,
      issuer: r.issuer,
      date: r.date,
      status: r.status,
      currency: r.currency,
      amount: fromPair(r.amount_u, r.amount_f),
      payAmount: fromPair(r.pay_u, r.pay_f),
      fx: r.fx_rate === null ? null : { rate: r.fx_rate, date: r.fx_date, source: r.fx_source },
    })),
    (r) => r.invoiceId,
  );
}

/** A credit note that is not void; amounts above zero lower the invoice. */
export interface CreditShare {
  invoiceId: number;
  number: string;
  date: string;
  net: Amount;
  total: Amount;
}

/** Credit notes by the id of the invoice that they lower, oldest first. */
export function creditsOn(read: ReadDb, invoiceIds: readonly number[]): Map<number, CreditShare[]> {
  const rows = read.allBig<{ credits_id: bigint; number: string; date: string; net_u: bigint; net_f: bigint; u: bigint; f: bigint }>(
    `SELECT credits_id, number, date, net_u, net_f, net_u + tax_u AS u, net_f + tax_f AS f FROM invoice
      WHERE stated <> 'void' AND credits_id IN (SELECT value FROM json_each(?)) ORDER BY date, number, id`,
    [JSON.stringify(invoiceIds)],
  );
  return Map.groupBy(
    rows.map((r) => ({
      invoiceId: Number(r.credits_id),
      number: r.number,
      date: r.date,
      net: negate(fromPair(r.net_u, r.net_f)),
      total: negate(fromPair(r.u, r.f)),
    })),
    (r) => r.invoiceId,
  );
}
