import type { Direction } from '../invoices/document.ts';
import { payable, type InvoiceStatus } from '../invoices/states.ts';
import { compare, subtract, sum, type Amount } from '../money/amount.ts';
import { fail, ok, type Result } from '../result.ts';
import { say } from '../words/said.ts';

/** One share of a payment, beside what is open on the invoice without this payment. */
export interface Share {
  invoice: string;
  direction: Direction;
  status: InvoiceStatus;
  currency: string;
  open: Amount;
  amount: Amount;
}

/**
 * What is left of the payment after the shares. Refuses received and issued invoices together, another currency, an invoice named twice, more than is open on
 * an invoice, more than the payment. Amounts are above zero before they come here.
 */
export function allocatePayment(
  payment: { amount: Amount; currency: string },
  shares: readonly Share[],
): Result<{ allocated: Amount; left: Amount }> {
  const seen = new Set<string>();
  const issued = shares.find((share) => share.direction === 'issued');
  const received = shares.find((share) => share.direction === 'received');
  if (issued && received)
    return fail(
      'payment.directions',
      say`Invoice ${{ issued: issued.invoice }} was issued here and ${{ received: received.invoice }} was received: one payment is either money in or money out.`,
      { value: issued.invoice, remedy: 'Record two payments.' },
    );
  for (const share of shares) {
    if (seen.has(share.invoice))
      return fail('payment.invoice-twice', say`Invoice ${{ invoice: share.invoice }} is named twice in this payment.`, {
        value: share.invoice,
        remedy: 'Give each invoice one share.',
      });
    seen.add(share.invoice);
    const ready = payable(share.invoice, share.status);
    if (!ready.ok) return ready;
    if (share.currency !== payment.currency)
      return fail(
        'payment.currency',
        say`Invoice ${{ invoice: share.invoice }} is in ${{ currency: share.currency }}, the payment in ${{ currency2: payment.currency }}.`,
        {
          value: share.currency,
          remedy: 'Record the payment in the currency of the invoice, as the vendor booked it.',
        },
      );
    if (compare(share.amount, share.open) > 0)
      return fail(
        'payment.over-open',
        say`Invoice ${{ invoice: share.invoice }} has ${{ open: share.open }} ${{ currency: share.currency }} open; ${{ amount: share.amount }} is more.`,
        {
          value: share.amount,
          remedy: say`Allocate at most ${{ open: share.open }}, and leave the rest on the payment.`,
        },
      );
  }
  const allocated = sum(shares.map((s) => s.amount));
  const left = subtract(payment.amount, allocated);
  if (compare(left, '0') < 0)
    return fail(
      'payment.over-amount',
      say`The shares add up to ${{ allocated }} ${{ currency: payment.currency }}; the payment is ${{ amount: payment.amount }}.`,
      {
        value: allocated,
        remedy: 'Lower a share, or correct the amount of the payment.',
      },
    );
  return ok({ allocated, left });
}
