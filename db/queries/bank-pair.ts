import { fromPair, toPair } from '../../domain/money/pair.ts';
import type { Amount } from '../../domain/money/amount.ts';

/** The two columns of an amount that may be missing. */
export const halves = (amount: Amount | null): [bigint, bigint] | [null, null] => {
  if (amount === null) return [null, null];
  const { units, fraction } = toPair(amount);
  return [units, fraction];
};

export const whole = (units: bigint | null, fraction: bigint | null): Amount | null =>
  units === null || fraction === null ? null : fromPair(units, fraction);
