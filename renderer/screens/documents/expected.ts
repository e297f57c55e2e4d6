import type { Invoice } from '../../../services/contract/invoices.ts';
import { payable } from '../../../domain/invoices/states.ts';
import { isPositive } from './amounts.ts';

type Papers = Pick<Invoice, 'kind' | 'direction' | 'status' | 'paid' | 'open' | 'allocations'>;

/** An issued invoice with something open: a payment or a certificate can be laid against it, also where the vendor calls it paid. */
export const isOpen = (invoice: Pick<Invoice, 'kind' | 'status' | 'open'>): boolean =>
  invoice.kind === 'invoice' && payable('', invoice.status).ok && isPositive(invoice.open);

/** The certificate that holds the invoice, if any; a refused or void one does not. */
export const certificateOf = (invoice: Pick<Invoice, 'allocations'>): string | null =>
  invoice.allocations.find((share) => share.kind === 'certificate')?.reference ?? null;

/** Paid, but not in full, and no certificate yet: what is open was, as far as one can tell, withheld. */
export const awaitsCertificate = (invoice: Papers): boolean =>
  invoice.direction === 'received' && isOpen(invoice) && isPositive(invoice.paid) && certificateOf(invoice) === null;
