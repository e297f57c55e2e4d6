import { appendAudit } from '../../db/audit.ts';
import type { ReadDb } from '../../db/connection.ts';
import { notDuplicates, pairKey, pairOf, putNotDuplicate, takeNotDuplicate } from '../../db/queries/analysis-duplicates.ts';
import { invoicePapers } from '../../db/queries/invoice-papers.ts';
import { invoicesById } from '../../db/queries/invoices.ts';
import { remember } from '../../db/queries/remember.ts';
import { findPairs, type PaperPair } from '../../domain/invoices/duplicates.ts';
import { LIKENESS_POINTS, LIKENESS_SAID, type LikenessReason } from '../../domain/invoices/likeness.ts';
import { add, isNegative, type Amount } from '../../domain/money/amount.ts';
import { refuse } from '../../domain/result.ts';
import { say } from '../../domain/words/said.ts';
import type { Output } from '../contract/index.ts';
import type { PaperPairShown } from '../contract/statements.ts';
import type { Handler } from '../runtime/services.ts';
import { shownPapers } from './papers.ts';

/** How a document is named in a mark: its id, which no correction changes. Bill lines are marked in the same table by their identities. */
const markOf = (id: number): string => `invoice:${id}`;
const markPair = ({ a, b }: { a: number; b: number }) => pairOf(markOf(a), markOf(b));

/** What a pair's reasons say, with their points. */
export const told = (reasons: readonly LikenessReason[]) =>
  reasons.map((reason) => ({ reason, points: LIKENESS_POINTS[reason], said: LIKENESS_SAID[reason] }));

export const duplicates: Handler<'invoices/duplicates'> = (
  { state, search, offset, limit },
  { session },
): Output<'invoices/duplicates'> => {
  const { read } = session.book();
  const { pairs, truncated, papers } = pairsOf(read);
  const marks = notDuplicates(read);
  const stated = pairs.map((pair) => {
    const mark = marks.get(pairKey(markPair(pair))) ?? null;
    return { pair, mark, state: mark ? ('dismissed' as const) : pair.suspected ? ('suspected' as const) : ('explained' as const) };
  });
  const counts = { suspected: 0, explained: 0, dismissed: 0 };
  for (const s of stated) counts[s.state]++;
  const asked = search.trim().toLowerCase();
  const fits = (id: number): boolean => papers.get(id)!.toLowerCase().includes(asked);
  const chosen = stated.filter((s) => (state === 'all' || s.state === state) && (asked === '' || fits(s.pair.a) || fits(s.pair.b)));
  const page = chosen.slice(offset, offset + limit);
  const shown = shownPapers(read, [...new Set(page.flatMap(({ pair }) => [pair.a, pair.b]))], session.today());
  const rows = page.map(({ pair, mark, state: own }): PaperPairShown => ({
    a: shown.get(pair.a)!,
    b: shown.get(pair.b)!,
    score: pair.score,
    exact: pair.exact,
    state: own,
    reasons: told(pair.reasons),
    dismissed: mark && { at: mark.at, who: mark.who, note: mark.note },
  }));
  return { rows, count: chosen.length, counts, atStake: atStake(read, stated), truncated };
};

/** Every pair of the book and each document's printed number, kept until the book changes. */
export function pairsOf(read: ReadDb): { pairs: PaperPair[]; truncated: boolean; papers: Map<number, string> } {
  return remember(read, 'invoice pairs', () => {
    const found = findPairs(invoicePapers(read));
    const ids = [...new Set(found.pairs.flatMap(({ a, b }) => [a, b]))];
    return { ...found, papers: new Map(invoicesById(read, ids).map((i) => [i.id, i.number])) };
  });
}

function atStake(read: ReadDb, stated: readonly { pair: PaperPair; state: string }[]): Record<string, Amount> {
  const second = new Set(stated.filter((s) => s.state === 'suspected').map((s) => s.pair.b));
  const sums: Record<string, Amount> = {};
  for (const { currency, total } of invoicesById(read, [...second]))
    if (!isNegative(total)) sums[currency] = add(sums[currency] ?? '0', total);
  return sums;
}

/** Marks pairs as two documents; pairs that are marked already stay as they are. */
export const markDistinct: Handler<'invoices/markDistinct'> = ({ pairs, note }, { session, host }) =>
  session.transaction(({ read, write }) => {
    let marked = 0;
    for (const pair of pairs) {
      const numbers = numbersOf(read, pair);
      const mark = { ...markPair(pair), at: session.now(), who: host.who, note };
      if (!putNotDuplicate(write, mark)) continue;
      marked++;
      const entry = { action: 'invoices/markDistinct', subject: `duplicate:${pairKey(mark)}` };
      appendAudit(write, { at: mark.at, who: host.who, ...entry, before: null, after: { numbers, note } });
    }
    return { marked };
  });

export const unmarkDistinct: Handler<'invoices/unmarkDistinct'> = ({ pairs }, { session, host }) =>
  session.transaction(({ read, write }) => {
    let unmarked = 0;
    for (const pair of pairs) {
      const numbers = numbersOf(read, pair);
      const mark = takeNotDuplicate(write, markPair(pair));
      if (!mark) continue;
      unmarked++;
      const entry = { action: 'invoices/unmarkDistinct', subject: `duplicate:${pairKey(mark)}` };
      appendAudit(write, { at: session.now(), who: host.who, ...entry, before: { numbers, note: mark.note }, after: null });
    }
    return { unmarked };
  });

function numbersOf(read: ReadDb, { a, b }: { a: number; b: number }): string[] {
  const found = invoicesById(read, [a, b]);
  if (found.length !== 2)
    refuse('invoice.no-pair', say`${{ a }} and ${{ b }} are no pair of documents.`, {
      value: `${a}, ${b}`,
      remedy: 'Refresh the list.',
    });
  return found.map((i) => i.number);
}
