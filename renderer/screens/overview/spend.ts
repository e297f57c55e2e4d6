import type { Output } from '../../../services/contract/index.ts';
import { printedTotal } from '../../../domain/bill/total.ts';
import { addPeriods, type Period } from '../../../domain/time/plain-date.ts';
import type { Amount } from '../../../domain/money/amount.ts';
import { changeOf, type Change } from '../bills/share.ts';

type Periods = Output<'bills/periods'>;

export interface Spend {
  currency: string;
  now: Amount | null;
  before: Amount | null;
  /** Null where one of the two months has no total in this currency: there is nothing to hold against. */
  change: Change | null;
}

/** The period's total of each currency beside the month before; totals as the bill prints them. */
export function spendOf(periods: Periods, period: Period): Spend[] {
  const of = (name: Period): Periods[number]['totals'] => periods.find((p) => p.period === name)?.totals ?? {};
  const [now, before] = [of(period), of(addPeriods(period, -1))];
  const total = (totals: Periods[number]['totals'], currency: string): Amount | null => {
    const own = totals[currency];
    return own ? printedTotal(own, currency) : null;
  };
  return [...new Set([...Object.keys(now), ...Object.keys(before)])].map((currency) => {
    const [a, b] = [total(now, currency), total(before, currency)];
    return { currency, now: a, before: b, change: a === null || b === null ? null : changeOf(a, b) };
  });
}
