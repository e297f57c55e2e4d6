import { bankLinesById, setBankLineState, type BankLineRecord } from '../../db/queries/bank-lines.ts';
import { linksOfLines } from '../../db/queries/bank-links.ts';
import { refuse } from '../../domain/result.ts';
import { say } from '../../domain/words/said.ts';
import { inTransaction, type Act } from '../invoices/act.ts';
import type { Handler } from '../runtime/services.ts';
import { findLine, lineSnapshot, recordLine } from './link.ts';

/** Lines that pay no invoice, with the reason; all of them or none. */
export const ignoreLines: Handler<'bank/ignore'> = ({ lines, reason }, context) =>
  inTransaction(context, (act) => {
    const found = all(act, lines);
    const held = new Set(linksOfLines(act.write, lines).map((l) => l.lineId));
    const matched = found.filter((l) => l.state === 'matched' || held.has(l.id));
    if (matched.length > 0)
      refuse(
        'bank.matched',
        say`${{ count: matched.length }} of the lines are payments already: ${{ lines: matched.slice(0, 5).map(named) }}.`,
        {
          remedy: 'Undo their match first, or leave them out.',
        },
      );
    for (const line of found) change(act, line, 'ignored', reason, 'bank/ignore');
    return { lines: found.length };
  });

/** Takes ignored lines up again; a line that is not ignored stays as it is. */
export const unignoreLines: Handler<'bank/unignore'> = ({ lines }, context) =>
  inTransaction(context, (act) => {
    const found = all(act, lines).filter((l) => l.state === 'ignored');
    for (const line of found) change(act, line, 'open', null, 'bank/unignore');
    return { lines: found.length };
  });

function all(act: Act, ids: readonly number[]): BankLineRecord[] {
  const found = bankLinesById(act.write, ids);
  const missing = ids.find((id) => !found.some((l) => l.id === id));
  if (missing !== undefined) findLine(act.write, missing);
  return found;
}

function change(act: Act, line: BankLineRecord, state: 'open' | 'ignored', reason: string | null, action: string): void {
  const before = lineSnapshot(act.write, line);
  setBankLineState(act.write, line.id, state, reason);
  recordLine(act, line.id, before, action);
}

/** A line as a sentence names it. */
export const named = (line: BankLineRecord) => say`${{ booked: line.booked }} ${{ amount: line.amount }} ${{ currency: line.currency }}`;
