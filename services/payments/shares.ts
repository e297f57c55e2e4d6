import type { WriteDb } from '../../db/connection.ts';
import type { PaymentRecord, PaymentFacts } from '../../db/queries/payments.ts';
import type { VendorName } from '../../db/queries/invoices.ts';
import { openOf, statusOn } from '../../domain/invoices/balance.ts';
import { positiveAmount } from '../../domain/invoices/document-amount.ts';
import { add, type Amount } from '../../domain/money/amount.ts';
import { allocatePayment } from '../../domain/payments/allocation.ts';
import { refuse, unwrap } from '../../domain/result.ts';
import { say } from '../../domain/words/said.ts';
import { findInvoice } from '../invoices/find.ts';

export interface WantedShare {
  invoice: string;
  vendor?: VendorName | null | undefined;
  amount: string;
}
export interface PlannedShare {
  invoiceId: number;
  amount: Amount;
}

/**
 * Looks up the invoices and checks the shares against payment and open amounts. What the payment itself holds on an
 * invoice counts as open, since its shares are about to be replaced.
 */
export function planShares(
  write: WriteDb,
  today: string,
  payment: Pick<PaymentFacts, 'amount' | 'currency'>,
  held: PaymentRecord['allocations'],
  wanted: readonly WantedShare[],
): PlannedShare[] {
  const shares = wanted.map((w) => {
    const invoice = findInvoice(write, w.invoice, w.vendor ?? null);
    if (invoice.kind === 'credit-note')
      refuse('payment.credit-note', say`${{ number: invoice.number }} is a credit note; a payment goes to invoices.`, {
        value: invoice.number,
        remedy: say`It already reduces invoice ${{ credits: invoice.credits ?? '' }}.`,
      });
    const own = held.find((h) => h.invoiceId === invoice.id)?.amount ?? '0';
    return {
      invoiceId: invoice.id,
      invoice: invoice.number,
      direction: invoice.direction,
      status: statusOn(invoice, today),
      currency: invoice.currency,
      open: add(openOf(invoice), own),
      amount: unwrap(positiveAmount(w.amount, `allocate.${invoice.number}`)),
    };
  });
  unwrap(allocatePayment(payment, shares));
  return shares.map(({ invoiceId, amount }) => ({ invoiceId, amount }));
}
