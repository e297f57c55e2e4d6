import { createHash } from 'node:crypto';
import { appendAudit } from '../../db/audit.ts';
import { putBlob } from '../../db/blobs.ts';
import {
  bankAccountById,
  bankAccountNumbered,
  bankAccountSnapshot,
  bankAccountSubject,
  insertBankAccount,
} from '../../db/queries/bank-accounts.ts';
import { insertBankLine, insertEntry } from '../../db/queries/bank-lines.ts';
import { bankStatementById, bankStatementSnapshot, bankStatementSubject, insertBankStatement } from '../../db/queries/bank-statements.ts';
import { statementDigest } from '../../db/verify-bank.ts';
import type { WriteDb } from '../../db/connection.ts';
import type { Input } from '../contract/index.ts';
import { statementRig } from '../statements/rig.ts';

type LineChange = Partial<Record<'date' | 'reference' | 'text' | 'counterparty' | 'account' | 'currency' | 'charges', string>>;
const AT = { at: '2024-05-01T00:00:00.000Z', who: 'ann' };

/**
 * For tests: a company in Malaysia that deals with Huawei Cloud Singapore (8 % withheld, Huawei Cloud billing guide, section 8.2), with lines
 * of statements put into the book as an import leaves them.
 */
export function matchRig() {
  const rig = statementRig();
  const { write } = rig.book;
  let lines = 0;
  /** A line of a statement of its own; money out is below zero. Answers its key. */
  const line = (amount: string, change: LineChange = {}): string => {
    lines += 1;
    return rig.book.write.transaction(() => `bank:${putLine(write, lines, amount, change)}`);
  };
  const state = (key: string): string =>
    rig.book.read.get<{ state: string }>('SELECT state FROM bank_line WHERE id = ?', [Number(key.slice(5))])!.state;
  /** Takes the n-th proposal of the money as it stands. */
  const take = async (money: string, n = 1, change: Partial<Input<'match/accept'>> = {}) => {
    const { proposals } = await rig.call('match/show', { money });
    const p = proposals[n - 1]!;
    return rig.call('match/accept', {
      money,
      lines: p.lines.map((l) => ({ invoice: l.invoice, vendor: l.vendor, amount: l.amount })),
      payment: p.payment?.id ?? null,
      fee: p.fee,
      proposal: p.key,
      ...change,
    });
  };
  return { ...rig, line, state, take };
}
export type MatchRig = ReturnType<typeof matchRig>;

function putLine(write: WriteDb, n: number, amount: string, change: LineChange): number {
  const currency = change.currency ?? 'USD';
  const account = bankAccountNumbered(write, '1', currency)?.id ?? putAccount(write, currency);
  const booked = change.date ?? '2024-03-30';
  const identity = createHash('sha256').update(String(n)).digest('hex');
  const balances = { opening: null, closing: null };
  const statement = insertBankStatement(write, {
    ...balances,
    accountId: account,
    sha256: putBlob(write, Buffer.from(`line ${n}`), 'text/csv'),
    file: `line-${n}.csv`,
    place: 1,
    format: 'table',
    profile: null,
    number: '',
    first: booked,
    last: booked,
    rows: 1,
    added: 1,
    duplicates: 0,
    rejected: 0,
    rejects: '[]',
    notices: '[]',
    digest: statementDigest(balances, [{ booked, amount, identity }]),
    importedAt: AT.at,
  });
  appendAudit(write, {
    ...AT,
    action: 'bank/import',
    subject: bankStatementSubject(statement),
    before: null,
    after: bankStatementSnapshot(bankStatementById(write, statement)!),
  });
  const id = insertBankLine(write, {
    accountId: account,
    statementId: statement,
    position: 1,
    row: 1,
    booked,
    valued: null,
    amount,
    currency,
    reference: change.reference ?? '',
    text: change.text ?? '',
    counterparty: change.counterparty ?? '',
    counterpartyAccount: change.account ?? '',
    bankId: '',
    code: '',
    reversal: false,
    charges: change.charges ?? null,
    original: null,
    rate: null,
    source: {},
    identity,
  });
  insertEntry(write, statement, 1, 1, id);
  return id;
}

function putAccount(write: WriteDb, currency: string): number {
  const id = insertBankAccount(write, { number: '1', bank: '', name: '', kind: 'bank', currency });
  appendAudit(write, {
    ...AT,
    action: 'bank/import',
    subject: bankAccountSubject(id),
    before: null,
    after: bankAccountSnapshot(bankAccountById(write, id)!),
  });
  return id;
}
