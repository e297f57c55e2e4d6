import type { ReadDb } from '../../db/connection.ts';
import { bankAccountById } from '../../db/queries/bank-accounts.ts';
import { linksOfLines } from '../../db/queries/bank-links.ts';
import { bankLineSubject, type BankLineRecord } from '../../db/queries/bank-lines.ts';
import { pageOfLines, totalsOfLines } from '../../db/queries/bank-list.ts';
import { bankStatementById } from '../../db/queries/bank-statements.ts';
import { paymentById } from '../../db/queries/payments.ts';
import { absolute, subtract, sum } from '../../domain/money/amount.ts';
import type { BankLine, WholeBankLine } from '../contract/bank.ts';
import type { Handler } from '../runtime/services.ts';
import { findLine } from './link.ts';
import { lineView } from './view.ts';

/** A page of lines with the sums of all that the filter lets through. */
export const listLines: Handler<'bank/lines'> = ({ offset, limit, ...filter }, { session }) => {
  const { read } = session.book();
  const sums = totalsOfLines(read, filter);
  return { rows: viewLines(read, pageOfLines(read, filter, offset, limit)), total: sums.reduce((n, s) => n + s.count, 0), sums };
};

/** Lines as the contract shows them, with the payments that they are. */
export function viewLines(read: ReadDb, records: readonly BankLineRecord[]): BankLine[] {
  const links = Map.groupBy(
    linksOfLines(
      read,
      records.map((r) => r.id),
    ),
    (l) => l.lineId,
  );
  const accounts = new Map([...new Set(records.map((r) => r.accountId))].map((id) => [id, bankAccountById(read, id)!]));
  const files = new Map([...new Set(records.map((r) => r.statementId))].map((id) => [id, bankStatementById(read, id)!.file]));
  return records.map((r) => {
    const payments = (links.get(r.id) ?? []).map((l) => {
      const payment = paymentById(read, l.paymentId)!;
      return { id: payment.id, reference: payment.reference, date: payment.date, amount: l.amount };
    });
    return {
      ...lineView(r),
      id: r.id,
      account: accounts.get(r.accountId)!,
      statement: r.statementId,
      position: r.position,
      file: files.get(r.statementId)!,
      currency: r.currency,
      state: r.state,
      reason: r.reason,
      left: subtract(absolute(r.amount), sum(payments.map((p) => p.amount))),
      payments,
    };
  });
}

type AuditRow = { at: string; who: string; action: string; body: string };

/** A line with all that the file said of it, every statement that has it, and what was done with it. */
export const showLine: Handler<'bank/line'> = ({ id }, { session }): WholeBankLine => {
  const { read } = session.book();
  const record = findLine(read, id);
  const statements = read.all<{ id: number; file: string; row: number; number: string }>(
    'SELECT s.id, s.file, e.row, s.number FROM bank_entry e JOIN bank_statement s ON s.id = e.statement_id WHERE e.line_id = ? ORDER BY s.id',
    [id],
  );
  const history = read
    .all<AuditRow>('SELECT at, who, action, body FROM audit WHERE subject = ? ORDER BY seq', [bankLineSubject(id)])
    .map(({ body, ...entry }) => {
      const { after } = JSON.parse(body) as { after: { state: string; reason: string | null } };
      return { ...entry, state: after.state, reason: after.reason };
    });
  return {
    ...viewLines(read, [record])[0]!,
    source: Object.entries(record.source).map(([field, value]) => ({ field, value })),
    statements,
    history,
  };
};
