import type { ReadDb } from '../../db/connection.ts';
import { bankAccountById, type BankAccountRecord } from '../../db/queries/bank-accounts.ts';
import { linesOfStatement, type BankLineRecord } from '../../db/queries/bank-lines.ts';
import { bankStatementById, listBankStatements, type BankStatementRecord } from '../../db/queries/bank-statements.ts';
import { checkSum } from '../../domain/bank/check.ts';
import { continuityOf, type Continuity } from '../../domain/bank/continuity.ts';
import type { ReadLine, RejectedRow } from '../../domain/bank/statement.ts';
import type { Said } from '../../domain/words/said.ts';
import type { BankContinuity, BankReject, BankStatement } from '../contract/bank.ts';
import { linksOf } from './plan.ts';

/** A line without its book-keeping, as the contract shows it. */
export const lineView = (l: Omit<ReadLine, 'balance' | 'source'> | BankLineRecord) => ({
  row: l.row,
  booked: l.booked,
  valued: l.valued,
  amount: l.amount,
  reference: l.reference,
  text: l.text,
  counterparty: l.counterparty,
  counterpartyAccount: l.counterpartyAccount,
  bankId: l.bankId,
  code: l.code,
  reversal: l.reversal,
  charges: l.charges,
  original: l.original,
  rate: l.rate,
});

export const rejectView = ({ row, column, value, error, source }: RejectedRow): BankReject => ({
  row,
  column,
  value,
  code: error.code,
  message: error.message,
  remedy: error.details?.remedy ?? null,
  ...(error.details?.said && { said: error.details.said }),
  source,
});

/** Ids above what a book can hold stand for statements of a file that is only looked at. */
const REAL = 2 ** 40;

export const continuityView = (c: Continuity): BankContinuity => ({
  state: c.state,
  after: 'after' in c && c.after < REAL ? c.after : null,
  difference: c.state === 'gap' ? c.difference : null,
  days: c.state === 'gap' ? c.days : null,
});

/** Statements as the contract shows them, with sums and continuity; of those ids, or of one account or all. */
export function viewStatements(read: ReadDb, which: readonly number[] | { account: number | null }): BankStatement[] {
  const records = 'account' in which ? listBankStatements(read, which.account) : which.map((id) => bankStatementById(read, id)!);
  const accounts = new Map(records.map((r) => [r.accountId, bankAccountById(read, r.accountId)!]));
  const continuity = new Map([...accounts.keys()].flatMap((id) => [...continuityOf(linksOf(read, id))]));
  return records
    .toSorted((a, b) => Number(a.state === 'undone') - Number(b.state === 'undone'))
    .map((r) => viewOne(read, r, accounts.get(r.accountId)!, continuity.get(r.id) ?? null));
}

function viewOne(read: ReadDb, r: BankStatementRecord, account: BankAccountRecord, continuity: Continuity | null): BankStatement {
  const lines = linesOfStatement(read, r.id);
  return {
    id: r.id,
    account,
    number: r.number,
    file: r.file,
    sha256: r.sha256,
    format: r.format,
    profile: r.profile === null ? null : (JSON.parse(r.profile) as { id: string }).id,
    first: r.first,
    last: r.last,
    opening: r.opening,
    closing: r.closing,
    ...checkSum(
      r.opening,
      r.closing,
      lines.map((l) => l.amount),
    ),
    // The lines of a statement that was undone are gone; nothing is held against them.
    ...(r.state === 'undone' && { difference: null }),
    rows: r.rows,
    added: r.added,
    duplicates: r.duplicates,
    rejected: r.rejected,
    rejects: JSON.parse(r.rejects) as BankReject[],
    notices: JSON.parse(r.notices) as Said[],
    continuity: continuity && continuityView(continuity),
    open: lines.filter((l) => l.state === 'open').length,
    importedAt: r.importedAt,
    state: r.state,
  };
}
