import { appendAudit } from '../../db/audit.ts';
import type { ReadDb } from '../../db/connection.ts';
import { bankLinesById, bankLineSubject, setBankLineState, type BankLineRecord } from '../../db/queries/bank-lines.ts';
import { deleteLinksOfPayment, insertLink, linksOfLines, linksOfPayments } from '../../db/queries/bank-links.ts';
import { absolute, compare, isZero, subtract, sum, type Amount } from '../../domain/money/amount.ts';
import { refuse } from '../../domain/result.ts';
import { say } from '../../domain/words/said.ts';
import type { Act } from '../invoices/act.ts';

/** What the audit trail holds of a line: its state and the payments that it is. */
export const lineSnapshot = (read: ReadDb, line: BankLineRecord): Record<string, unknown> => ({
  amount: line.amount,
  currency: line.currency,
  booked: line.booked,
  state: line.state,
  reason: line.reason,
  payments: linksOfLines(read, [line.id]).map((l) => ({ payment: l.paymentId, amount: l.amount })),
});

/** The line of that id; refused where there is none. */
export function findLine(read: ReadDb, id: number): BankLineRecord {
  return (
    bankLinesById(read, [id])[0] ??
    refuse('bank.no-line', say`There is no line ${{ id }} of a statement.`, {
      value: String(id),
      remedy: 'It may have been taken out with its statement; refresh the list.',
    })
  );
}

/** What of the line is no payment yet, without sign. */
export const leftOf = (read: ReadDb, line: BankLineRecord): Amount =>
  subtract(absolute(line.amount), sum(linksOfLines(read, [line.id]).map((l) => l.amount)));

/**
 * Says that the line is this payment, or a share of it: `amount` is positive, in the line's currency, and no more than is left. The line is
 * matched once nothing is left. In the caller's transaction, with its audit entry.
 */
export function linkLine(
  act: Act,
  { line: id, payment, amount, action }: { line: number; payment: number; amount: Amount; action: string },
): void {
  const line = findLine(act.write, id);
  const left = leftOf(act.write, line);
  if (line.state === 'ignored')
    refuse('bank.ignored', say`Line ${{ id }} is ignored: ${{ reason: line.reason ?? '' }}`, {
      value: String(id),
      remedy: 'Take it up again first.',
    });
  if (compare(amount, '0') <= 0 || compare(amount, left) > 0)
    refuse('bank.over-line', say`Line ${{ id }} has ${{ left }} ${{ currency: line.currency }} left, and not ${{ amount }}.`, {
      value: amount,
      remedy: 'Take at most what is left of the line.',
    });
  const before = lineSnapshot(act.write, line);
  insertLink(act.write, { lineId: id, paymentId: payment, amount });
  settle(act, line, before, action);
}

/** Opens the lines that were this payment, whose links go: it was voided, or its match undone. In the caller's transaction. */
export function releasePayment(act: Act, payment: number, action: string): void {
  const lines = bankLinesById(
    act.write,
    linksOfPayments(act.write, [payment]).map((l) => l.lineId),
  );
  const before = lines.map((l) => lineSnapshot(act.write, l));
  deleteLinksOfPayment(act.write, payment);
  lines.forEach((line, i) => settle(act, line, before[i]!, action));
}

function settle(act: Act, line: BankLineRecord, before: Record<string, unknown>, action: string): void {
  const state = isZero(leftOf(act.write, line)) && !isZero(line.amount) ? 'matched' : 'open';
  setBankLineState(act.write, line.id, state, null);
  recordLine(act, line.id, before, action);
}

/** Appends the line as it is now to the trail. */
export function recordLine(act: Act, id: number, before: Record<string, unknown>, action: string): void {
  appendAudit(act.write, {
    at: act.at,
    who: act.who,
    action,
    subject: bankLineSubject(id),
    before,
    after: lineSnapshot(act.write, findLine(act.write, id)),
  });
}
