import { appendAudit } from '../../db/audit.ts';
import { putBlob } from '../../db/blobs.ts';
import {
  bankAccountById,
  bankAccountSnapshot,
  bankAccountNumbered,
  bankAccountSubject,
  insertBankAccount,
  updateBankAccount,
} from '../../db/queries/bank-accounts.ts';
import { insertBankLine, insertEntry, knownIdentities } from '../../db/queries/bank-lines.ts';
import {
  bankStatementById,
  bankStatementSnapshot,
  bankStatementsOfFile,
  bankStatementSubject,
  insertBankStatement,
} from '../../db/queries/bank-statements.ts';
import { statementDigest } from '../../db/verify-bank.ts';
import { refuse } from '../../domain/result.ts';
import { say, type Said } from '../../domain/words/said.ts';
import { inTransaction, type Act } from '../invoices/act.ts';
import type { Handler } from '../runtime/services.ts';
import type { Obstacle, PlannedStatement } from './plan.ts';
import { obstaclesOf, planned } from './preview.ts';
import { readGrantedStatement, type GrantedStatement } from './read-file.ts';
import { rejectView, viewStatements } from './view.ts';
import { understand, type Understood } from './understand.ts';

const TYPES: Readonly<Record<Understood['format'], string>> = {
  'camt.053': 'application/xml',
  ofx: 'application/x-ofx',
  mt940: 'text/plain',
  table: 'text/csv',
};

/** Takes every statement of the file, planned on the book as it is in this transaction: what the preview showed, or a refusal. */
export const importStatements: Handler<'bank/import'> = async (how, context) => {
  context.session.book();
  const file = await readGrantedStatement(context, how.file);
  return inTransaction(context, (act) => {
    const understood = understand(act.write, file, how);
    const plan = planned(act.write, understood);
    for (const { code, said } of obstaclesOf(understood, plan)) {
      if (code === 'difference' && how.acceptDifference) continue;
      refuse(`bank.${code}`, said, {
        file: file.name,
        remedy: REMEDIES[code],
      });
    }
    const sha256 = putBlob(
      act.write,
      file.data,
      file.read.content.kind === 'table' && !file.read.content.table.text
        ? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
        : TYPES[understood.format],
    );
    const ids = plan.statements.map((p, i) => here(act, p, i + 1, sha256) ?? store(act, p, i + 1, { file, sha256, understood }));
    const total = (of: (p: PlannedStatement) => number): number => plan.statements.reduce((n, p) => n + of(p), 0);
    return {
      statements: viewStatements(act.write, ids),
      added: total((p) => p.added),
      duplicates: total((p) => p.duplicates),
      rejected: total((p) => p.read.rejected.length),
    };
  });
};

const REMEDIES: Readonly<Record<Obstacle['code'], Said>> = {
  mapping: say`Map the columns of this file, or choose a profile.`,
  account: say`Say which account the file is of.`,
  currency: say`Choose the currency of this file.`,
  currencies: say`Map the columns otherwise, or divide the file.`,
  difference: say`Download the statement again; take it with the difference only where the bank itself printed it so.`,
  nothing: say`Check the period that was exported.`,
  rejected: say`Correct the rows, or choose how dates and figures are written.`,
};

/** The very same statement of the very same file, where the book has it already: it is not taken twice. */
const here = (act: Act, p: PlannedStatement, place: number, sha256: string): number | null =>
  bankStatementsOfFile(act.write, sha256).find((s) => s.place === place && s.accountId === p.account.id && s.digest === digestOf(p))?.id ??
  null;

const digestOf = ({ read, lines }: PlannedStatement): string =>
  statementDigest(
    read,
    lines.map(({ line, identity }) => ({ booked: line.booked, amount: line.amount, identity })),
  );

interface Origin {
  file: GrantedStatement;
  sha256: string;
  understood: Understood;
}

function store(act: Act, p: PlannedStatement, place: number, { file, sha256, understood }: Origin): number {
  const accountId = p.account.id ?? accountFor(act, p);
  const { read } = p;
  const id = insertBankStatement(act.write, {
    accountId,
    sha256,
    file: file.name,
    place,
    format: understood.format,
    profile: understood.table?.bound ? JSON.stringify(understood.table.bound.profile) : null,
    number: read.number,
    opening: read.opening,
    closing: read.closing,
    first: read.first,
    last: read.last,
    rows: p.lines.length + read.rejected.length,
    added: p.added,
    duplicates: p.duplicates,
    rejected: read.rejected.length,
    rejects: JSON.stringify(read.rejected.slice(0, 1000).map(rejectView)),
    notices: JSON.stringify(read.notices),
    digest: digestOf(p),
    importedAt: act.at,
  });
  // Lines that an earlier statement of the same file brought in are known by now.
  const known = knownIdentities(
    act.write,
    accountId,
    p.lines.map((l) => l.identity),
  );
  p.lines.forEach(({ line, identity }, i) => {
    const line_id =
      known.get(identity) ??
      insertBankLine(act.write, { ...line, accountId, statementId: id, position: i + 1, currency: p.account.currency, identity });
    insertEntry(act.write, id, i + 1, line.row, line_id);
  });
  appendAudit(act.write, {
    at: act.at,
    who: act.who,
    action: 'bank/import',
    subject: bankStatementSubject(id),
    before: null,
    after: { ...bankStatementSnapshot(bankStatementById(act.write, id)!), difference: p.sums.difference },
  });
  return id;
}

/** The account of an earlier statement of the same file may be the one. */
function accountFor(act: Act, { account: { id: _id, ...facts } }: PlannedStatement): number {
  const existing = bankAccountNumbered(act.write, facts.number, facts.currency);
  if (existing) return existing.id;
  const id = insertBankAccount(act.write, facts);
  appendAudit(act.write, {
    at: act.at,
    who: act.who,
    action: 'bank/import',
    subject: bankAccountSubject(id),
    before: null,
    after: bankAccountSnapshot(bankAccountById(act.write, id)!),
  });
  return id;
}

/** A name of one's own, and whether it is a card. */
export const saveAccount: Handler<'bank/saveAccount'> = ({ id, name, kind }, context) =>
  inTransaction(context, (act) => {
    const before = bankAccountById(act.write, id);
    if (!before)
      refuse('bank.no-account', say`There is no bank account ${{ id }}.`, {
        value: String(id),
        remedy: 'Look it up in the list of accounts.',
      });
    updateBankAccount(act.write, id, { name, kind });
    const after = bankAccountById(act.write, id)!;
    appendAudit(act.write, {
      at: act.at,
      who: act.who,
      action: 'bank/saveAccount',
      subject: bankAccountSubject(id),
      before: bankAccountSnapshot(before),
      after: bankAccountSnapshot(after),
    });
    return after;
  });
