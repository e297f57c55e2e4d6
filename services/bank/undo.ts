import { appendAudit } from '../../db/audit.ts';
import { heldLinesOf, takeOutLines } from '../../db/queries/bank-lines.ts';
import { bankStatementById, bankStatementSnapshot, bankStatementSubject, markStatementUndone } from '../../db/queries/bank-statements.ts';
import { refuse } from '../../domain/result.ts';
import { say } from '../../domain/words/said.ts';
import { inTransaction } from '../invoices/act.ts';
import type { Handler } from '../runtime/services.ts';
import { named } from './ignore.ts';

/**
 * Takes a statement out again, with every line that no other statement has; the file stays kept and the record says that it was undone.
 * Refused while such a line is a payment: what was paid does not lose its proof.
 */
export const undoStatement: Handler<'bank/undo'> = ({ statement: id, reason }, context) =>
  inTransaction(context, (act) => {
    const found = bankStatementById(act.write, id);
    if (!found)
      refuse('bank.no-statement', say`There is no statement ${{ id }}.`, {
        value: String(id),
        remedy: 'Look it up in the list of statements.',
      });
    if (found.state === 'undone')
      refuse('bank.undone', say`Statement ${{ id }} was taken out already.`, {
        value: String(id),
        remedy: 'Import the file again if it is needed.',
      });
    const held = heldLinesOf(act.write, id);
    if (held.length > 0)
      refuse(
        'bank.statement-matched',
        say`${{ count: held.length }} lines of the statement are payments: ${{ lines: held.slice(0, 5).map(named) }}.`,
        {
          remedy: 'Undo their matches first, or void the payments.',
        },
      );
    const { removed, kept } = takeOutLines(act.write, id);
    markStatementUndone(act.write, id);
    appendAudit(act.write, {
      at: act.at,
      who: act.who,
      action: 'bank/undo',
      subject: bankStatementSubject(id),
      before: bankStatementSnapshot(found),
      after: { ...bankStatementSnapshot(bankStatementById(act.write, id)!), reason, removed, kept },
    });
    return { statement: id, removed, kept };
  });
