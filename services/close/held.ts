import type { InvoiceFacts } from '../../db/queries/invoices.ts';
import type { PaymentRecord } from '../../db/queries/payments.ts';
import type { CertificateRecord } from '../../db/queries/wht.ts';
import { monthOf, type HeldCertificate, type HeldInvoice, type HeldPayment } from '../../domain/close/held.ts';
import { isLive } from '../../domain/wht/states.ts';

/** What a period holds of the invoice; null where it is void. */
export const heldInvoice = (i: InvoiceFacts | null): HeldInvoice | null =>
  i === null || i.stated === 'void'
    ? null
    : {
        kind: 'invoice',
        number: i.number,
        vendor: i.vendor,
        entity: i.entity,
        direction: i.direction,
        type: i.kind,
        period: bookedIn(i),
        currency: i.currency,
        net: i.net,
        tax: i.tax,
      };

/** The month that an invoice belongs to: that of its bills, else that of its date. */
export const bookedIn = (i: Pick<InvoiceFacts, 'period' | 'date'>): string => i.period ?? monthOf(i.date);

/** What a period holds of the payment; null where it is void. */
export const heldPayment = (p: PaymentRecord | null): HeldPayment | null =>
  p === null || p.status === 'void'
    ? null
    : {
        kind: 'payment',
        reference: p.reference,
        date: p.date,
        currency: p.currency,
        amount: p.amount,
        shares: inOrder(p.allocations.map((a) => ({ invoiceId: a.invoiceId, amount: a.amount }))),
      };

/** What a period holds of the certificate; null while it is a draft, refused or void. */
export const heldCertificate = (c: CertificateRecord | null): HeldCertificate | null =>
  c === null || !isLive(c.status)
    ? null
    : {
        kind: 'certificate',
        number: c.number,
        issuer: c.issuer,
        date: c.date,
        currency: c.currency,
        amount: c.total,
        shares: inOrder(c.lines.map((l) => ({ invoiceId: l.invoiceId, amount: l.payAmount }))),
      };

const inOrder = <T extends { invoiceId: number }>(shares: T[]): T[] => shares.toSorted((a, b) => a.invoiceId - b.invoiceId);
