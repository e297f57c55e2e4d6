import { daysInMonth } from '../../../time/plain-date.ts';

/** A printed date-time. Minutes count from 1970-01-01T00:00Z. */
export interface Instant {
  minutes: number;
  seconds: number;
  /** How it is printed: `z` is the one form that FOCUS allows; `local` names no zone and is taken as UTC. */
  form: 'z' | 'offset' | 'local' | 'date';
  separator: 'T' | ' ' | '';
  dateForm: 'dashes' | 'slashes';
}

const SHAPE =
  /^([0-9]{4})([-/])([0-9]{1,2})\2([0-9]{1,2})(?:([T ])([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(?:\.[0-9]{1,9})?)?(?: ?(Z|UTC|[+-][0-9]{2}:?[0-9]{2}))?)?$/;
const DAY = 1440;

/** Reads year-first dates and date-times of the calendar; null for everything else (5/1/25 does not tell its order). */
export function readInstant(text: string): Instant | null {
  // A bill prints few different times over and over.
  let known = cache.get(text);
  if (known === undefined) {
    if (cache.size > 4096) cache.clear();
    cache.set(text, (known = parse(text)));
  }
  return known;
}

const cache = new Map<string, Instant | null>();

function parse(text: string): Instant | null {
  const m = text.length <= 40 ? SHAPE.exec(text) : null;
  if (!m) return null;
  const [year, month, day] = [Number(m[1]), Number(m[3]), Number(m[4])];
  if (year < 1900 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  const [hour, minute, seconds] = [Number(m[6] ?? 0), Number(m[7] ?? 0), Number(m[8] ?? 0)];
  if (hour > 23 || minute > 59 || seconds > 59) return null;
  const zone = m[9] ?? '';
  const offset = /^[+-]/.test(zone) ? (zone.startsWith('-') ? -1 : 1) * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2))) : 0;
  return {
    minutes: Date.UTC(year, month - 1, day, hour, minute) / 60_000 - offset,
    seconds,
    form: m[5] === undefined ? 'date' : zone === 'Z' ? 'z' : zone === '' ? 'local' : 'offset',
    separator: (m[5] ?? '') as Instant['separator'],
    dateForm: m[2] === '-' && m[3]!.length === 2 && m[4]!.length === 2 ? 'dashes' : 'slashes',
  };
}

/** The instant on the clock of a zone. */
export interface Local {
  year: number;
  month: number;
  day: number;
  /** Minutes since midnight. */
  time: number;
}

export function localOf(minutes: number, offset: number): Local {
  const shifted = minutes + offset;
  const days = Math.floor(shifted / DAY);
  const date = new Date(days * 86_400_000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate(), time: shifted - days * DAY };
}

const two = (n: number): string => String(n).padStart(2, '0');
export const periodText = (l: Local): string => `${String(l.year).padStart(4, '0')}-${two(l.month)}`;
const dateText = (l: Local): string => `${periodText(l)}-${two(l.day)}`;
/** Day and time of day, to the second. */
export const dateTimeText = (l: Local): string => {
  const seconds = Math.floor(l.time * 60);
  return `${dateText(l)} ${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
};
/** UTC+08:00, UTC−05:00, UTC. */
export const offsetText = (offset: number): string =>
  offset === 0 ? 'UTC' : `UTC${offset < 0 ? '−' : '+'}${two(Math.floor(Math.abs(offset) / 60))}:${two(Math.abs(offset) % 60)}`;
