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
import { releasePayment } from '../bank/link.ts';
import type { ParsedInput } from '../contract/index.ts';
import type { Payment } from '../contract/payments.ts';
import { holdPayment } from '../close/locked.ts';
import type { Act } from '../invoices/act.ts';
import { inTransaction } from '../invoices/act.ts';
import { withSettlement } from '../invoices/settlement.ts';
import type { Handler } from '../runtime/services.ts';
import { endMatchesOf } from '../match/voided.ts';
import { planShares, type PlannedShare, type WantedShare } from './shares.ts';
import { findPayment, toPayment } from './view.ts';

/** A payment with its first shares; a refused share refuses the payment too. */
export const addPayment: Handler<'payments/add'> = (input, context) => inTransaction(context, (act) => enterPayment(act, input));

/** As addPayment, in the caller's transaction; `action` is what the trail calls it. */
export function enterPayment(act: Act, input: ParsedInput<'payments/add'>, action = 'payments/add'): Payment {
  const facts = {
    date: input.date,
    amount: unwrap(positiveAmount(input.amount, 'amount')),
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
  return recorded(act, action, id, null);
}

/** Replaces the payment's shares by the given ones. */
export const allocate: Handler<'payments/allocate'> = (input, context) =>
  inTransaction(context, (act) => changeShares(act, input.id, input.allocate));

/** As allocate, in the caller's transaction. */
export function changeShares(act: Act, id: number, wanted: readonly WantedShare[], action = 'payments/allocate'): Payment {
  const before = active(act, id);
  return putShares(act, id, planShares(act.write, act.today, before, before.allocations, wanted), action);
}

/** As changeShares, for shares that the payment had before: they are not held against what is open now. */
export function putShares(act: Act, id: number, shares: readonly PlannedShare[], action: string): Payment {
  const before = active(act, id);
  layShares(
    act,
    id,
    before.allocations.map((a) => a.invoiceId),
    shares,
    `payment ${before.reference}`,
  );
  addHistory(act.write, 'payment', id, { at: act.at, who: act.who, event: 'allocated', from: 'active', to: 'active', reason: null });
  return recorded(act, action, id, before);
}

/** Voids the payment and frees what it held on invoices. */
export const voidPayment: Handler<'payments/void'> = (input, context) =>
  inTransaction(context, (act) => voidEntered(act, input.id, input.reason));

/** As voidPayment, in the caller's transaction. */
export function voidEntered(act: Act, id: number, reason: string, action = 'payments/void'): Payment {
  const before = active(act, id);
  layShares(
    act,
    id,
    before.allocations.map((a) => a.invoiceId),
    [],
    `payment ${before.reference} was voided`,
  );
  setPaymentStatus(act.write, id, 'void');
  releasePayment(act, id, action);
  endMatchesOf(act, id, reason, action);
  addHistory(act.write, 'payment', id, { at: act.at, who: act.who, event: 'voided', from: 'active', to: 'void', reason });
  return recorded(act, action, id, before);
}

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

function recorded(act: Act, action: string, id: number, before: PaymentRecord | null): Payment {
  const after = findPayment(act.write, id);
  holdPayment(act, action, before, after);
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
