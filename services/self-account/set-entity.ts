import { refuse } from '../../domain/result.ts';
import { statusOn } from '../../domain/invoices/balance.ts';
import { say } from '../../domain/words/said.ts';
import { inTransaction } from '../invoices/act.ts';
import { findInvoice } from '../invoices/find.ts';
import { recordChange } from '../invoices/record.ts';
import type { Handler } from '../runtime/services.ts';
import { packOfBook } from '../tax/book-pack.ts';
import { paperOf } from './worksheet.ts';

/** Names who sold, on a received document: the rules of tax depend on it. Amounts and dates stay as they are. */
export const setEntity: Handler<'selfAccount/setEntity'> = (input, context) =>
  inTransaction(context, (act) => {
    const before = findInvoice(act.write, input.number, input.vendor);
    const known = packOfBook(act.write).entities.map((e) => e.id);
    if (!known.includes(input.entity))
      refuse('self-account.entity', say`The rules know no contracting entity ${{ entity: input.entity }}.`, {
        column: 'entity',
        value: input.entity,
        remedy: say`Choose one of: ${{ choices: known }}.`,
      });
    if (before.direction !== 'received' || before.stated === 'void')
      refuse('self-account.not-received', say`Invoice ${{ number: before.number }} is not one that was received and counts.`, {
        value: before.number,
        remedy: 'Choose a received invoice that is not void.',
      });
    if (before.entity === input.entity) return paperOf(before);
    const after = recordChange(
      act,
      'selfAccount/setEntity',
      before,
      { entity: input.entity },
      {
        event: 'entity-named',
        reason: before.entity === null ? input.entity : `${before.entity} → ${input.entity}`,
        shown: statusOn(before, act.today),
      },
    );
    return paperOf(after);
  });
