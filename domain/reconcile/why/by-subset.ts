import { heldOf, type WhyLine } from './line.ts';
import { smallestSubset } from './search.ts';
import { onlyText } from './texts.ts';
import type { Side, Work } from './work.ts';

/** So many lines of a group are listed as they are; of more, the fewest that make the difference are looked for. */
const FEW = 40;

/** Where nothing tells the lines of a group apart: the fewest of both sides together that add up to its difference. */
export function byTotal(work: Work): void {
  for (const group of work.groups) {
    const own: { line: WhyLine; side: Side }[] = [
      ...group.left.map((line) => ({ line, side: 'left' as const })),
      ...group.right.map((line) => ({ line, side: 'right' as const })),
    ];
    const rest = work.heldIn(work.difference(group));
    if (own.length <= FEW || rest === 0n) continue;
    const places = smallestSubset(
      own.map(({ line, side }) => heldOf(line, work.options.held) * (side === 'left' ? 1n : -1n)),
      rest,
      work.budget,
    );
    if (!places) continue;
    const lines = places.map((i) => own[i]!);
    work.found.push({
      kind: 'line.missing',
      side: null,
      amount: rest,
      lines: lines.map(({ line, side }) => ({ line, text: onlyText(line, side, work.options) })),
      searched: true,
    });
    work.close(group);
  }
}
