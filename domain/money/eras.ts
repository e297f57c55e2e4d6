import type { Period } from '../time/plain-date.ts';
import type { Grouping } from './pieces.ts';
import { POLICIES, type RoundingPolicy } from './rounding.ts';

export type Settlement = 'monthly' | 'non-monthly';

/** A way from exact amounts to what is charged, the months in which it held, and over what it rounded. */
export interface Era {
  policy: RoundingPolicy;
  over: 'total' | Grouping;
  settlement: Settlement;
  /** First and last month, both inclusive; null: from the beginning, until today. */
  from: Period | null;
  to: Period | null;
}

/**
 * How Huawei Cloud came from eight decimals to cents. Source: Huawei Cloud international billing guide, sections 6.1.6, 7.1 and
 * 7.2.2.2 (history of rounding: the dates; what is cut is pay-per-use and spot, orders are summed up apart) and 13.2.8 (accounts
 * that are not settled monthly: the pay-per-use of the month is cut, not rounded).
 */
export const HUAWEI_ERAS: readonly Era[] = [
  { policy: POLICIES.perSettlement, over: 'settlement', settlement: 'monthly', from: null, to: '2020-03' },
  { policy: POLICIES.perSpecification, over: 'specification', settlement: 'monthly', from: '2020-04', to: '2021-05' },
  { policy: POLICIES.monthTotal, over: 'total', settlement: 'monthly', from: '2021-06', to: null },
  { policy: POLICIES.perSettlement, over: 'settlement', settlement: 'non-monthly', from: null, to: '2020-03' },
  { policy: POLICIES.nonMonthlyCharge, over: 'usage', settlement: 'non-monthly', from: '2020-04', to: null },
];

/**
 * Rules that hold beside those of HUAWEI_ERAS. Section 13.2.3 charges each hour, day or month of pay-per-use in whole cents, without
 * a date; the sheet printed in 13.2.8 shows it so in April 2020 (0.315 = 0 + 0.005 + 0.31).
 */
const BESIDE: readonly Era[] = [
  { policy: POLICIES.nonMonthlySettlement, over: 'settlement', settlement: 'non-monthly', from: '2020-04', to: null },
];

/** Every rule that was ever in force, each once. */
export const ALL_ERAS: readonly Era[] = [
  ...HUAWEI_ERAS.filter((era, i) => HUAWEI_ERAS.findIndex((e) => e.policy === era.policy) === i),
  ...BESIDE,
];

/** The era of the month for accounts settled that way; there is exactly one for every month. */
export function eraOf(period: Period, settlement: Settlement): Era {
  const era = HUAWEI_ERAS.find((e) => holds(e, period, settlement));
  if (!era) throw new TypeError(`No rounding era for ${period}.`);
  return era;
}

/** Every rule that holds in the month for accounts settled that way: that of its era first. */
export const erasOf = (period: Period, settlement: Settlement): readonly Era[] => [
  eraOf(period, settlement),
  ...BESIDE.filter((e) => holds(e, period, settlement)),
];

const holds = (e: Era, period: Period, settlement: Settlement): boolean =>
  e.settlement === settlement && (e.from === null || period >= e.from) && (e.to === null || period <= e.to);
