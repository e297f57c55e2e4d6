import { registerRowsById } from '../../../db/queries/register-rows.ts';
import type { ReadDb } from '../../../db/connection.ts';
import { compare } from '../../../domain/money/amount.ts';
import { refuse } from '../../../domain/result.ts';
import { say } from '../../../domain/words/said.ts';
import { settingsOf } from '../../book/profile.ts';
import type { MakingWhat } from '../../contract/making.ts';
import { findPayment } from '../../payments/view.ts';
import type { Source } from './source.ts';

type TopUp = Extract<MakingWhat, { kind: 'top-up' }>;
const REGISTERS = ['payment-history', 'income-expense'];

/** A top-up invoice (普通开票): one line of the amount that came in, by a payment of the book or a row of a vendor's list. */
export function topUpSource(read: ReadDb, { payment, row }: TopUp): Source {
  if ((payment === null) === (row === null))
    refuse('making.top-up-source', 'A top-up invoice is made of one payment, or of one row of a list.', {
      column: 'what',
      remedy: 'Name the payment or the row, not both.',
    });
  const { amount, currency, reference } = payment === null ? rowOf(read, row!) : paymentOf(read, payment);
  if (compare(amount, '0') <= 0)
    refuse('making.top-up-sign', say`${{ reference }} is no top-up: its amount is ${{ amount }}.`, {
      column: 'amount',
      value: amount,
      remedy: 'Make a credit note for a withdrawal.',
    });
  const words = settingsOf(read).language === 'zh-CN' ? '充值' : 'Top-up';
  return {
    type: 'top-up',
    currency,
    lines: [{ description: `${words} ${reference}`, exact: amount, quantity: null, scope: null }],
    period: null,
    first: null,
    last: null,
    orderReference: reference,
    warnings: [],
  };
}

function paymentOf(read: ReadDb, id: number): { amount: string; currency: string; reference: string } {
  const payment = findPayment(read, id);
  if (payment.status === 'void')
    refuse('making.payment-void', say`Payment ${{ reference: payment.reference }} is void.`, {
      value: payment.reference,
      remedy: 'Choose another payment.',
    });
  return payment;
}

function rowOf(read: ReadDb, id: number): { amount: string; currency: string; reference: string } {
  const [found] = registerRowsById(read, [id]);
  const amount = found?.data['amount'];
  if (!found || !REGISTERS.includes(found.register) || amount === null || amount === undefined || found.currency === null)
    refuse('making.no-top-up', say`Row ${{ id }} of the lists is no payment with an amount and a currency.`, {
      column: 'row',
      value: String(id),
      remedy: 'Choose a row of the payment history, or of income and expenses.',
    });
  const name = found.data['documentId'] ?? found.data['serial'];
  return { amount, currency: found.currency, reference: name ?? `${found.file}:${found.row}` };
}
