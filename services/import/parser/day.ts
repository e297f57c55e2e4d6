import { parseDate, parsePeriod, toEpochDay } from '../../../domain/time/plain-date.ts';

/** YYYYMM of `2023-09`, `2023/09`, `202309` or a date-time that begins with a day; null where it is none. */
export function periodNumber(text: string): number | null {
  const period = parsePeriod(text);
  if (period.ok) return Number(period.value.replace('-', ''));
  const day = dayOf(text);
  return day === null ? null : Number(day.slice(0, 4) + day.slice(5, 7));
}

let lastText = '';
let lastDay: number | null = null;

/** Days since 1970-01-01 of a day or of a date-time's day; null where the calendar has no such day. */
export function dayNumber(text: string): number | null {
  // Neighbouring rows mostly share their day.
  const head = text.slice(0, 11);
  if (head === lastText) return lastDay;
  const day = dayOf(text);
  lastText = head;
  return (lastDay = day === null ? null : toEpochDay(day));
}

function dayOf(text: string): string | null {
  const match = /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?=$|[ T])/.exec(text.slice(0, 11));
  if (!match) return null;
  const parsed = parseDate(match[0]);
  return parsed.ok ? parsed.value : null;
}
