import { amountText } from './texts.ts';
import { otherSide, type Work } from './work.ts';

/** Where a part of a split file is not there, all that the other side has more is that part, until it is imported. */
export function byPart(work: Work): void {
  for (const side of ['left', 'right'] as const) {
    const names = work.options.missingParts?.[side] ?? [];
    if (names.length === 0) continue;
    const other = otherSide(side);
    work.found.push({
      kind: 'file.part-missing',
      side,
      amount: work.groups.reduce((sum, group) => sum + work.heldIn(work.difference(group)), 0n),
      lines: work.groups.flatMap((group) => group[other].map((line) => ({ line, text: amountText(line, other, work.options) }))),
      values: names,
    });
    work.close(...work.groups);
    return;
  }
}
