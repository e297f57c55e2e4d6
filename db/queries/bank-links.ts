import type { Amount } from '../../domain/money/amount.ts';
import { fromPair, toPair } from '../../domain/money/pair.ts';
import type { ReadDb, WriteDb } from '../connection.ts';

/** A line is this payment, or a share of it; positive, in the line's currency. */
export interface BankLink {
  lineId: number;
  paymentId: number;
  amount: Amount;
}

type Row = { line_id: bigint; payment_id: bigint; amount_u: bigint; amount_f: bigint };
const linkOf = (r: Row): BankLink => ({
  lineId: Number(r.line_id),
  paymentId: Number(r.payment_id),
  amount: fromPair(r.amount_u, r.amount_f),
});

export const linksOfLines = (read: ReadDb, lines: readonly number[]): BankLink[] =>
  read
    .allBig<Row>('SELECT * FROM bank_line_payment WHERE line_id IN (SELECT value FROM json_each(?)) ORDER BY line_id, payment_id', [
      JSON.stringify(lines),
    ])
    .map(linkOf);

export const linksOfPayments = (read: ReadDb, payments: readonly number[]): BankLink[] =>
  read
    .allBig<Row>('SELECT * FROM bank_line_payment WHERE payment_id IN (SELECT value FROM json_each(?)) ORDER BY payment_id, line_id', [
      JSON.stringify(payments),
    ])
    .map(linkOf);

export function insertLink(write: WriteDb, { lineId, paymentId, amount }: BankLink): void {
  const { units, fraction } = toPair(amount);
  write.run('INSERT INTO bank_line_payment (line_id, payment_id, amount_u, amount_f) VALUES (?, ?, ?, ?)', [
    lineId,
    paymentId,
    units,
    fraction,
  ]);
}

export const deleteLinksOfPayment = (write: WriteDb, payment: number): void =>
  void write.run('DELETE FROM bank_line_payment WHERE payment_id = ?', [payment]);

/** Where a payment stands in the statements of a bank. */
export interface BankPlace {
  line: number;
  statement: number;
  account: string;
  file: string;
  row: number;
  booked: string;
  amount: Amount;
}

type PlaceRow = {
  line: bigint;
  payment: bigint;
  statement: bigint;
  account: string;
  file: string;
  row: bigint;
  booked: string;
  amount_u: bigint;
  amount_f: bigint;
};

/** The lines that each payment is, by its id. */
export function bankOfPayments(read: ReadDb, payments: readonly number[]): Map<number, BankPlace[]> {
  const found = new Map<number, BankPlace[]>();
  for (const r of read.allBig<PlaceRow>(
    `SELECT p.line_id AS line, p.payment_id AS payment, l.statement_id AS statement, a.number AS account, s.file, l.row, l.booked, p.amount_u, p.amount_f
      FROM bank_line_payment p JOIN bank_line l ON l.id = p.line_id JOIN bank_statement s ON s.id = l.statement_id JOIN bank_account a ON a.id = l.account_id
      WHERE p.payment_id IN (SELECT value FROM json_each(?)) ORDER BY p.payment_id, l.booked, l.id`,
    [JSON.stringify(payments)],
  )) {
    const places = found.get(Number(r.payment)) ?? [];
    places.push({
      line: Number(r.line),
      statement: Number(r.statement),
      account: r.account,
      file: r.file,
      row: Number(r.row),
      booked: r.booked,
      amount: fromPair(r.amount_u, r.amount_f),
    });
    found.set(Number(r.payment), places);
  }
  return found;
}
