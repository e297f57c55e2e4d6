import { appendAudit } from '../../db/audit.ts';
import { addHistory } from '../../db/queries/history.ts';
import {
  insertPayment,
  paymentSnapshot,
  paymentSubject,
  replaceShares,
  setPaymentStatus,
  type PaymentRecord,
} from '../../db/queries/payments.ts';
import { positiveAmount } from '../../domain/invoices/document-amount.ts';
import { refuse, unwrap } from '../../domain/result.ts';
import { say } from '../../domain/words/said.ts';
import type { Act } from '../invoices/act.ts';
import { inTransaction } from '../invoices/act.ts';
import { withSettlement } from '../invoices/settlement.ts';
import type { Handler } from '../runtime/services.ts';
import { planShares, type PlannedShare } from './shares.ts';
import { findPayment, toPayment } from './view.ts';

/** A payment with its first shares; a refused share refuses the payment too. */
export const addPayment: Handler<'payments/add'> = (input, context) => {
  const amount = unwrap(positiveAmount(input.amount, 'amount'));
  return inTransaction(context, (act) => {
    const facts = {
      date: input.date,
      amount,
      currency: input.currency,
      reference: input.reference,
      method: input.method,
      note: input.note,
      status: 'active' as const,
    };
    const shares = planShares(act.write, act.today, facts, [], input.allocate);
    const id = insertPayment(act.write, facts);
    addHistory(act.write, 'payment', id, { at: act.at, who: act.who, event: 'added', from: null, to: 'active', reason: null });
    layShares(act, id, [], shares, `payment ${input.reference}`);
    return recorded(act, 'payments/add', id, null);
  });
};

/** Replaces the payment's shares by the given ones. */
export const allocate: Handler<'payments/allocate'> = (input, context) =>
  inTransaction(context, (act) => {
    const before = active(act, input.id);
    const shares = planShares(act.write, act.today, before, before.allocations, input.allocate);
    layShares(
      act,
      input.id,
      before.allocations.map((a) => a.invoiceId),
      shares,
      `payment ${before.reference}`,
    );
    addHistory(act.write, 'payment', input.id, {
      at: act.at,
      who: act.who,
      event: 'allocated',
      from: 'active',
      to: 'active',
      reason: null,
    });
    return recorded(act, 'payments/allocate', input.id, before);
  });

/** Voids the payment and frees what it held on invoices. */
export const voidPayment: Handler<'payments/void'> = (input, context) =>
  inTransaction(context, (act) => {
    const before = active(act, input.id);
    layShares(
      act,
      input.id,
      before.allocations.map((a) => a.invoiceId),
      [],
      `payment ${before.reference} was voided`,
    );
    setPaymentStatus(act.write, input.id, 'void');
    addHistory(act.write, 'payment', input.id, {
      at: act.at,
      who: act.who,
      event: 'voided',
      from: 'active',
      to: 'void',
      reason: input.reason,
    });
    return recorded(act, 'payments/void', input.id, before);
  });

function active(act: Act, id: number): PaymentRecord {
  const payment = findPayment(act.write, id);
  if (payment.status === 'void')
    refuse('payment.void', say`Payment ${{ reference: payment.reference }} is void.`, {
      value: payment.reference,
      remedy: 'Add the payment anew.',
    });
  return payment;
}

const layShares = (act: Act, id: number, held: readonly number[], shares: readonly PlannedShare[], cause: string): void =>
  withSettlement(act, [...new Set([...held, ...shares.map((s) => s.invoiceId)])], cause, () => replaceShares(act.write, id, shares));

function recorded(act: Act, action: string, id: number, before: PaymentRecord | null): ReturnType<typeof toPayment> {
  const after = findPayment(act.write, id);
  appendAudit(act.write, {
    at: act.at,
    who: act.who,
    action,
    subject: paymentSubject(id),
    before: before && paymentSnapshot(before),
    after: paymentSnapshot(after),
  });
  return toPayment(act.write, after);
}
