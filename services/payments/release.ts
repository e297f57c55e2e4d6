import { appendAudit } from '../../db/audit.ts';
import { addHistory } from '../../db/queries/history.ts';
import { paymentSnapshot, paymentSubject, replaceShares } from '../../db/queries/payments.ts';
import { holdPayment } from '../close/locked.ts';
import type { Act } from '../invoices/act.ts';
import { findPayment } from './view.ts';

/** Takes the payment's share off one invoice, with history and audit: the money is left on the payment. */
export function releaseInvoice(act: Act, paymentId: number, invoiceId: number, cause: string): void {
  const before = findPayment(act.write, paymentId);
  replaceShares(
    act.write,
    paymentId,
    before.allocations.filter((a) => a.invoiceId !== invoiceId),
  );
  const after = findPayment(act.write, paymentId);
  holdPayment(act, 'invoices/void', before, after);
  addHistory(act.write, 'payment', paymentId, {
    at: act.at,
    who: act.who,
    event: 'released',
    from: before.status,
    to: before.status,
    reason: cause,
  });
  appendAudit(act.write, {
    at: act.at,
    who: act.who,
    action: 'invoices/void',
    subject: paymentSubject(paymentId),
    before: paymentSnapshot(before),
    after: paymentSnapshot(after),
  });
}
