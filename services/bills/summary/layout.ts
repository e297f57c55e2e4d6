import { appendAudit } from '../../../db/audit.ts';
import type { ReadDb } from '../../../db/connection.ts';
import { getSetting, setSetting } from '../../../db/settings.ts';
import { refuse } from '../../../domain/result.ts';
import { say } from '../../../domain/words/said.ts';
import type { Output } from '../../contract/index.ts';
import { inTransaction } from '../../invoices/act.ts';
import type { Handler } from '../../runtime/services.ts';

const NAME = 'summaryLayout';
type Cards = Output<'book/summaryLayout'>['cards'];

const kept = (read: ReadDb): Cards => getSetting<Cards>(read, NAME) ?? null;

/** Which cards the summary shows, in which order; null where the user has chosen nothing. Cards that are not named keep their place. */
export const layout: Handler<'book/summaryLayout'> = (_input, { session }) => ({ cards: kept(session.book().read) });

/** Keeps the order in the book; null goes back to the order that the program has. */
export const setLayout: Handler<'book/setSummaryLayout'> = ({ cards }, context) => {
  const twice = cards?.find(({ id }, index) => cards.findIndex((card) => card.id === id) !== index);
  if (twice)
    refuse('book.layout', say`The card “${{ card: twice.id }}” stands in the layout twice.`, {
      column: 'cards',
      value: twice.id,
      remedy: 'Name each card once.',
    });
  return inTransaction(context, ({ write, at, who }) => {
    const before = kept(write);
    setSetting(write, NAME, cards);
    appendAudit(write, { at, who, action: 'book/setSummaryLayout', subject: 'book', before, after: cards });
    return { cards };
  });
};
