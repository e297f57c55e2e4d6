import {
  lineIdentities,
  manyBatches,
  notDuplicates,
  pairKey,
  pairOf,
  twinGroups,
  type LineIdentity,
  type NotDuplicate,
  type TwinGroup,
} from '../../db/queries/analysis-duplicates.ts';
import { rememberFew } from '../../db/queries/analysis-memory.ts';
import type { AnalysisScope } from '../../db/queries/analysis-scope.ts';
import { billLinesById, type BillLineRow } from '../../db/queries/bills-lines.ts';
import type { ReadDb } from '../../db/connection.ts';
import { likeness, SUSPECTED_FROM, type Likeness } from '../../domain/analysis/duplicates.ts';
import { absolute, add, compare, type Amount } from '../../domain/money/amount.ts';
import type { Period } from '../../domain/time/plain-date.ts';
import type { Duplicate } from '../contract/analysis.ts';
import type { Handler } from '../runtime/services.ts';
import { analysisScope } from './scope.ts';

/** Groups that are looked at of each kind; more than that and the answer says so. */
const MOST_GROUPS = 2000;

interface Pair {
  a: BillLineRow;
  b: BillLineRow;
  likeness: Likeness;
  state: Duplicate['state'];
  mark: NotDuplicate | null;
}

/** Pairs that look like one charge told twice; what is dismissed or explained by the vendor's own figures stands apart. */
export const duplicates: Handler<'analysis/duplicates'> = (input, { session }) => {
  const read = session.book().read;
  const scope = analysisScope(input);
  const { pairs, truncated } = rememberFew(read, `duplicates ${JSON.stringify([scope, input.period])}`, () =>
    findPairs(read, scope, input.period),
  );
  const counts = { suspected: 0, explained: 0, dismissed: 0 };
  const atStake: Record<string, Amount> = {};
  // One line may look like several others: it is one too many once.
  const counted = new Set<number>();
  for (const { b, state } of pairs) {
    counts[state]++;
    if (state !== 'suspected' || counted.has(b.id) || b.payable === null) continue;
    counted.add(b.id);
    atStake[b.currency] = add(atStake[b.currency] ?? '0', b.payable);
  }
  const chosen = pairs.filter((p) => input.state === 'all' || p.state === input.state);
  return {
    counts,
    atStake,
    suspectedFrom: SUSPECTED_FROM,
    rows: chosen.slice(input.offset, input.offset + input.limit).map(({ a, b, likeness: { score, reasons }, state, mark }) => ({
      a,
      b,
      score,
      state,
      reasons,
      dismissed: mark && { at: mark.at, who: mark.who, note: mark.note },
    })),
    count: chosen.length,
    truncated,
  };
};

function findPairs(read: ReadDb, scope: AnalysisScope, period: Period | null): { pairs: Pair[]; truncated: boolean } {
  const groups = (manyBatches(read, period) ? (['files', 'order', 'rows'] as const) : (['order', 'rows'] as const)).map((kind) =>
    twinGroups(read, scope, period, kind, MOST_GROUPS + 1),
  );
  const wanted = new Map<string, [number, number]>();
  for (const group of groups.flatMap((g) => g.slice(0, MOST_GROUPS))) for (const [a, b] of pairsOf(group)) wanted.set(`${a} ${b}`, [a, b]);
  const ids = [...new Set([...wanted.values()].flat())];
  const lines = new Map(billLinesById(read, ids).map((line) => [line.id, line]));
  const identities = lineIdentities(read, ids);
  const marks = notDuplicates(read);
  const pairs = [...wanted.values()].flatMap(([one, other]): Pair[] => {
    const [a, b] = [lines.get(one), lines.get(other)];
    const [of, ofOther] = [identities.get(one), identities.get(other)];
    if (!a || !b || !of || !ofOther) return [];
    const mark = marks.get(pairKey(pairOf(of.identity, ofOther.identity))) ?? null;
    const found = likeness(twinOf(a, of), twinOf(b, ofOther));
    return [{ a, b, likeness: found, mark, state: mark ? 'dismissed' : found.suspected ? 'suspected' : 'explained' }];
  });
  return { pairs: pairs.toSorted(worstFirst), truncated: groups.some((g) => g.length > MOST_GROUPS) };
}

const twinOf = (line: BillLineRow, { format, delivery, part }: LineIdentity) => ({ ...line, format, delivery, part });

/** Across files, the first of one stands against the first of the other and so on, as equal rows of one file are twins of their own; else each against the first. */
function pairsOf({ kind, lines }: TwinGroup): [number, number][] {
  const first = lines[0]!;
  if (kind !== 'files') return lines.slice(1).map((line) => [first.id, line.id]);
  const batches = new Map<number, number[]>();
  for (const { id, batch } of lines) batches.set(batch, [...(batches.get(batch) ?? []), id]);
  const [own = [], ...others] = [...batches.values()];
  return others.flatMap((ids) => ids.flatMap((id, place): [number, number][] => (own[place] === undefined ? [] : [[own[place], id]])));
}

const worstFirst = (x: Pair, y: Pair): number =>
  y.likeness.score - x.likeness.score ||
  compare(absolute(y.a.payable ?? '0'), absolute(x.a.payable ?? '0')) ||
  x.a.id - y.a.id ||
  x.b.id - y.b.id;
