import { absolute, add, compare, type Amount } from '../money/amount.ts';
import { fail, ok, type Result } from '../result.ts';
import { say } from '../words/said.ts';

/** What may be written off without an approver, in one currency: each time, and all in all in a period. Null: no limit is set. */
export interface WriteOffLimit {
  each: Amount;
  period: Amount;
}
export type WriteOffLimits = Readonly<Record<string, WriteOffLimit>>;

/** The write-off that is asked for, beside those of the period and currency that were made already. */
export interface WriteOff {
  amount: Amount | null;
  currency: string | null;
  written: readonly Amount[];
  approver: string;
}

/**
 * Allows a write-off within the limits, or above them with the name of who approves it. A difference of no known amount, or in a
 * currency without a limit, always needs the name.
 */
export function allowWriteOff(limits: WriteOffLimits, { amount, currency, written, approver }: WriteOff): Result<null> {
  if (approver !== '') return ok(null);
  const remedy = 'Name who approves it, or raise the limit in the settings of the close.';
  if (amount === null || currency === null)
    return fail('discrepancy.write-off-unknown', 'A difference without an amount is written off only with the name of who approves it.', {
      column: 'approver',
      remedy,
    });
  const limit = Object.hasOwn(limits, currency) ? limits[currency]! : null;
  if (!limit)
    return fail('discrepancy.write-off-limit', say`No limit is set for write-offs in ${{ currency }}.`, {
      column: 'approver',
      value: amount,
      remedy,
    });
  if (compare(absolute(amount), limit.each) > 0)
    return fail(
      'discrepancy.write-off-limit',
      say`${{ amount: absolute(amount) }} ${{ currency }} is more than may be written off at a time: ${{ limit: limit.each }}.`,
      { column: 'approver', value: amount, remedy },
    );
  const all = written.reduce<Amount>((total, one) => add(total, absolute(one)), absolute(amount));
  if (compare(all, limit.period) > 0)
    return fail(
      'discrepancy.write-off-limit',
      say`With this one, ${{ amount: all }} ${{ currency }} would be written off in the period; the limit is ${{ limit: limit.period }}.`,
      { column: 'approver', value: amount, remedy },
    );
  return ok(null);
}
