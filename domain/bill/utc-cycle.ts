import { addPeriods, type Period } from '../time/plain-date.ts';

/**
 * The billing cycle of a month that is cut by UTC: from its first instant up to, and not including, the first instant of the next.
 * Source: Zilliz Cloud, understand your invoice (billing cycle); invoice API v2 prints the same end, exclusive.
 */
export const utcCycle = (period: Period): { from: string; until: string } => ({
  from: `${period}-01T00:00:00Z`,
  until: `${addPeriods(period, 1)}-01T00:00:00Z`,
});
