import { parseDate, parsePeriod, toEpochDay } from '../../../domain/time/plain-date.ts';

/** Months that a bill can be of: what the book holds. A later year is a typing error, or a sign for “never”. */
const FIRST_MONTH = 190001;
const LAST_MONTH = 299912;
const LAST_DAY = toEpochDay('2999-12-31');

/** YYYYMM of `2023-09`, `2023/09`, `202309` or a date-time that begins with a day; null where it is none, or is not of 1900 to 2999. */
export function periodNumber(text: string): number | null {
  const period = parsePeriod(text);
  const day = period.ok ? null : dayOf(text);
  const month = period.ok ? Number(period.value.replace('-', '')) : day === null ? 0 : Number(day.slice(0, 4) + day.slice(5, 7));
  return month >= FIRST_MONTH && month <= LAST_MONTH ? month : null;
}

let lastText = '';
let lastDay: number | null = null;

/** Days since 1970-01-01 of a day or of a date-time's day; null where the calendar has no such day, or no bill can be of it. */
export function dayNumber(text: string): number | null {
  // Neighbouring rows mostly share their day.
  const head = text.slice(0, 11);
  if (head === lastText) return lastDay;
  const day = calendarDay(head);
  lastText = head;
  return (lastDay = day !== null && day <= LAST_DAY ? day : null);
}

/** The same of any day from 1900 on: something may be valid until 9999-12-31. */
export function calendarDay(text: string): number | null {
  const day = dayOf(text);
  return day === null ? null : toEpochDay(day);
}

function dayOf(text: string): string | null {
  const match = /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?=$|[ T])/.exec(text.slice(0, 11));
  if (!match) return null;
  const parsed = parseDate(match[0]);
  return parsed.ok ? parsed.value : null;
}
