import { paymentAsMoney, unlinkedPayments } from '../../db/queries/match-money.ts';
import { worthOf } from '../../domain/match/allocation.ts';
import type { Money } from '../../domain/match/money.ts';
import { printed } from '../../domain/match/printed.ts';
import { equal, type Amount } from '../../domain/money/amount.ts';
import { refuse } from '../../domain/result.ts';
import { say } from '../../domain/words/said.ts';
import { tell } from '../../domain/words/tell.ts';
import { linkLine } from '../bank/link.ts';
import { settingsOf } from '../book/profile.ts';
import type { Act } from '../invoices/act.ts';
import { enterPayment } from '../payments/commands.ts';
import type { WantedShare } from '../payments/shares.ts';

const LONGEST_REFERENCE = 100;
const LONGEST_NOTE = 4000;

/** Makes a payment of the line with its shares, and links the whole line to it; returns its id. */
export function paymentOfLine(
  act: Act,
  money: Money,
  of: { amount: Amount; currency: string; fee: Amount | null; shares: readonly WantedShare[] },
): number {
  const { language } = settingsOf(act.write);
  const [reference, text] = [money.reference.trim(), money.text.trim()];
  const remarks = [
    text,
    money.counterparty.trim(),
    of.fee === null
      ? ''
      : tell(say`Fee of the bank: ${{ fee: printed(of.fee, money.currency) }} ${{ currency: money.currency }}.`, language),
    of.currency === money.currency
      ? ''
      : tell(say`Paid as ${{ amount: printed(money.left, money.currency) }} ${{ currency: money.currency }}.`, language),
  ];
  const { id } = enterPayment(
    act,
    {
      date: money.date,
      amount: of.amount,
      currency: of.currency,
      reference: (reference || text || money.counterparty.trim() || `${money.kind} ${money.id}`).slice(0, LONGEST_REFERENCE),
      method: tell(say`Bank statement`, language),
      note: remarks
        .filter((r) => r !== '' && r !== reference)
        .join('\n')
        .slice(0, LONGEST_NOTE),
      allocate: of.shares.map((s) => ({ ...s })),
    },
    'match/accept',
  );
  linkLine(act, { line: money.id, payment: id, amount: money.left, action: 'match/accept' });
  return id;
}

/** Says that the line is a payment of the book. Refuses one of another amount or direction, or that another line is. */
export function linkedPayment(act: Act, money: Money, payment: number, fee: Amount | null): void {
  const own = paymentAsMoney(act.write, payment);
  const free = unlinkedPayments(act.write).some((p) => p.id === payment);
  const worth = money.direction === null ? money.left : worthOf(money.left, fee, money.direction);
  if (
    !own ||
    !free ||
    own.currency !== money.currency ||
    !equal(own.amount, worth) ||
    (own.direction !== null && own.direction !== money.direction)
  )
    refuse(
      'match.payment',
      own && free
        ? say`Payment ${{ reference: own.reference }} is ${{ amount: own.amount }} ${{ currency: own.currency }}; the line is ${{ worth }} ${{ currency2: money.currency }}, or moves the other way.`
        : say`Payment ${{ payment }} is void, or another line is it already.`,
      { value: String(payment), remedy: 'Choose another payment, or make a new one of the line.' },
    );
  linkLine(act, { line: money.id, payment, amount: money.left, action: 'match/accept' });
}
