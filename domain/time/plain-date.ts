import { fail, ok, type Result } from '../result.ts';
import { say } from '../words/said.ts';

/** A calendar day without time or zone: YYYY-MM-DD. */
export type PlainDate = string;
/** A billing period, one calendar month: YYYY-MM. */
export type Period = string;

const DATE = /^([0-9]{4})[-/.](0?[1-9]|1[0-2])[-/.](0?[1-9]|[12][0-9]|3[01])$/;
const PERIOD = /^([0-9]{4})[-/]?(0[1-9]|1[0-2])$/;

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
export const daysInMonth = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

/** Reads 2023-02-28, 2023/2/28 or 2023.02.28; refuses days that no calendar has. */
export function parseDate(text: string): Result<PlainDate> {
  const match = text.length <= 10 ? DATE.exec(text) : null;
  if (match) {
    const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
    if (year >= 1900 && day <= daysInMonth(year, month)) return ok(iso(year, month, day));
  }
  return fail('date.invalid', say`“${{ text: text.slice(0, 40) }}” is not a date of the calendar.`, {
    value: text.slice(0, 40),
    remedy: 'Write the date as YYYY-MM-DD.',
  });
}

/** Reads 2023-09, 2023/09 or 202309. */
export function parsePeriod(text: string): Result<Period> {
  const match = text.length <= 7 ? PERIOD.exec(text) : null;
  if (match && Number(match[1]) >= 1900) return ok(`${match[1]}-${match[2]}`);
  return fail('period.invalid', say`“${{ text: text.slice(0, 40) }}” is not a billing period.`, {
    value: text.slice(0, 40),
    remedy: 'Write the period as YYYY-MM.',
  });
}

const iso = (year: number, month: number, day: number): PlainDate =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

/** Days since 1970-01-01 of the proleptic Gregorian calendar. */
export function toEpochDay(date: PlainDate): number {
  const year = Number(date.slice(0, 4));
  const month = Number(date.slice(5, 7));
  const day = Number(date.slice(8, 10));
  return Math.floor(Date.UTC(year, month - 1, day) / 86_400_000);
}

export const fromEpochDay = (days: number): PlainDate => new Date(days * 86_400_000).toISOString().slice(0, 10);
export const addDays = (date: PlainDate, days: number): PlainDate => fromEpochDay(toEpochDay(date) + days);
/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: PlainDate, to: PlainDate): number => toEpochDay(to) - toEpochDay(from);

/** First and last day of the period, both inclusive. */
export function periodBounds(period: Period): { first: PlainDate; last: PlainDate } {
  const year = Number(period.slice(0, 4));
  const month = Number(period.slice(5, 7));
  return { first: `${period}-01`, last: iso(year, month, daysInMonth(year, month)) };
}

export function addPeriods(period: Period, months: number): Period {
  const index = Number(period.slice(0, 4)) * 12 + Number(period.slice(5, 7)) - 1 + months;
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;
}
