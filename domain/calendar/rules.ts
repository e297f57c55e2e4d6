import type { PlainDate } from '../time/plain-date.ts';
import type { Bilingual } from '../words/said.ts';

/** A holiday that falls by rule: on a day of the year (MM-DD), or on the n-th weekday of a month. */
export interface HolidayRule {
  name: Bilingual;
  on: string | { month: string; weekday: number; nth: number };
  /** First year; absent: as long as any book reaches back. */
  since?: number;
}

export interface CountryHolidays {
  rules: readonly HolidayRule[];
  /** What the law gives for a holiday on a Sunday: the next day that is none itself, or the Monday, whether it is one or not. */
  sundayMoves?: 'next-free' | 'monday';
}

/** A year whose days off and days worked instead were published one by one. */
export interface DatedYear {
  year: number;
  source: Bilingual;
  /** Both days inclusive. */
  holidays: readonly { name: Bilingual; first: PlainDate; last: PlainDate }[];
  working: readonly { day: PlainDate; name: Bilingual }[];
}
