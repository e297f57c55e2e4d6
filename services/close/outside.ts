import { duplicates as lineDuplicates } from '../analysis/duplicates.ts';
import type { Context } from '../runtime/services.ts';
import { duplicates as invoiceDuplicates } from '../statements/duplicates.ts';
import type { Watcher } from '../watch/watcher.ts';
import { bookedIn } from './held.ts';
import type { Outside } from './facts.ts';

/** Pairs that are looked at; a book with more of them has more to do than to close. */
const MOST_PAIRS = 500;

/** What the watched folder and the search for duplicates tell of the period. */
export async function outsideOf(watcher: Watcher, period: string, context: Context): Promise<Outside> {
  const { folder, on, counts } = watcher.state(context.session);
  const lines = await lineDuplicates({ period, where: [], state: 'suspected', offset: 0, limit: 1 }, context);
  const papers = await invoiceDuplicates({ state: 'suspected', search: '', offset: 0, limit: MOST_PAIRS }, context);
  return {
    folder: folder === null || !on ? null : { waiting: counts.waiting, failed: counts.failed },
    duplicates: {
      lines: lines.counts.suspected,
      invoices: papers.rows.filter(({ a, b }) => bookedIn(a) === period || bookedIn(b) === period).length,
    },
  };
}
