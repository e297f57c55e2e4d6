import { add, isNegative, subtract, sum, type Amount } from '../money/amount.ts';
import type { ReadLine } from './statement.ts';

/** What a statement says of itself, held together. */
export interface SumCheck {
  /** Exact sums; `out` is negative or nought. */
  in: Amount;
  out: Amount;
  /** closing − (opening + lines); null where it does not print both balances. */
  difference: Amount | null;
}

/** opening + Σ lines = closing, to the last digit. */
export function checkSum(opening: Amount | null, closing: Amount | null, amounts: readonly Amount[]): SumCheck {
  const total = sum(amounts);
  return {
    in: sum(amounts.filter((a) => !isNegative(a))),
    out: sum(amounts.filter(isNegative)),
    difference: opening === null || closing === null ? null : subtract(closing, add(opening, total)),
  };
}

/**
 * What makes two lines of one account the same, as text to be hashed: the bank's own key with day and amount, else everything that the
 * bank says. `ordinal` counts equal lines of one statement from 1, so that honest twins stay two.
 */
export function identityOf(line: ReadLine, ordinal: number): string {
  const { booked, valued, amount, bankId } = line;
  const content =
    bankId === ''
      ? [booked, valued, amount, line.balance, line.reference, line.text, line.counterparty, line.counterpartyAccount, line.code]
      : ['id', bankId, booked, amount];
  return JSON.stringify([...content, ordinal]);
}

/** The lines with their identities, twins counted in their order. */
export function identified(lines: readonly ReadLine[]): { line: ReadLine; identity: string }[] {
  const seen = new Map<string, number>();
  return lines.map((line) => {
    const base = identityOf(line, 0);
    const ordinal = (seen.get(base) ?? 0) + 1;
    seen.set(base, ordinal);
    return { line, identity: identityOf(line, ordinal) };
  });
}
