import { addPeriods, daysInMonth, fromEpochDay, toEpochDay, type Period, type PlainDate } from '../time/plain-date.ts';

/** The days for which a prepaid amount pays, first and last included. */
export interface Term {
  first: PlainDate;
  last: PlainDate;
}

/** Longest term that is believed: ten years and a month is the longest that the guide lets one renew for (section 3.2.1). */
export const MOST_DAYS = 3_700;

/** Days of the term, first and last included. */
export const daysOf = ({ first, last }: Term): number => toEpochDay(last) - toEpochDay(first) + 1;

/** The calendar months of a term with the days that fall into each, earliest first. */
export function monthsOf({ first, last }: Term): { period: Period; days: number }[] {
  const end = last.slice(0, 7);
  const months: { period: Period; days: number }[] = [];
  for (let period: Period = first.slice(0, 7); period <= end; period = addPeriods(period, 1)) {
    const from = period === first.slice(0, 7) ? Number(first.slice(8)) : 1;
    const to = period === end ? Number(last.slice(8)) : daysInMonth(Number(period.slice(0, 4)), Number(period.slice(5)));
    months.push({ period, days: to - from + 1 });
  }
  return months;
}

/** The same day so many months later; the month's last day where it has no such day. */
export function monthsLater(date: PlainDate, months: number): PlainDate {
  const period = addPeriods(date.slice(0, 7), months);
  const most = daysInMonth(Number(period.slice(0, 4)), Number(period.slice(5)));
  return `${period}-${String(Math.min(Number(date.slice(8)), most)).padStart(2, '0')}`;
}

export const dayBefore = (date: PlainDate): PlainDate => fromEpochDay(toEpochDay(date) - 1);
