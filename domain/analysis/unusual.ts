import { absolute, add, compare, isZero, multiply, subtract, type Amount } from '../money/amount.ts';
import { D } from '../money/decimal.ts';
import { percentOf } from './percent.ts';

/** When a change counts as unusual. Data: a reader can change every figure of it. */
export interface UnusualPolicy {
  id: string;
  /** A change smaller than this, in the currency's units, is never unusual. */
  amounts: Readonly<Record<string, Amount>>;
  /** For currencies that are not named. */
  otherwise: Amount;
  /** Nor is one that is less than so many per cent of what was. */
  percent: Amount;
  /** Former months that are looked at, and how many of them a median needs. */
  months: number;
  least: number;
  /** How many median deviations from the median are still usual. */
  deviations: Amount;
}

export const UNUSUAL: UnusualPolicy = {
  id: 'analysis.unusual.1',
  amounts: {
    USD: '10',
    EUR: '10',
    GBP: '10',
    SGD: '15',
    CNY: '50',
    HKD: '80',
    MYR: '50',
    THB: '300',
    JPY: '1000',
    INR: '800',
    IDR: '150000',
  },
  otherwise: '10',
  percent: '20',
  months: 6,
  least: 3,
  deviations: '3',
};

export const leastAmount = (policy: UnusualPolicy, currency: string): Amount =>
  Object.hasOwn(policy.amounts, currency) ? policy.amounts[currency]! : policy.otherwise;

/** Whether a change is large enough in amount and in per cent; from nothing, the amount alone decides. */
export function largeChange(before: Amount, now: Amount, currency: string, policy: UnusualPolicy): boolean {
  const size = absolute(subtract(now, before));
  if (isZero(size) || compare(size, leastAmount(policy, currency)) < 0) return false;
  return isZero(before) || compare(multiply(size, '100'), multiply(absolute(before), policy.percent)) >= 0;
}

export interface Usual {
  /** Exact median of the former months, and of their distances from it. */
  median: Amount;
  deviation: Amount;
  months: number;
}

/** What is usual by the former months; null where there are fewer than the policy asks for. */
export function usualOf(former: readonly Amount[], policy: UnusualPolicy): Usual | null {
  if (former.length < policy.least) return null;
  const median = medianOf(former);
  return { median, deviation: medianOf(former.map((a) => absolute(subtract(a, median)))), months: former.length };
}

/**
 * Whether the present figure departs from what is usual: by the amount and percentage of the policy, and by more than its
 * number of median deviations. One odd month among the former ones does not move the median, and what goes back to the usual
 * is not unusual.
 */
export function departs(now: Amount, usual: Usual, currency: string, policy: UnusualPolicy): boolean {
  if (!largeChange(usual.median, now, currency, policy)) return false;
  return compare(absolute(subtract(now, usual.median)), multiply(usual.deviation, policy.deviations)) > 0;
}

/** How far the present figure is from the median, in per cent of it. */
export const departure = (now: Amount, usual: Usual): Amount | null => percentOf(subtract(now, usual.median), absolute(usual.median));

/** Exact: the mean of two amounts has one decimal more at most. */
export function medianOf(amounts: readonly Amount[]): Amount {
  if (amounts.length === 0) throw new TypeError('No median of nothing.');
  const sorted = amounts.toSorted(compare);
  const half = sorted.length >> 1;
  if (sorted.length % 2 === 1) return sorted[half]!;
  return new D(add(sorted[half - 1]!, sorted[half]!)).dividedBy(2).toFixed();
}
