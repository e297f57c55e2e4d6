import type { Money } from '../../domain/match/money.ts';
import type { BookPayment } from '../../domain/match/book.ts';
import type { Direction } from '../../domain/invoices/document.ts';
import { absolute, compare, isNegative, subtract } from '../../domain/money/amount.ts';
import { fromPair } from '../../domain/money/pair.ts';
import type { Params, ReadDb } from '../connection.ts';

interface LineRow {
  id: bigint;
  booked: string;
  valued: string | null;
  amount_u: bigint;
  amount_f: bigint;
  used_u: bigint;
  used_f: bigint;
  currency: string;
  reference: string;
  text: string;
  counterparty: string;
  counterparty_account: string;
  charges_u: bigint | null;
  charges_f: bigint | null;
  original_u: bigint | null;
  original_f: bigint | null;
  original_currency: string | null;
  rate: string | null;
}

const lines = (read: ReadDb, where: string, params: Params): Money[] =>
  read
    .allBig<LineRow>(
      `SELECT l.*, (SELECT COALESCE(SUM(p.amount_u), 0) FROM bank_line_payment p WHERE p.line_id = l.id) AS used_u,
         (SELECT COALESCE(SUM(p.amount_f), 0) FROM bank_line_payment p WHERE p.line_id = l.id) AS used_f
       FROM bank_line l WHERE l.state = 'open' AND ${where} ORDER BY l.booked DESC, l.id DESC`,
      params,
    )
    .map(toMoney);

function toMoney(row: LineRow): Money {
  const signed = fromPair(row.amount_u, row.amount_f);
  const amount = absolute(signed);
  return {
    kind: 'bank',
    id: Number(row.id),
    date: row.valued ?? row.booked,
    direction: isNegative(signed) ? 'received' : 'issued',
    currency: row.currency,
    amount,
    left: subtract(amount, fromPair(row.used_u, row.used_f)),
    reference: row.reference,
    text: row.text,
    counterparty: row.counterparty,
    account: row.counterparty_account,
    charges: row.charges_u === null ? null : fromPair(row.charges_u, row.charges_f!),
    original:
      row.original_u === null
        ? null
        : { currency: row.original_currency!, amount: absolute(fromPair(row.original_u, row.original_f!)), rate: row.rate },
  };
}

/** Lines of statements that are no payment yet, the latest first. A line of nothing is none. */
export const openLines = (read: ReadDb): Money[] => lines(read, '(l.amount_u <> 0 OR l.amount_f <> 0)', []);

export const openLine = (read: ReadDb, id: number): Money | undefined => lines(read, 'l.id = ?', [id])[0];

interface PaymentRow {
  id: bigint;
  date: string;
  amount_u: bigint;
  amount_f: bigint;
  used_u: bigint;
  used_f: bigint;
  currency: string;
  reference: string;
  note: string;
  direction: Direction | null;
  lines: bigint;
}

const payments = (read: ReadDb, where: string, params: Params): PaymentRow[] =>
  read.allBig<PaymentRow>(
    `SELECT p.*, COALESCE(a.u, 0) AS used_u, COALESCE(a.f, 0) AS used_f, a.direction,
       (SELECT COUNT(*) FROM bank_line_payment b WHERE b.payment_id = p.id) AS lines
     FROM payment p LEFT JOIN (SELECT s.payment_id, SUM(s.amount_u) AS u, SUM(s.amount_f) AS f, MIN(i.direction) AS direction
         FROM payment_allocation s JOIN invoice i ON i.id = s.invoice_id GROUP BY s.payment_id) a ON a.payment_id = p.id
     WHERE p.status = 'active' AND ${where} ORDER BY p.date DESC, p.id DESC`,
    params,
  );

const leftOf = (row: PaymentRow): { amount: string; left: string } => {
  const amount = fromPair(row.amount_u, row.amount_f);
  return { amount, left: subtract(amount, fromPair(row.used_u, row.used_f)) };
};

function paymentMoney(row: PaymentRow): Money {
  return {
    kind: 'payment',
    id: Number(row.id),
    date: row.date,
    direction: row.direction,
    currency: row.currency,
    ...leftOf(row),
    reference: row.reference,
    text: row.note,
    counterparty: '',
    account: '',
    charges: null,
    original: null,
  };
}

/** Payments of the book with money left, the latest first. */
export const paymentsWithRest = (read: ReadDb): Money[] =>
  payments(read, '1', [])
    .map(paymentMoney)
    .filter((m) => compare(m.left, '0') > 0);

/** An active payment as money; also one of which nothing is left. */
export const paymentAsMoney = (read: ReadDb, id: number): Money | undefined => payments(read, 'p.id = ?', [id]).map(paymentMoney)[0];

/** Active payments that no line of a statement is linked to. */
export const unlinkedPayments = (read: ReadDb): BookPayment[] =>
  payments(read, '1', [])
    .filter((row) => row.lines === 0n)
    .map((row) => ({
      id: Number(row.id),
      date: row.date,
      amount: leftOf(row).amount,
      currency: row.currency,
      reference: row.reference,
      direction: row.direction,
    }));
