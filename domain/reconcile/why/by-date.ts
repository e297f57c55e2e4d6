import type { Group } from './group.ts';
import { amountOf, dateOf, keyOf, sameMoney, type Attribute, type WhyLine } from './line.ts';
import { movedText } from './texts.ts';
import { otherSide, type Side, type Work } from './work.ts';

/** What a line that slipped over the edge of the month, or into another currency, no longer has in common with its other half. */
const SLIPS: readonly Attribute[] = ['period', 'date', 'currency'];

/**
 * Lines that one side puts into another month or currency, where it still has them, and lines of one side that are dated
 * outside the month.
 */
export function byDate(work: Work): void {
  elsewhere(work);
  outside(work);
}

function elsewhere(work: Work): void {
  const { options } = work;
  if (!options.elsewhere?.length) return;
  const keys = options.by.filter((attribute) => !SLIPS.includes(attribute));
  const found = Map.groupBy(options.elsewhere, (line) => keyOf(line, keys));
  const used = new Set<WhyLine>();
  for (const group of work.groups) {
    const own = group.all.left[0] ?? group.all.right[0]!;
    for (const other of found.get(keyOf(own, keys)) ?? []) {
      if (used.has(other) || !work.groups.includes(group)) continue;
      const hit = counterpart(work, group, other);
      if (!hit) continue;
      used.add(other);
      const currency = (other.attributes.currency ?? null) !== (own.attributes.currency ?? null);
      const attributes: Attribute[] = currency ? ['currency'] : ['period'];
      work.take(
        group,
        {
          kind: currency ? 'line.currency' : 'line.period',
          side: hit.side,
          amount: work.held([other]) * (hit.side === 'left' ? 1n : -1n),
          lines: [
            ...(hit.line ? [{ line: hit.line, text: movedText(hit.line, attributes, hit.side, options) }] : []),
            { line: other, text: movedText(other, attributes, hit.side === 'left' ? 'right' : 'left', options) },
          ],
        },
        hit.side === 'left' && hit.line ? [hit.line] : [],
        hit.side === 'right' && hit.line ? [hit.line] : [],
      );
      if (!hit.line) work.close(group);
    }
  }
}

/** The line of this month that is the other one, or, where a row sums up many, that the row has it too much. */
function counterpart(work: Work, group: Group, other: WhyLine): { side: Side; line: WhyLine | null } | null {
  const { measures } = work.options;
  if (measures.every((m) => amountOf(other, m) === 0n)) return null;
  const lineOf = (side: Side): WhyLine | null => group[side].find((own) => sameMoney(own, other, measures)) ?? null;
  const vector = work.difference(group);
  for (const [side, sign] of [
    ['left', 1n],
    ['right', -1n],
  ] as const)
    if (measures.every((m) => (vector[m] ?? 0n) === amountOf(other, m) * sign)) return { side, line: lineOf(side) };
  // One of several that slipped: the other side has nothing left here that it could be.
  for (const side of ['left', 'right'] as const) {
    const line = group[otherSide(side)].length === 0 ? lineOf(side) : null;
    if (line) return { side, line };
  }
  return null;
}

function outside(work: Work): void {
  const { options } = work;
  const { period } = options;
  if (period === null) return;
  for (const group of work.groups)
    for (const side of ['left', 'right'] as const) {
      if (group[side === 'left' ? 'right' : 'left'].length > 0) continue;
      const lines = group[side].filter((line) => dateOf(line) !== null && dateOf(line)!.slice(0, 7) !== period);
      if (lines.length === 0) continue;
      work.take(
        group,
        {
          kind: 'line.period',
          side,
          amount: work.held(lines) * (side === 'left' ? 1n : -1n),
          lines: lines.map((line) => ({ line, text: movedText(line, ['date'], side, options) })),
        },
        side === 'left' ? lines : [],
        side === 'right' ? lines : [],
      );
    }
}
