import { appendAudit } from '../../db/audit.ts';
import { lineIdentities, pairKey, pairOf, putNotDuplicate, takeNotDuplicate } from '../../db/queries/analysis-duplicates.ts';
import type { ReadDb } from '../../db/connection.ts';
import { refuse } from '../../domain/result.ts';
import { say } from '../../domain/words/said.ts';
import type { Handler } from '../runtime/services.ts';

/** Marks pairs as no duplicates; pairs that are marked already stay as they are. */
export const dismiss: Handler<'analysis/dismiss'> = ({ pairs, note }, { session, host }) =>
  session.transaction(({ read, write }) => {
    let marked = 0;
    for (const pair of pairs) {
      const { one, other } = identityOf(read, pair);
      const mark = { one, other, at: session.now(), who: host.who, note };
      if (!putNotDuplicate(write, mark)) continue;
      marked++;
      appendAudit(write, {
        at: mark.at,
        who: host.who,
        action: 'analysis/dismiss',
        subject: `duplicate:${pairKey(mark)}`,
        before: null,
        after: { ...pair, note },
      });
    }
    return { marked };
  });

/** Takes marks back, so that the pairs are shown again. */
export const restore: Handler<'analysis/restore'> = ({ pairs }, { session, host }) =>
  session.transaction(({ read, write }) => {
    let restored = 0;
    for (const pair of pairs) {
      const mark = takeNotDuplicate(write, identityOf(read, pair));
      if (!mark) continue;
      restored++;
      appendAudit(write, {
        at: session.now(),
        who: host.who,
        action: 'analysis/restore',
        subject: `duplicate:${pairKey(mark)}`,
        before: { ...pair, note: mark.note },
        after: null,
      });
    }
    return { restored };
  });

function identityOf(read: ReadDb, { a, b }: { a: number; b: number }): { one: string; other: string } {
  const found = lineIdentities(read, [a, b]);
  const [one, other] = [found.get(a), found.get(b)];
  if (!one || !other || one.identity === other.identity)
    refuse('analysis.no-pair', say`The lines ${{ a }} and ${{ b }} are no pair of bill lines.`, {
      value: `${a}, ${b}`,
      remedy: 'The import may have been undone; refresh the list.',
    });
  return pairOf(one.identity, other.identity);
}
