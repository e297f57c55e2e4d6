import { appendAudit } from '../../db/audit.ts';
import type { ReadDb } from '../../db/connection.ts';
import { giveTerm, givenTermOf, takeTermBack, targetOfLine, type GivenTerm, type TermTarget } from '../../db/queries/allocation-terms.ts';
import { conventionOf } from '../../domain/allocation/conventions.ts';
import { daysOf, MOST_DAYS } from '../../domain/allocation/term.ts';
import { refuse } from '../../domain/result.ts';
import { say } from '../../domain/words/said.ts';
import type { Output, ParsedInput } from '../contract/index.ts';
import type { Handler } from '../runtime/services.ts';
import { figureOf } from './figures.ts';
import { holdShares } from './hold-shares.ts';
import { loadPrepaid } from './load.ts';
import { conventionPolicy, roundingPolicy } from './policies.ts';
import { tellLines } from './rows.ts';

type To = ParsedInput<'allocation/setTerm'>['to'];

/** What a term is given to; a line must be one that is paid ahead. */
function targetOf(read: ReadDb, to: To): TermTarget {
  if ('order' in to) return { vendor: to.vendor, order: to.order };
  const line = targetOfLine(read, to.line);
  if (!line || !loadPrepaid(read).has(to.line))
    refuse('allocation.no-line', say`There is no line ${{ id: to.line }} that is paid ahead.`, {
      value: String(to.line),
      remedy: 'The import may have been undone; refresh the list.',
    });
  return { vendor: line.vendor, keyA: line.keyA, keyB: line.keyB };
}

const subjectOf = (target: TermTarget): string =>
  'order' in target ? `order:${target.vendor}:${target.order}` : `line:${target.vendor}:${target.keyA}-${target.keyB}`;
const told = (term: GivenTerm | undefined): unknown => (term ? { first: term.first, last: term.last, note: term.note } : null);

/** Gives an order or a line its term; a term given before stays beneath it and counts again when this one is taken back. */
export const setTerm: Handler<'allocation/setTerm'> = ({ to, first, last, note }, { session, host }) => {
  const days = daysOf({ first, last });
  if (days < 1)
    refuse('allocation.term', say`The term from ${{ first }} to ${{ last }} ends before it begins.`, {
      column: 'last',
      remedy: 'Give the first and the last day, both included.',
    });
  if (days > MOST_DAYS)
    refuse(
      'allocation.term',
      say`The term from ${{ first }} to ${{ last }} has ${{ days }} days; the longest that can be bought is ten years.`,
      {
        column: 'last',
        remedy: 'Give the first and the last day, both included.',
      },
    );
  session.transaction(({ write }) => {
    const target = targetOf(write, to);
    const before = givenTermOf(write, target);
    holdShares(write, () => giveTerm(write, target, { first, last, note, at: session.now() }));
    appendAudit(write, {
      at: session.now(),
      who: host.who,
      action: 'allocation/setTerm',
      subject: subjectOf(target),
      before: told(before),
      after: { first, last, note },
    });
  });
  return { first, last, days };
};

/** Takes the newest given term back. */
export const clearTerm: Handler<'allocation/clearTerm'> = ({ to }, { session, host }) =>
  session.transaction(({ write }) => {
    const target = targetOf(write, to);
    const before = givenTermOf(write, target);
    if (!before) refuse('allocation.no-term', 'No term was given here by hand.', { remedy: 'Only terms given by hand can be taken back.' });
    holdShares(write, () => takeTermBack(write, before.id, session.now()));
    const after = givenTermOf(write, target);
    appendAudit(write, {
      at: session.now(),
      who: host.who,
      action: 'allocation/clearTerm',
      subject: subjectOf(target),
      before: told(before),
      after: told(after),
    });
    return { left: after !== undefined };
  });

/** One line with its months and what stands behind them. */
export const line: Handler<'allocation/line'> = ({ id, period }, { session }) => {
  const read = session.book().read;
  const found = loadPrepaid(read).get(id);
  const [shown] = found ? tellLines(read, [found], period) : [];
  if (!found || !shown)
    refuse('allocation.no-line', say`There is no line ${{ id }} that is paid ahead.`, {
      value: String(id),
      remedy: 'The import may have been undone; refresh the list.',
    });
  return {
    line: shown,
    months: found.shares.map((share) => ({ period: share.period, days: share.days, figure: figureOf(share.parts) })),
    convention: conventionPolicy(conventionOf(shown.vendor, shown.term?.first ?? `${shown.period}-01`)),
    rounding: roundingPolicy(),
    given: givenFor(read, id),
  };
};

function givenFor(read: ReadDb, id: number): Output<'allocation/line'>['given'] {
  const line = targetOfLine(read, id);
  if (!line) return null;
  const own = givenTermOf(read, { vendor: line.vendor, keyA: line.keyA, keyB: line.keyB });
  const ofOrder = line.order === null ? undefined : givenTermOf(read, { vendor: line.vendor, order: line.order });
  const given = own ?? ofOrder;
  return given ? { to: own ? 'line' : 'order', first: given.first, last: given.last, note: given.note, at: given.at } : null;
}
