import { expectedSign } from '../bill-types.ts';
import type { Group } from './group.ts';
import { amountOf, heldOf, type WhyLine } from './line.ts';
import { amountText } from './texts.ts';
import type { Side, Work } from './work.ts';

/** A line that has the other sign than it should: the difference is twice its money. */
export function bySign(work: Work): void {
  for (const group of work.groups) {
    const turned = turnedLine(work, group);
    if (!turned) continue;
    const { line, side } = turned;
    const opposite = group[side === 'left' ? 'right' : 'left'];
    work.found.push({
      kind: 'line.sign',
      side,
      amount: work.heldIn(work.difference(group)),
      lines: [
        { line, text: amountText(line, side, work.options) },
        ...(opposite.length === 1 && opposite[0]
          ? [{ line: opposite[0], text: amountText(opposite[0], side === 'left' ? 'right' : 'left', work.options) }]
          : []),
      ],
    });
    work.close(group);
  }
}

/** Every measure that differs does so by twice what the line has of it, and what is asked about differs. */
function isTurned(work: Work, line: WhyLine, group: Group, sign: bigint): boolean {
  const vector = work.difference(group);
  if (work.heldIn(vector) === 0n && work.options.held.every((m) => (vector[m] ?? 0n) === 0n)) return false;
  return work.options.measures.every((m) => (vector[m] ?? 0n) === 0n || vector[m] === amountOf(line, m) * 2n * sign);
}

function turnedLine(work: Work, group: Group): { line: WhyLine; side: Side } | null {
  const candidates = (['left', 'right'] as const).flatMap((side) =>
    group[side].filter((line) => isTurned(work, line, group, side === 'left' ? 1n : -1n)).map((line) => ({ line, side })),
  );
  // Against its bill type: surely. With the right sign: not the one. Where the type says nothing, the one alone.
  const against = candidates.find(({ line }) => signOf(work, line) * (expectedSign(line.attributes.billType ?? null) ?? 0) < 0);
  if (against) return against;
  const open = candidates.filter(({ line }) => expectedSign(line.attributes.billType ?? null) === null);
  if (open.length === 0) return null;
  const onBoth = group.left.length === 1 && group.right.length === 1;
  return onBoth || !hasLineOf(work, group) ? open[0]! : null;
}

const signOf = (work: Work, line: WhyLine): number => {
  const held = heldOf(line, work.options.held);
  return held > 0n ? 1 : held < 0n ? -1 : 0;
};

/** A line that is itself the difference needs no turning. */
function hasLineOf(work: Work, group: Group): boolean {
  const vector = work.difference(group);
  return (['left', 'right'] as const).some((side) =>
    group[side].some((line) => work.options.measures.every((m) => amountOf(line, m) * (side === 'left' ? 1n : -1n) === (vector[m] ?? 0n))),
  );
}
