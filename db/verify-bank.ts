import { createHash } from 'node:crypto';
import { absolute, compare, equal, isZero, subtract, sum } from '../domain/money/amount.ts';
import type { ReadDb } from './connection.ts';
import { bankAccountSnapshot, bankAccountSubject, listBankAccounts } from './queries/bank-accounts.ts';
import { linksOfLines } from './queries/bank-links.ts';
import { bankLineSubject, linesOfStatement, type BankLineRecord } from './queries/bank-lines.ts';
import { bankStatementSnapshot, bankStatementSubject, listBankStatements, type BankStatementRecord } from './queries/bank-statements.ts';
import { differs } from './verify-documents.ts';

/**
 * `ok`, or the first account, statement or line that is not what the audit trail says: every statement against its digest, its count and its
 * printed balances, every line's state against its payments and its last entry.
 */
export function verifyBank(read: ReadDb): string {
  for (const account of listBankAccounts(read)) {
    const wrong = differs(read, bankAccountSubject(account.id), bankAccountSnapshot(account), `bank account ${account.number}`);
    if (wrong) return wrong;
  }
  for (const statement of listBankStatements(read)) {
    const wrong = wrongStatement(read, statement);
    if (wrong) return wrong;
  }
  return 'ok';
}

/** SHA-256 over what a statement says: its balances and every line in order. */
export function statementDigest(
  { opening, closing }: { opening: string | null; closing: string | null },
  lines: readonly { booked: string; amount: string; identity: string }[],
): string {
  const hash = createHash('sha256').update(JSON.stringify([opening, closing]));
  for (const { booked, amount, identity } of lines) hash.update(`\n${booked} ${amount} ${identity}`);
  return hash.digest('hex');
}

function wrongStatement(read: ReadDb, s: BankStatementRecord): string | null {
  const name = `bank statement ${s.id} (${s.file})`;
  const wrong = differs(read, bankStatementSubject(s.id), bankStatementSnapshot(s), name);
  if (wrong || s.state === 'undone') return wrong;
  const lines = linesOfStatement(read, s.id);
  if (lines.length !== s.added + s.duplicates) return `${name} has ${lines.length} lines and not ${s.added + s.duplicates}`;
  if (statementDigest(s, lines) !== s.digest) return `${name}: its lines are not those that were imported`;
  return wrongSum(read, s, lines, name) ?? wrongState(read, lines);
}

/** The difference that was accepted at import is in the trail; any other is one of the book. */
function wrongSum(read: ReadDb, s: BankStatementRecord, lines: readonly BankLineRecord[], name: string): string | null {
  if (s.opening === null || s.closing === null) return null;
  const difference = subtract(subtract(s.closing, s.opening), sum(lines.map((l) => l.amount)));
  const entry = read.get<{ body: string }>("SELECT body FROM audit WHERE subject = ? AND action = 'bank/import'", [
    bankStatementSubject(s.id),
  ]);
  const told = entry && (JSON.parse(entry.body) as { after: { difference?: string | null } }).after.difference;
  return equal(difference, told ?? '0') ? null : `${name}: its lines lead to a balance that differs by ${difference}`;
}

function wrongState(read: ReadDb, lines: readonly BankLineRecord[]): string | null {
  const links = Map.groupBy(
    linksOfLines(
      read,
      lines.map((l) => l.id),
    ),
    (l) => l.lineId,
  );
  for (const line of lines) {
    const held = links.get(line.id) ?? [];
    const left = subtract(absolute(line.amount), sum(held.map((l) => l.amount)));
    const name = `line ${line.id} of bank statement ${line.statementId}`;
    if (compare(left, '0') < 0) return `${name} pays more than it is`;
    if ((line.state === 'matched') !== (held.length > 0 && isZero(left))) return `${name} is ${line.state} and ${left} of it is left`;
    if (line.state === 'open' && held.length === 0 && !touched(read, line.id)) continue;
    const snapshot = {
      amount: line.amount,
      currency: line.currency,
      booked: line.booked,
      state: line.state,
      reason: line.reason,
      payments: held.map((l) => ({ payment: l.paymentId, amount: l.amount })),
    };
    const wrong = differs(read, bankLineSubject(line.id), snapshot, name);
    if (wrong) return wrong;
  }
  return null;
}

const touched = (read: ReadDb, line: number): boolean =>
  read.get('SELECT 1 FROM audit WHERE subject = ? LIMIT 1', [bankLineSubject(line)]) !== undefined;
