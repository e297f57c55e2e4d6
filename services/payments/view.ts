import type { ReadDb } from '../../db/connection.ts';
import { bankOfPayments } from '../../db/queries/bank-links.ts';
import { historiesOf } from '../../db/queries/history.ts';
import { paymentById, type PaymentRecord } from '../../db/queries/payments.ts';
import { subtract, sum } from '../../domain/money/amount.ts';
import { refuse } from '../../domain/result.ts';
import { say } from '../../domain/words/said.ts';
import type { Payment } from '../contract/payments.ts';

/** Payments as the contract shows them; what is left is always computed, never stored. */
export function toPayments(read: ReadDb, records: readonly PaymentRecord[]): Payment[] {
  const histories = historiesOf(
    read,
    'payment',
    records.map((r) => r.id),
  );
  const bank = bankOfPayments(
    read,
    records.map((r) => r.id),
  );
  return records.map((r) => {
    const allocated = sum(r.allocations.map((a) => a.amount));
    return {
      id: r.id,
      date: r.date,
      amount: r.amount,
      currency: r.currency,
      reference: r.reference,
      method: r.method,
      note: r.note,
      status: r.status,
      allocated,
      left: subtract(r.amount, allocated),
      allocations: r.allocations.map((a) => ({ invoice: a.invoice, amount: a.amount })),
      direction: r.allocations[0]?.direction ?? null,
      bank: bank.get(r.id) ?? [],
      history: histories.get(r.id) ?? [],
    };
  });
}

export const toPayment = (read: ReadDb, record: PaymentRecord): Payment => toPayments(read, [record])[0]!;

export function findPayment(read: ReadDb, id: number): PaymentRecord {
  const found = paymentById(read, id);
  if (!found)
    refuse('payment.not-found', say`There is no payment ${{ id }}.`, { value: String(id), remedy: 'Look it up in the list of payments.' });
  return found;
}
