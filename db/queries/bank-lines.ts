import type { ReadLine } from '../../domain/bank/statement.ts';
import { fromPair, toPair } from '../../domain/money/pair.ts';
import type { Amount } from '../../domain/money/amount.ts';
import type { ReadDb, WriteDb } from '../connection.ts';
import { halves, whole } from './bank-pair.ts';

export type BankLineState = 'open' | 'matched' | 'ignored';

/** A line of a bank or card account as the book holds it; `amount` is negative when it left the account. */
export interface BankLineRecord extends Omit<ReadLine, 'balance'> {
  id: number;
  accountId: number;
  statementId: number;
  position: number;
  currency: string;
  identity: string;
  state: BankLineState;
  reason: string | null;
}

export interface BankLineRow {
  id: bigint;
  account_id: bigint;
  statement_id: bigint;
  position: bigint;
  row: bigint;
  booked: string;
  valued: string | null;
  amount_u: bigint;
  amount_f: bigint;
  currency: string;
  reference: string;
  text: string;
  counterparty: string;
  counterparty_account: string;
  bank_id: string;
  code: string;
  reversal: bigint;
  charges_u: bigint | null;
  charges_f: bigint | null;
  original_u: bigint | null;
  original_f: bigint | null;
  original_currency: string | null;
  rate: string | null;
  source: string;
  identity: string;
  state: BankLineState;
  reason: string | null;
}

export const lineRecord = (r: BankLineRow): BankLineRecord => ({
  id: Number(r.id),
  accountId: Number(r.account_id),
  statementId: Number(r.statement_id),
  position: Number(r.position),
  row: Number(r.row),
  booked: r.booked,
  valued: r.valued,
  amount: fromPair(r.amount_u, r.amount_f),
  currency: r.currency,
  reference: r.reference,
  text: r.text,
  counterparty: r.counterparty,
  counterpartyAccount: r.counterparty_account,
  bankId: r.bank_id,
  code: r.code,
  reversal: r.reversal === 1n,
  charges: whole(r.charges_u, r.charges_f),
  original: r.original_currency === null ? null : { amount: whole(r.original_u, r.original_f), currency: r.original_currency },
  rate: r.rate,
  source: JSON.parse(r.source) as Record<string, string>,
  identity: r.identity,
  state: r.state,
  reason: r.reason,
});

export const bankLinesById = (read: ReadDb, ids: readonly number[]): BankLineRecord[] =>
  read
    .allBig<BankLineRow>('SELECT * FROM bank_line WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id', [JSON.stringify(ids)])
    .map(lineRecord);

/** Lines of a statement in their order, also those that came in with an earlier one. */
export const linesOfStatement = (read: ReadDb, statement: number): BankLineRecord[] =>
  read
    .allBig<BankLineRow>('SELECT l.* FROM bank_entry e JOIN bank_line l ON l.id = e.line_id WHERE e.statement_id = ? ORDER BY e.position', [
      statement,
    ])
    .map(lineRecord);

/** Ids of the account's lines by identity, of those that are asked for. */
export function knownIdentities(read: ReadDb, account: number, identities: readonly string[]): Map<string, number> {
  return new Map(
    read
      .all<{ id: number; identity: string }>(
        'SELECT id, identity FROM bank_line WHERE account_id = ? AND identity IN (SELECT value FROM json_each(?))',
        [account, JSON.stringify(identities)],
      )
      .map((r) => [r.identity, r.id]),
  );
}

/** Amounts of each statement's lines by line, for every active statement of the account. */
export function entriesOfAccount(read: ReadDb, account: number): Map<number, Map<number, Amount>> {
  const found = new Map<number, Map<number, Amount>>();
  for (const r of read.allBig<{ statement_id: bigint; line_id: bigint; amount_u: bigint; amount_f: bigint }>(
    `SELECT e.statement_id, e.line_id, l.amount_u, l.amount_f FROM bank_line l JOIN bank_entry e ON e.line_id = l.id
      WHERE l.account_id = ? ORDER BY e.statement_id, e.position`,
    [account],
  )) {
    const id = Number(r.statement_id);
    const lines = found.get(id) ?? new Map<number, Amount>();
    found.set(id, lines.set(Number(r.line_id), fromPair(r.amount_u, r.amount_f)));
  }
  return found;
}

export function insertBankLine(
  write: WriteDb,
  line: Omit<ReadLine, 'balance'> & { accountId: number; statementId: number; position: number; currency: string; identity: string },
): number {
  const { units, fraction } = toPair(line.amount);
  return write.run(
    `INSERT INTO bank_line (account_id, statement_id, position, row, booked, valued, amount_u, amount_f, currency, reference, text, counterparty,
      counterparty_account, bank_id, code, reversal, charges_u, charges_f, original_u, original_f, original_currency, rate, source, identity, state)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'open')`,
    [
      line.accountId,
      line.statementId,
      line.position,
      line.row,
      line.booked,
      line.valued,
      units,
      fraction,
      line.currency,
      line.reference,
      line.text,
      line.counterparty,
      line.counterpartyAccount,
      line.bankId,
      line.code,
      line.reversal ? 1 : 0,
      ...halves(line.charges),
      ...halves(line.original?.amount ?? null),
      line.original?.currency ?? null,
      line.rate,
      JSON.stringify(line.source),
      line.identity,
    ],
  ).id;
}

export const insertEntry = (write: WriteDb, statement: number, position: number, row: number, line: number): void =>
  void write.run('INSERT INTO bank_entry (statement_id, position, row, line_id) VALUES (?, ?, ?, ?)', [statement, position, row, line]);

export const setBankLineState = (write: WriteDb, id: number, state: BankLineState, reason: string | null): void =>
  void write.run('UPDATE bank_line SET state = ?, reason = ? WHERE id = ?', [state, reason, id]);

/**
 * Takes a statement's lines out of the book: a line that another active statement has goes over to that one, with its place there; all others
 * are removed. Returns how many.
 */
export function takeOutLines(write: WriteDb, statement: number): { removed: number; kept: number } {
  const kept = write.run(
    `UPDATE bank_line SET (statement_id, position, row) = (SELECT e.statement_id, e.position, e.row FROM bank_entry e
        WHERE e.line_id = bank_line.id AND e.statement_id <> :statement ORDER BY e.statement_id LIMIT 1)
      WHERE statement_id = :statement AND EXISTS (SELECT 1 FROM bank_entry e WHERE e.line_id = bank_line.id AND e.statement_id <> :statement)`,
    { statement },
  ).changes;
  write.run('DELETE FROM bank_entry WHERE statement_id = ?', [statement]);
  return { removed: write.run('DELETE FROM bank_line WHERE statement_id = ?', [statement]).changes, kept };
}

/** Lines that only this statement has and that are payments, in whole or in part. */
export const heldLinesOf = (read: ReadDb, statement: number): BankLineRecord[] =>
  read
    .allBig<BankLineRow>(
      `SELECT l.* FROM bank_line l WHERE l.statement_id = ? AND EXISTS (SELECT 1 FROM bank_line_payment p WHERE p.line_id = l.id)
        AND NOT EXISTS (SELECT 1 FROM bank_entry e WHERE e.line_id = l.id AND e.statement_id <> l.statement_id) ORDER BY l.position`,
      [statement],
    )
    .map(lineRecord);

export const bankLineSubject = (id: number): string => `bank-line:${id}`;
