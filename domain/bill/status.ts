import { addPeriods, type Period, type PlainDate } from '../time/plain-date.ts';

/**
 * Whether the month's bill can still change: it is drawn up on the 3rd of the following month (Huawei Cloud billing guide
 * 7.2.2.2; the other vendors are done by then).
 */
export const billStatus = (period: Period, today: PlainDate): 'estimated' | 'final' =>
  today >= `${addPeriods(period, 1)}-03` ? 'final' : 'estimated';
