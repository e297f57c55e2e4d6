import type { KindId } from '../kinds.ts';
import { isZeroVector, type Group } from './group.ts';
import { amountOf, dateOf, isNothing, moneyKey, type Attribute, type Vector, type WhyLine } from './line.ts';
import { smallestSubset } from './search.ts';
import { movedText } from './texts.ts';
import type { Work } from './work.ts';

/** The kind that a differing attribute gives; the first that differs names the move. */
const KIND_OF: readonly (readonly [Attribute, KindId])[] = [
  ['currency', 'line.currency'],
  ['period', 'line.period'],
  ['account', 'line.account'],
  ['resource', 'line.resource'],
  ['project', 'line.project'],
  ['productType', 'line.product'],
  ['product', 'line.product'],
  ['date', 'line.date'],
  ['order', 'line.order'],
  ['billType', 'line.type'],
  ['mode', 'line.type'],
  ['region', 'line.region'],
  ['spec', 'line.product'],
  ['usageType', 'line.product'],
];
/** Lines that differ in more than these are two lines, not one that was moved. */
const MOST_DIFFERING = 3;

/** The same money under another account, resource, product, project, day …: one side has it here, the other there. */
export function byMove(work: Work): void {
  lineByLine(work);
  groupByGroup(work);
}

const differing = (a: WhyLine, b: WhyLine, by: readonly Attribute[]): Attribute[] =>
  by.filter((attribute) => (a.attributes[attribute] ?? '') !== (b.attributes[attribute] ?? ''));

interface Pair {
  left: WhyLine;
  right: WhyLine;
  groups: readonly [Group, Group];
  attributes: readonly Attribute[];
}

function lineByLine(work: Work): void {
  const { by, measures } = work.options;
  const waiting = new Map<string, { line: WhyLine; group: Group }[]>();
  for (const group of work.groups)
    for (const line of group.right) {
      if (isNothing(line, measures)) continue;
      const key = moneyKey(line, measures);
      const same = waiting.get(key);
      if (same) same.push({ line, group });
      else waiting.set(key, [{ line, group }]);
    }
  const pairs: Pair[] = [];
  for (const group of work.groups)
    for (const line of group.left)
      for (const other of waiting.get(moneyKey(line, measures)) ?? []) {
        if (!work.budget.take()) return;
        const attributes = differing(line, other.line, by);
        if (attributes.length > 0 && attributes.length <= MOST_DIFFERING)
          pairs.push({ left: line, right: other.line, groups: [group, other.group], attributes });
      }
  const used = new Set<WhyLine>();
  for (const pair of pairs.toSorted((a, b) => a.attributes.length - b.attributes.length)) {
    if (used.has(pair.left) || used.has(pair.right)) continue;
    used.add(pair.left).add(pair.right);
    keep(work, pair);
  }
}

function keep(work: Work, { left, right, groups: [from, to], attributes }: Pair): void {
  work.take(
    from,
    {
      kind: kindOf(attributes, left, right),
      side: null,
      amount: 0n,
      lines: [
        { line: left, text: movedText(left, attributes, 'left', work.options) },
        { line: right, text: movedText(right, attributes, 'right', work.options) },
      ],
    },
    [left],
    [],
  );
  to.right = to.right.filter((line) => line !== right);
  if (isZeroVector(work.difference(to))) work.close(to);
}

function kindOf(attributes: readonly Attribute[], left: WhyLine, right: WhyLine): KindId {
  const [attribute, kind] = KIND_OF.find(([name]) => attributes.includes(name))!;
  if (attribute !== 'date') return kind;
  return dateOf(left)?.slice(0, 7) === dateOf(right)?.slice(0, 7) ? kind : 'line.period';
}

/** Where rows sum up many lines: what one row has too much is what another lacks, and lines that make it up stand in one of them. */
function groupByGroup(work: Work): void {
  const { measures, by } = work.options;
  const print = (vector: Vector, sign: bigint): string => measures.map((m) => (vector[m] ?? 0n) * sign).join(' ');
  const open = work.groups.map((group) => ({ group, vector: work.difference(group) }));
  const opposite = Map.groupBy(open, ({ vector }) => print(vector, -1n));
  const done = new Set<Group>();
  for (const { group, vector } of open) {
    if (done.has(group)) continue;
    const candidates = (opposite.get(print(vector, 1n)) ?? [])
      .filter((other) => other.group !== group && !done.has(other.group) && toldByBoth(group, other.group))
      .map(({ group: other }) => ({ other, attributes: differing(anyOf(group), anyOf(other), by) }))
      .filter(({ attributes }) => attributes.length > 0 && attributes.length <= MOST_DIFFERING)
      .toSorted((a, b) => a.attributes.length - b.attributes.length);
    const [best] = candidates;
    if (!best) continue;
    // A row of one line each is a move already, or no move at all.
    const moved =
      movedLines(work, group, vector) ?? movedLines(work, best.other, work.difference(best.other)) ?? exchanged(work, group, best.other);
    if (!moved) continue;
    done.add(group).add(best.other);
    work.found.push({
      kind: kindOf(best.attributes, anyOf(group), anyOf(best.other)),
      side: null,
      amount: 0n,
      lines: moved.map(({ line, side }) => ({ line, text: movedText(line, best.attributes, side, work.options) })),
    });
    work.close(group, best.other);
  }
}

/** A charge and a refund of the same money that one side lacks make up for one another, and nothing has moved. */
const toldByBoth = (one: Group, other: Group): boolean =>
  (['left', 'right'] as const).every((side) => one.all[side].length + other.all[side].length > 0);
const anyOf = (group: Group): WhyLine => group.all.left[0] ?? group.all.right[0]!;

/** The fewest lines of the group that one side has too much, all measures alike. */
function movedLines(work: Work, group: Group, vector: Vector): { line: WhyLine; side: 'left' | 'right' }[] | null {
  for (const side of ['left', 'right'] as const) {
    const sign = side === 'left' ? 1n : -1n;
    const lines = subsetOf(work, group.all[side], vector, sign);
    if (lines) return lines.map((line) => ({ line, side }));
  }
  return null;
}

/** The fewest lines whose money is the vector times the sign, in every measure. */
export function subsetOf(work: Work, lines: readonly WhyLine[], vector: Vector, sign: bigint): WhyLine[] | null {
  const { measures } = work.options;
  // The measure that tells most: one in which there is something to be found.
  const [lead] = measures.filter((m) => (vector[m] ?? 0n) !== 0n);
  if (!lead || lines.length === 0) return null;
  const values = lines.map((line) => amountOf(line, lead));
  const places = smallestSubset(values, vector[lead]! * sign, work.budget, (set) =>
    measures.every((m) => set.reduce((sum, i) => sum + amountOf(lines[i]!, m), 0n) === (vector[m] ?? 0n) * sign),
  );
  return places && places.map((i) => lines[i]!);
}

/** Two lines that changed places: what they differ by is what the rows differ by. */
function exchanged(work: Work, one: Group, other: Group): { line: WhyLine; side: 'left' | 'right' }[] | null {
  const { measures } = work.options;
  const vector = work.difference(one);
  for (const side of ['left', 'right'] as const) {
    const sign = side === 'left' ? 1n : -1n;
    const wanted = new Map(
      other.all[side].map((line) => [measures.map((m) => amountOf(line, m) + (vector[m] ?? 0n) * sign).join(' '), line]),
    );
    for (const line of one.all[side]) {
      if (!work.budget.take()) return null;
      const partner = wanted.get(moneyKey(line, measures));
      if (partner)
        return [
          { line, side },
          { line: partner, side },
        ];
    }
  }
  return null;
}
