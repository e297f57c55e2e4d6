import type { Group } from './group.ts';
import { amountOf, isNothing, wholeKey, type WhyLine } from './line.ts';
import { amountText, twiceText } from './texts.ts';
import { otherSide, type Side, type Work } from './work.ts';

/** Lines that are equal in everything but their row, of which the other side has fewer. */
export function byDuplicate(work: Work): void {
  ofOneKey(work);
  underAnotherNumber(work);
}

/** A line that only one side has, and that is another one of it but for the number of its order. */
function underAnotherNumber(work: Work): void {
  const { context, suspect } = work.options;
  for (const side of ['left', 'right'] as const) {
    const known = context?.[side] ?? [];
    // What the others have as well is no repetition.
    if (known.length === 0 || suspect === otherSide(side)) continue;
    const firsts = new Map(known.map((line) => [wholeKey(line, false), line]));
    for (const group of work.groups) {
      if (group.all[otherSide(side)].length > 0) continue;
      const twins = group[side].flatMap((line) => {
        const first = firsts.get(wholeKey(line, false));
        return first && first.id !== line.id && !isNothing(line, work.options.measures) ? [{ line, first, same: [] }] : [];
      });
      if (twins.length > 0) keep(work, group, side, twins);
    }
  }
}

function ofOneKey(work: Work): void {
  for (const group of work.groups)
    for (const side of ['left', 'right'] as const) {
      if (!work.groups.includes(group)) break;
      const extra = extraTwins(work, group, side);
      if (extra.length === 0) continue;
      keep(work, group, side, extra);
    }
}

function keep(work: Work, group: Group, side: Side, extra: readonly Twin[]): void {
  const lines = extra.map(({ line }) => line);
  work.take(
    group,
    {
      kind: 'line.duplicate',
      side,
      amount: work.held(lines) * (side === 'left' ? 1n : -1n),
      lines: [
        // Nothing tells which of them is the one too many.
        ...[...new Set(extra.flatMap(({ same }) => same))].map((line) => ({ line, text: amountText(line, side, work.options) })),
        ...extra.map(({ line, first }) => ({ line, text: twiceText(line, first, work.options) })),
      ],
      extra: extra.length,
    },
    side === 'left' ? lines : [],
    side === 'right' ? lines : [],
  );
}

interface Twin {
  line: WhyLine;
  first: WhyLine;
  /** Lines of the same key that it is equal to. */
  same: readonly WhyLine[];
}

function extraTwins(work: Work, group: Group, side: Side): Twin[] {
  const { measures } = work.options;
  const twins = [...Map.groupBy(group.all[side], (line) => wholeKey(line)).values()].filter(
    (same) => same.length > 1 && !isNothing(same[0]!, measures),
  );
  if (twins.length === 0) return [];
  const other = group[otherSide(side)];
  // Line against line: what could not be matched, and has a twin that could.
  if (other.length === 0) {
    const own = new Set(group[side]);
    return twins.flatMap((same) => {
      const extra = same.filter((line) => own.has(line));
      const kept = same.filter((line) => !own.has(line));
      return kept.length === 0 ? [] : extra.map((line) => ({ line, first: kept[0]!, same: kept }));
    });
  }
  // Lines against a row that sums them up: some of the twins are the difference.
  const vector = work.difference(group);
  const sign = side === 'left' ? 1n : -1n;
  for (const same of twins)
    for (let extra = 1; extra < same.length; extra++)
      if (measures.every((m) => amountOf(same[0]!, m) * BigInt(extra) * sign === (vector[m] ?? 0n)))
        return same.slice(-extra).map((line) => ({ line, first: same[0]!, same: same.slice(0, -extra) }));
  return [];
}
