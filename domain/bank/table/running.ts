import { add, equal, subtract, type Amount } from '../../money/amount.ts';
import { say, type Said } from '../../words/said.ts';
import type { ReadLine } from '../statement.ts';

/** What the balances beside the lines say. */
export interface Running {
  /** In the order in which they were booked. */
  lines: ReadLine[];
  opening: Amount | null;
  closing: Amount | null;
  /** Lines whose balance is not the one before and their amount. */
  broken: Said[];
}

/**
 * Puts the lines into the order of booking by their balances (else by their days: a table may begin with the newest), takes the
 * balance before the first and after the last from them, and names each line that does not lead from one to the next.
 */
export function inOrder(lines: readonly ReadLine[]): Running {
  const reversed = lines.toReversed();
  const balanced = lines.length > 0 && lines.every((l) => l.balance !== null);
  if (!balanced) {
    const newestFirst = lines.length > 1 && lines[0]!.booked > lines.at(-1)!.booked;
    return { lines: newestFirst ? reversed : [...lines], opening: null, closing: null, broken: [] };
  }
  const [down, up] = [breaksOf(lines), breaksOf(reversed)];
  const newestFirst = up.length < down.length || (up.length === down.length && lines[0]!.booked > lines.at(-1)!.booked);
  const ordered = newestFirst ? reversed : [...lines];
  const first = ordered[0]!;
  return {
    lines: ordered,
    opening: subtract(first.balance!, first.amount),
    closing: ordered.at(-1)!.balance,
    broken: (newestFirst ? up : down).map(
      (l) =>
        say`Row ${{ row: l.line.row }} prints the balance ${{ balance: l.line.balance! }}; with the row before it is ${{ expected: l.expected }}.`,
    ),
  };
}

function breaksOf(lines: readonly ReadLine[]): { line: ReadLine; expected: Amount }[] {
  return lines.slice(1).flatMap((line, i) => {
    const expected = add(lines[i]!.balance!, line.amount);
    return equal(expected, line.balance!) ? [] : [{ line, expected }];
  });
}
