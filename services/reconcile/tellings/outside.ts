import type { ReadDb } from '../../../db/connection.ts';
import { keyedLineIds, keyedSums, type LineSet } from '../../../db/queries/keyed-sums.ts';
import { fromPair } from '../../../domain/money/pair.ts';
import type { Tellings } from '../../../domain/reconcile/tellings/telling.ts';
import { badLines } from './bad-lines.ts';

/** Counted lines that are dated outside the month that they are counted in. Lines without a date are not among them. */
export function outsideOf(read: ReadDb, bill: LineSet, period: string): ReturnType<Tellings['outside']> {
  const days = keyedSums(read, bill, ['date'], [['payable']]).groups.filter((group) => group.keys[0] !== null);
  const outside = days.filter((group) => !group.keys[0]!.startsWith(period));
  return {
    lines: outside.reduce((n, group) => n + group.lines, 0),
    of: days.reduce((n, group) => n + group.lines, 0),
    payable: fromPair(
      0n,
      outside.reduce((sum, group) => sum + (group.sums[0] ?? 0n), 0n),
    ),
    days: outside.map((group) => group.keys[0]!),
    bad: () =>
      badLines(
        read,
        keyedLineIds(
          read,
          bill,
          ['date'],
          outside.map((group) => group.keys),
          200,
        ),
      ),
  };
}
