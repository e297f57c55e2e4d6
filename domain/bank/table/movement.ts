import { absolute, compare, isNegative, isZero, negate, type Amount } from '../../money/amount.ts';
import { appError } from '../../result.ts';
import { say } from '../../words/said.ts';
import type { RowCells } from './cells.ts';
import { isOut } from './profile.ts';

/** How a table writes what leaves the account. */
export interface Signs {
  /** What was spent is positive. */
  spent: boolean;
  /** The column of money out prints its figures with a minus. */
  outMinus: boolean;
}

/** What the row moves, from the account's side; null where it prints no figure. Two figures at once are the row's trouble. */
export function movementOf(cells: RowCells, signs: Signs, currency: string | null): Amount | null {
  const amount = cells.amount('amount', currency);
  if (amount !== null) return bySide(cells, signs.spent && !isZero(amount) ? negate(amount) : amount);
  const out = cells.amount('out', currency);
  const into = cells.amount('in', currency);
  const filled = [out, into].filter((a) => a !== null && !isZero(a));
  if (filled.length > 1)
    return cells.wrong(
      cells.header('out'),
      out,
      appError('bank.both-sides', say`The row has ${{ out: out! }} as money out and ${{ in: into! }} as money in.`, {
        remedy: 'Correct the row, or map the columns otherwise.',
      }),
    );
  if (out !== null && (into === null || !isZero(out))) return isZero(out) ? out : signs.outMinus ? out : negate(out);
  return into;
}

/** A column that says debit or credit gives a figure without sign its side; one that contradicts a minus is the row's trouble. */
function bySide(cells: RowCells, amount: Amount): Amount | null {
  const word = cells.text('side', 40);
  if (word === '') return amount;
  const out = isOut(word);
  if (out === null)
    return cells.wrong(
      cells.header('side'),
      word,
      appError('bank.side', say`“${{ value: word }}” says neither debit nor credit.`, {
        remedy: 'Write D or C, or leave the column unmapped.',
      }),
    );
  if (isNegative(amount) && !out)
    return cells.wrong(
      cells.header('side'),
      word,
      appError('bank.side-contradicts', say`The amount ${{ amount }} is negative and the row says ${{ side: word }}.`, {
        remedy: 'Correct the row, or leave the column unmapped.',
      }),
    );
  return out && !isZero(amount) ? negate(absolute(amount)) : amount;
}

/** True where every figure of the column of money out is below zero or nought. */
export const printsMinus = (figures: readonly (Amount | null)[]): boolean => {
  const told = figures.filter((f): f is Amount => f !== null && !isZero(f));
  return told.length > 0 && told.every((f) => compare(f, '0') < 0);
};
