import type { PlainDate } from '../time/plain-date.ts';

interface WeekendRule {
  /** First day on which it holds; null: as long as any book reaches back. */
  from: PlainDate | null;
  /** 0 is Sunday … 6 is Saturday. */
  days: readonly number[];
}

const SATURDAY_SUNDAY: readonly WeekendRule[] = [{ from: null, days: [6, 0] }];
const FRIDAY_SATURDAY: readonly WeekendRule[] = [{ from: null, days: [5, 6] }];

/**
 * Weekends that are not Saturday and Sunday, newest rule last. Saudi Arabia: royal decree of June 2013. United Arab Emirates:
 * federal government from 1 January 2022. States of a country that keep other days (Malaysia) are for the user to enter.
 */
const WEEKENDS: Readonly<Record<string, readonly WeekendRule[]>> = {
  AE: [...FRIDAY_SATURDAY, { from: '2022-01-01', days: [6, 0] }],
  BH: FRIDAY_SATURDAY,
  EG: FRIDAY_SATURDAY,
  SA: [
    { from: null, days: [4, 5] },
    { from: '2013-06-29', days: [5, 6] },
  ],
};

/** The days of the week on which the country does not work, on that day. */
export const weekendOn = (country: string, date: PlainDate): readonly number[] =>
  (Object.hasOwn(WEEKENDS, country) ? WEEKENDS[country]! : SATURDAY_SUNDAY).findLast((rule) => rule.from === null || rule.from <= date)!
    .days;
