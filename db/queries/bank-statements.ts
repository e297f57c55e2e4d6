import type { StatementFormat } from '../../domain/bank/statement.ts';
import type { Amount } from '../../domain/money/amount.ts';
import type { ReadDb, WriteDb } from '../connection.ts';
import { halves, whole } from './bank-pair.ts';

export interface BankStatementFacts {
  accountId: number;
  sha256: string;
  file: string;
  /** Its place among the statements of the file, from 1. */
  place: number;
  format: StatementFormat;
  /** JSON of the mapping that a table was read with. */
  profile: string | null;
  number: string;
  opening: Amount | null;
  closing: Amount | null;
  first: string;
  last: string;
  rows: number;
  added: number;
  duplicates: number;
  rejected: number;
  /** JSON. */
  rejects: string;
  notices: string;
  digest: string;
  importedAt: string;
}
export interface BankStatementRecord extends BankStatementFacts {
  id: number;
  state: 'active' | 'undone';
}

interface Row {
  id: bigint;
  account_id: bigint;
  sha256: string;
  file: string;
  place: bigint;
  format: StatementFormat;
  profile: string | null;
  number: string;
  opening_u: bigint | null;
  opening_f: bigint | null;
  closing_u: bigint | null;
  closing_f: bigint | null;
  first: string;
  last: string;
  rows: bigint;
  added: bigint;
  duplicates: bigint;
  rejected: bigint;
  rejects: string;
  notices: string;
  digest: string;
  imported_at: string;
  state: 'active' | 'undone';
}

const recordOf = (r: Row): BankStatementRecord => ({
  id: Number(r.id),
  accountId: Number(r.account_id),
  sha256: r.sha256,
  file: r.file,
  place: Number(r.place),
  format: r.format,
  profile: r.profile,
  number: r.number,
  opening: whole(r.opening_u, r.opening_f),
  closing: whole(r.closing_u, r.closing_f),
  first: r.first,
  last: r.last,
  rows: Number(r.rows),
  added: Number(r.added),
  duplicates: Number(r.duplicates),
  rejected: Number(r.rejected),
  rejects: r.rejects,
  notices: r.notices,
  digest: r.digest,
  importedAt: r.imported_at,
  state: r.state,
});

/** Newest first; of one account where it is given. */
export const listBankStatements = (read: ReadDb, account: number | null = null): BankStatementRecord[] =>
  read
    .allBig<Row>('SELECT * FROM bank_statement WHERE ? IS NULL OR account_id = ? ORDER BY last DESC, id DESC', [account, account])
    .map(recordOf);

export const bankStatementById = (read: ReadDb, id: number): BankStatementRecord | undefined =>
  read.allBig<Row>('SELECT * FROM bank_statement WHERE id = ?', [id]).map(recordOf)[0];

/** Statements that came in with these bytes and were not undone. */
export const bankStatementsOfFile = (read: ReadDb, sha256: string): BankStatementRecord[] =>
  read.allBig<Row>("SELECT * FROM bank_statement WHERE sha256 = ? AND state = 'active' ORDER BY id", [sha256]).map(recordOf);

export function insertBankStatement(write: WriteDb, f: BankStatementFacts): number {
  return write.run(
    `INSERT INTO bank_statement (account_id, sha256, file, place, format, profile, number, opening_u, opening_f, closing_u, closing_f,
      first, last, rows, added, duplicates, rejected, rejects, notices, digest, imported_at, state)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'active')`,
    [
      f.accountId,
      f.sha256,
      f.file,
      f.place,
      f.format,
      f.profile,
      f.number,
      ...halves(f.opening),
      ...halves(f.closing),
      f.first,
      f.last,
      f.rows,
      f.added,
      f.duplicates,
      f.rejected,
      f.rejects,
      f.notices,
      f.digest,
      f.importedAt,
    ],
  ).id;
}

export const markStatementUndone = (write: WriteDb, id: number): void =>
  void write.run("UPDATE bank_statement SET state = 'undone' WHERE id = ?", [id]);

/** What the audit trail holds of a statement. */
export const bankStatementSnapshot = (s: BankStatementRecord): Record<string, unknown> => {
  const { id: _id, rejects: _rejects, notices: _notices, profile: _profile, ...facts } = s;
  return facts;
};
export const bankStatementSubject = (id: number): string => `bank-statement:${id}`;
