import type { Book } from '../../db/book.ts';
import { insertInvoice, PLAIN_DOCUMENT, type InvoiceFacts } from '../../db/queries/invoices.ts';
import { insertPayment, replaceShares } from '../../db/queries/payments.ts';
import { insertCertificate } from '../../db/queries/wht.ts';
import { PLAIN_CERTIFICATE } from '../../domain/wht/certificate.ts';

/** An issued invoice of September 2023 over 100 USD without tax, unless told otherwise. Returns its id. */
export function addInvoice(book: Book, facts: Partial<InvoiceFacts> = {}): number {
  return insertInvoice(book.write, {
    ...PLAIN_DOCUMENT,
    vendor: 'huawei',
    number: 'INV-1',
    kind: 'invoice',
    entity: null,
    date: '2023-10-05',
    due: null,
    period: '2023-09',
    currency: 'USD',
    net: '100',
    tax: '0',
    stated: 'unpaid',
    creditsId: null,
    note: '',
    source: 'entered',
    figures: {},
    ...facts,
  });
}

/** A payment with its shares on invoices, by id. */
export function addPayment(book: Book, amount: string, shares: Record<number, string>, currency = 'USD'): number {
  const id = insertPayment(book.write, {
    date: '2023-10-20',
    amount,
    currency,
    reference: `P-${amount}`,
    method: '',
    note: '',
    status: 'active',
  });
  replaceShares(
    book.write,
    id,
    Object.entries(shares).map(([invoiceId, share]) => ({ invoiceId: Number(invoiceId), amount: share })),
  );
  return id;
}

/** A certificate; its lines are not held against its total here, so that a test can make a wrong one. */
export function addCertificate(
  book: Book,
  total: string,
  lines: Record<number, { amount: string; payAmount: string }>,
  options: { number?: string; currency?: string; status?: 'submitted' | 'accepted' } = {},
): number {
  return insertCertificate(
    book.write,
    {
      ...PLAIN_CERTIFICATE,
      replacesId: null,
      number: options.number ?? 'W-1',
      generated: false,
      issuer: '',
      date: '2023-10-21',
      total,
      currency: options.currency ?? 'USD',
      note: '',
      status: options.status ?? 'submitted',
    },
    Object.entries(lines).map(([invoiceId, line]) => ({ invoiceId: Number(invoiceId), ...line })),
  );
}
