import type { ReadDb } from '../../../db/connection.ts';
import { differingKeys, keyedLineIds, type Differing, type DifferingKey, type KeySums } from '../../../db/queries/keyed-sums.ts';
import { COARSE_POLICIES, isInCents, printed, type CoarsePolicy } from '../../../domain/reconcile/tellings/rounding.ts';
import type { Comparison } from '../../../domain/reconcile/tellings/telling.ts';
import { whyDifferent, type WhyLine, type WhyOptions } from '../../../domain/reconcile/why/index.ts';
import type { Finding } from '../../../domain/reconcile/check.ts';
import type { Words } from '../../../domain/reconcile/words.ts';
import type { MeasureName } from '../../../domain/formats/fields.ts';
import { alike, type Alike } from './alike.ts';
import { contextOf, elsewhereOf } from './elsewhere.ts';
import { whyLines } from './lines.ts';
import { KEYS, type KeyAttribute, type Pair } from './place.ts';

/** Lines of both sides that are read to find out what differs; keys with the largest differences come first. */
const MOST_LINES = 8_000;
const MOST_KEYS = 2_000;
const FEW = 4;
const ALL = 200_000;
/** What the sides are called, and their month. */
interface Told {
  left: Words;
  right: Words;
  period: string;
}
/** What the other tellings of the month say to it. */
type More = Pick<WhyOptions, 'suspect' | 'missingParts'>;

/** Holds a telling against the bill: totals first, then by everything that both tell, and line by line only where that differs. */
export function compare(read: ReadDb, pair: Pair, words: Told, more: () => More): Comparison {
  const amounts = pair.measures.map((m) => [m]);
  const sides = [
    { set: pair.bill, amounts },
    { set: pair.own, amounts },
  ] as const;
  const apartBy = (attributes: readonly KeyAttribute[], limit: number): Differing =>
    differingKeys(
      read,
      sides[0],
      sides[1],
      attributes.map((a) => KEYS[a]),
      { limit },
    );
  const policies = !pair.equal && coarse(read, pair) ? COARSE_POLICIES : [];
  const agrees = (measures: readonly MeasureName[]) => (left: KeySums, right: KeySums) =>
    same(left.sums, right.sums) || policies.some((policy) => same(printed(left.sums, measures, policy), right.sums));

  let by: Alike = { attributes: [...pair.attributes], absent: [], apart: [] };
  let apart = apartBy(by.attributes, policies.length > 0 ? ALL : 0);
  if (apart.count > 0) {
    by = alike(read, pair, agrees(['payable']));
    by.attributes = fewestApart(by, (attributes) => apartBy(attributes, 0));
    apart = apartBy(by.attributes, policies.length > 0 ? ALL : MOST_KEYS);
  }
  // Rows in cents that nothing tells apart cannot be held to the exact lines one by one.
  const unheld = policies.length > 0 && by.attributes.length === 0 && pair.rows > 1;
  const rule = apart.count === 0 ? null : followed(apart.keys, pair.measures, policies);
  const keys = rule ? rule.rest : apart.keys;
  const rounded = rule && { policy: rule.policy, keys: apart.count - rule.rest.length };
  const count = rule ? rule.rest.length : apart.count;
  const known = new Map<string, readonly Finding[]>();
  return {
    keys: count,
    lines: rule ? keys.reduce((sum, key) => sum + key.left.lines + key.right.lines, 0) : apart.lines,
    rounded,
    unheld,
    why(held) {
      if (count === 0 || unheld) return [];
      const name = held.join();
      if (!known.has(name)) known.set(name, why(read, pair, by, keys, rule?.policy ?? null, held, words, more()));
      return known.get(name)!;
    },
  };
}

const same = (left: readonly (bigint | null)[], right: readonly (bigint | null)[]): boolean =>
  left.every((value, i) => (value ?? 0n) === (right[i] ?? 0n));

/** True where the telling prints whole cents and the bill does not. */
function coarse(read: ReadDb, { bill, own, measures }: Pair): boolean {
  const amounts = measures.map((m) => [m]);
  const { keys } = differingKeys(read, { set: bill, amounts }, { set: own, amounts }, ['account', 'productType'], { limit: 20 });
  return (
    keys.length > 0 &&
    keys.every((key) => key.right.sums.every((value) => value === null || isInCents(value))) &&
    keys.some((key) => key.left.sums.some((value) => value !== null && !isInCents(value)))
  );
}

/** The rule by which most rows are printed, and the rows that do not follow it; null where no rule yields most of them. */
function followed(
  keys: readonly DifferingKey[],
  measures: readonly MeasureName[],
  policies: readonly CoarsePolicy[],
): { policy: CoarsePolicy; rest: DifferingKey[] } | null {
  let best: { policy: CoarsePolicy; rest: DifferingKey[] } | null = null;
  for (const policy of policies) {
    const rest = keys.filter((key) => !same(printed(key.left.sums, measures, policy), key.right.sums));
    if (rest.length * 2 < keys.length && (best === null || rest.length < best.rest.length)) best = { policy, rest };
  }
  return best;
}

/**
 * Left out one by one as long as that makes the differing keys half as many: an attribute that both fill in by another rule. Only one
 * by which alone the sums differ can be that, and the one with the largest difference comes first.
 */
function fewestApart({ attributes, apart }: Alike, apartBy: (attributes: readonly KeyAttribute[]) => Differing): KeyAttribute[] {
  let best = [...attributes];
  if (apart.length === 0) return best;
  const all = apartBy(best);
  let least = all.count;
  // A fault stands in few keys; a rule of its own, in many.
  const few = Math.max(FEW, all.rightKeys / 20);
  for (const suspect of apart) {
    if (least <= few || best.length === 1) break;
    if (suspect === 'order' || suspect === 'resource') continue;
    const rest = best.filter((attribute) => attribute !== suspect);
    const differing = apartBy(rest).count;
    if (differing * 2 <= least) [best, least] = [rest, differing];
  }
  return best;
}

function why(
  read: ReadDb,
  pair: Pair,
  { attributes, absent }: Alike,
  keys: readonly DifferingKey[],
  policy: CoarsePolicy | null,
  held: readonly MeasureName[],
  { left: leftWords, right: rightWords, period }: Told,
  more: More,
): Finding[] {
  const columns = attributes.map((a) => KEYS[a]);
  const chosen = few(keys);
  const texts = chosen.map((key) => key.keys);
  const read_ = (set: Pair['bill']): WhyLine[] => whyLines(read, keyedLineIds(read, set, columns, texts, MOST_LINES).ids);
  const [left, right] = [read_(pair.bill), read_(pair.own)];
  const own = policy ? exact(chosen, right, attributes, pair.measures, policy) : right;
  return whyDifferent(left, own, {
    held,
    measures: pair.measures,
    by: attributes,
    left: leftWords,
    right: rightWords,
    period,
    absent,
    elsewhere: elsewhereOf(read, pair, attributes, chosen),
    context: contextOf(read, pair, left, right),
    ...more,
  });
}

/** The keys with the largest differences, as many as there are lines to be read. */
function few(keys: readonly DifferingKey[]): DifferingKey[] {
  const chosen: DifferingKey[] = [];
  let lines = 0;
  for (const key of keys.slice(0, MOST_KEYS)) {
    lines += Math.max(key.left.lines, key.right.lines);
    if (lines > MOST_LINES && chosen.length > 0) break;
    chosen.push(key);
  }
  return chosen;
}

/** Rows in cents with the fractions that the rule took from them, so that only what it does not take away is left to be found. */
function exact(
  keys: readonly DifferingKey[],
  rows: readonly WhyLine[],
  attributes: readonly KeyAttribute[],
  measures: readonly MeasureName[],
  policy: CoarsePolicy,
): WhyLine[] {
  const taken = new Map(
    keys.map(({ keys: texts, left }) => {
      const cents = printed(left.sums, measures, policy);
      return [JSON.stringify(texts), measures.map((_, i) => (left.sums[i] ?? 0n) - (cents[i] ?? 0n))] as const;
    }),
  );
  return rows.map((row) => {
    const key = JSON.stringify(attributes.map((a) => row.attributes[a] ?? null));
    const fractions = taken.get(key);
    if (!fractions) return row;
    taken.delete(key);
    const amounts = { ...row.amounts };
    for (const [i, measure] of measures.entries())
      if (amounts[measure] !== null && amounts[measure] !== undefined) amounts[measure] += fractions[i]!;
    return { ...row, amounts };
  });
}
