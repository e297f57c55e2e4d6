import { fromEpochDay, toEpochDay } from '../../../../domain/time/plain-date.ts';
import type { DateKind } from './number-format.ts';

const DAY_MS = 86_400_000;
/** 1900 system: serial 61 is 1900-03-01, so day 0 is 1899-12-30; below 60 everything is one day later. */
const START_1900 = toEpochDay('1899-12-30');
const START_1904 = toEpochDay('1904-01-01');
const LAST_1900 = 2_958_465;
const LAST_1904 = 2_957_003;
/** The day that the 1900 system has and the calendar has not. */
const NO_SUCH_DAY = 60;

/**
 * A serial number as ISO text: `2026-09-30`, `2026-09-30T08:15:00` where the format shows a time or there is one,
 * `08:15:00` for a time alone, `255:10:10` for elapsed hours; milliseconds only where there are any. Null where the
 * number is no date of the system, so that it stays a number. Serial 60 of the 1900 system is shown as spreadsheets show
 * it, `1900-02-29`; it is for the reader of the column to find that there is no such day.
 */
export function serialText(serial: string, kind: DateKind, date1904: boolean): string | null {
  const ms = Math.round(Number(serial) * DAY_MS);
  if (!Number.isFinite(ms) || ms < 0) return null;
  if (kind.elapsed) return timeText(ms, Math.floor(ms / 3_600_000));
  const day = Math.floor(ms / DAY_MS);
  if (day > (date1904 ? LAST_1904 : LAST_1900)) return null;
  const rest = ms - day * DAY_MS;
  const time = timeText(rest, Math.floor(rest / 3_600_000));
  if (day === 0 && (!date1904 || !kind.day)) return time;
  return dayText(day, date1904) + (kind.time || rest > 0 ? `T${time}` : '');
}

let lastKey = -1;
let lastText = '';

/** Neighbouring rows mostly share their day. */
function dayText(day: number, date1904: boolean): string {
  const key = date1904 ? day + 4_000_000 : day;
  if (key !== lastKey) {
    lastText = calendarDay(day, date1904);
    lastKey = key;
  }
  return lastText;
}

function calendarDay(day: number, date1904: boolean): string {
  if (date1904) return fromEpochDay(START_1904 + day);
  if (day === NO_SUCH_DAY) return '1900-02-29';
  return fromEpochDay(START_1900 + day + (day < NO_SUCH_DAY ? 1 : 0));
}

function timeText(ms: number, hours: number): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  const fraction = ms % 1000;
  return `${two(hours)}:${two(Math.floor(ms / 60_000) % 60)}:${two(Math.floor(ms / 1000) % 60)}${fraction ? `.${String(fraction).padStart(3, '0')}` : ''}`;
}
