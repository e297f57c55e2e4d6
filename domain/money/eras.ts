import type { Period } from '../time/plain-date.ts';
import { POLICIES, type RoundingPolicy } from './rounding.ts';

export type Settlement = 'monthly' | 'non-monthly';

/** A way from exact amounts to what is charged, the months in which it held, and over what it rounded. */
export interface Era {
  policy: RoundingPolicy;
  over: 'total' | 'specification' | 'line';
  settlement: Settlement;
  /** First and last month, both inclusive; null: from the beginning, until today. */
  from: Period | null;
  to: Period | null;
}

/**
 * How Huawei Cloud came from eight decimals to cents. Source: Huawei Cloud international billing guide, sections 6.1.6, 7.1 and
 * 7.2.2.2 (history of rounding) and 13.2.3, 13.2.8 (accounts that are not settled monthly are cut, not rounded).
 */
export const HUAWEI_ERAS: readonly Era[] = [
  { policy: POLICIES.perSettlement, over: 'line', settlement: 'monthly', from: null, to: '2020-03' },
  { policy: POLICIES.perSpecification, over: 'specification', settlement: 'monthly', from: '2020-04', to: '2021-05' },
  { policy: POLICIES.monthTotal, over: 'total', settlement: 'monthly', from: '2021-06', to: null },
  { policy: POLICIES.perSettlement, over: 'line', settlement: 'non-monthly', from: null, to: '2020-03' },
  { policy: POLICIES.nonMonthlyCharge, over: 'total', settlement: 'non-monthly', from: '2020-04', to: null },
];

/** The era of the month for accounts settled that way; there is exactly one for every month. */
export function eraOf(period: Period, settlement: Settlement): Era {
  const era = HUAWEI_ERAS.find(
    (e) => e.settlement === settlement && (e.from === null || period >= e.from) && (e.to === null || period <= e.to),
  );
  if (!era) throw new TypeError(`No rounding era for ${period}.`);
  return era;
}
