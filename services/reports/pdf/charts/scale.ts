import { D } from '../../../../domain/money/decimal.ts';
import type { Amount } from '../../../../domain/money/amount.ts';

/** Where a chart draws an amount. A drawing may be approximate; the exact figure stands beside it. */
export const position = (amount: Amount): number => new D(amount).toNumber();

/** From 0 at the low end to 1 at the high end; the span always takes zero in. */
export interface Scale {
  low: number;
  high: number;
  at(value: number): number;
}

export function scaleOf(values: readonly number[]): Scale {
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  const span = high - low || 1;
  return { low, high, at: (value) => (value - low) / span };
}
