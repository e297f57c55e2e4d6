import { canonicalJson } from '../../db/audit.ts';
import type { ReadDb } from '../../db/connection.ts';
import type { HeldKind } from '../../db/queries/closes.ts';
import { listInvoices, type InvoiceRecord } from '../../db/queries/invoices.ts';
import { listPayments } from '../../db/queries/payments.ts';
import { listCertificates } from '../../db/queries/wht.ts';
import { monthOf, type HeldMoney } from '../../domain/close/held.ts';
import { bookedIn, heldCertificate, heldInvoice, heldPayment } from './held.ts';
import { sha256 } from './hash.ts';

/** A document as a certificate lists it; `hash` is over what the period holds of it. */
export interface ClosedDocument {
  kind: HeldKind;
  id: number;
  number: string;
  /** Vendor of an invoice, issuer of a certificate; empty for a payment. */
  of: string;
  date: string;
  currency: string;
  amount: string;
  hash: string;
}

/**
 * Documents that the period counts: its invoices and credit notes; payments and certificates of its days, and those that lie on its
 * invoices. Void ones and drafts are none.
 */
export function documentsOf(read: ReadDb, period: string): ClosedDocument[] {
  const invoices = listInvoices(read, { direction: 'both' }).filter((i) => i.stated !== 'void' && bookedIn(i) === period);
  const numbers = new Map(invoices.map((i) => [i.id, i]));
  const of = (shares: readonly { invoiceId: number }[], date: string): boolean =>
    monthOf(date) === period || shares.some((s) => numbers.has(s.invoiceId));
  const hashOf = (money: HeldMoney): string => sha256(canonicalJson({ ...money, shares: sharesOn(money, numbers) }));
  const found: ClosedDocument[] = [
    ...invoices.map((i) => ({
      kind: 'invoice' as const,
      id: i.id,
      number: i.number,
      of: i.vendor,
      date: i.date,
      currency: i.currency,
      amount: i.total,
      hash: sha256(canonicalJson(heldInvoice(i))),
    })),
    ...listPayments(read).flatMap((p) => {
      const held = heldPayment(p);
      if (!held || !of(held.shares, p.date)) return [];
      return [
        {
          kind: 'payment' as const,
          id: p.id,
          number: p.reference,
          of: '',
          date: p.date,
          currency: p.currency,
          amount: p.amount,
          hash: hashOf(held),
        },
      ];
    }),
    ...listCertificates(read).flatMap((c) => {
      const held = heldCertificate(c);
      if (!held || !of(held.shares, c.date)) return [];
      return [
        {
          kind: 'certificate' as const,
          id: c.id,
          number: c.number,
          of: c.issuer,
          date: c.date,
          currency: c.currency,
          amount: c.total,
          hash: hashOf(held),
        },
      ];
    }),
  ];
  return found.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

const RANK = { invoice: 0, payment: 1, certificate: 2 } as const;
const keyOf = (d: ClosedDocument): string => [RANK[d.kind], d.date, d.number, d.id].join(' ');

/** Shares on the period's own invoices: what is laid on others belongs to their months. */
const sharesOn = (money: HeldMoney, invoices: ReadonlyMap<number, InvoiceRecord>): unknown[] =>
  money.shares.flatMap((s) => {
    const invoice = invoices.get(s.invoiceId);
    return invoice ? [{ vendor: invoice.vendor, invoice: invoice.number, amount: s.amount }] : [];
  });
