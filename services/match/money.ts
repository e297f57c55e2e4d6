import type { ReadDb } from '../../db/connection.ts';
import { openLine, openLines, paymentAsMoney, paymentsWithRest } from '../../db/queries/match-money.ts';
import { moneyOf, type Money } from '../../domain/match/money.ts';
import { compare } from '../../domain/money/amount.ts';
import { refuse } from '../../domain/result.ts';
import { say } from '../../domain/words/said.ts';

/** Everything that is not matched yet: lines of statements, then payments of the book, each the latest first. */
export const openMoney = (read: ReadDb): Money[] => [...openLines(read), ...paymentsWithRest(read)];

/** The money of that key; refused when it is matched, ignored, void or not there. */
export function findMoney(read: ReadDb, key: string): Money {
  const of = moneyOf(key);
  const found = of === null ? undefined : of.kind === 'bank' ? openLine(read, of.id) : paymentAsMoney(read, of.id);
  if (!found || compare(found.left, '0') <= 0)
    refuse('match.no-money', say`Nothing of ${{ money: key }} is left to be matched.`, {
      value: key,
      remedy: 'Look at the list again: it was matched, ignored or undone.',
    });
  return found;
}
