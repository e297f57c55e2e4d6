import { addDays, toEpochDay, type PlainDate } from '../time/plain-date.ts';
import type { Bilingual } from '../words/said.ts';
import { CHINA } from './china.ts';
import { HOLIDAYS } from './holidays.ts';
import type { DatedYear, HolidayRule } from './rules.ts';
import { weekendOn } from './weekends.ts';

/** `extra-working`: a day of work that a weekend or holiday would otherwise be. */
export type DayKind = 'working' | 'weekend' | 'holiday' | 'extra-working';

export interface CalendarDay {
  date: PlainDate;
  kind: DayKind;
  /** What the holiday or extra working day is called; null on ordinary days. A person's own name is one text. */
  name: Bilingual | string | null;
  /** Who says so: the calendar of the country, or a person. */
  by: 'country' | 'user';
}

/** What a person says of a day of a country: off, or worked. */
export interface DayEdit {
  date: PlainDate;
  kind: 'holiday' | 'working';
  name: string;
}

export interface WorkCalendar {
  country: string;
  dayOf(date: PlainDate): CalendarDay;
  isWorking(date: PlainDate): boolean;
  /** Whether every holiday of the year is in it, moving ones included. */
  knows(year: number): boolean;
}

/** Countries that the calendar has data for; any other country has Saturdays, Sundays and what a person enters. */
export const CALENDAR_COUNTRIES: readonly string[] = Object.keys(HOLIDAYS);

const DATED: Readonly<Record<string, readonly DatedYear[]>> = { CN: CHINA };
/** Years of the country whose days off were published one by one. */
export const publishedYears = (country: string): readonly DatedYear[] => (Object.hasOwn(DATED, country) ? DATED[country]! : []);

const SUNDAY = 0;

/** 0 is Sunday … 6 is Saturday. */
export const weekdayOf = (date: PlainDate): number => (((toEpochDay(date) + 4) % 7) + 7) % 7;

/**
 * The working days of a country: its weekends, its holidays, and what a person entered, which wins. `complete`: years
 * whose holidays a person says are all there.
 */
export function workCalendar(country: string, edits: readonly DayEdit[] = [], complete: readonly number[] = []): WorkCalendar {
  const own = new Map(edits.map((edit) => [edit.date, edit]));
  const years = new Map<number, ReadonlyMap<PlainDate, CalendarDay>>();
  const published = publishedYears(country).map(({ year }) => year);
  const special = (date: PlainDate): CalendarDay | undefined => {
    const year = Number(date.slice(0, 4));
    let days = years.get(year);
    if (!days) years.set(year, (days = specialDays(country, year)));
    return days.get(date);
  };
  const dayOf = (date: PlainDate): CalendarDay => {
    const weekend = weekendOn(country, date).includes(weekdayOf(date));
    const given = special(date);
    const edit = own.get(date);
    if (edit?.kind === 'holiday') return { date, kind: 'holiday', name: edit.name, by: 'user' };
    if (edit) return { date, kind: weekend || given?.kind === 'holiday' ? 'extra-working' : 'working', name: edit.name, by: 'user' };
    return given ?? { date, kind: weekend ? 'weekend' : 'working', name: null, by: 'country' };
  };
  return {
    country,
    dayOf,
    isWorking: (date) => worked(dayOf(date).kind),
    knows: (year) => published.includes(year) || complete.includes(year),
  };
}

export const worked = (kind: DayKind): boolean => kind === 'working' || kind === 'extra-working';

/** Holidays and extra working days of one year: those published for it, else those that fall by rule. */
function specialDays(country: string, year: number): Map<PlainDate, CalendarDay> {
  const days = new Map<PlainDate, CalendarDay>();
  const put = (date: PlainDate, kind: DayKind, name: Bilingual): void => void days.set(date, { date, kind, name, by: 'country' });
  const dated = publishedYears(country).filter((entry) => entry.year === year);
  for (const { holidays, working } of dated) {
    for (const { name, first, last } of holidays) for (let day = first; day <= last; day = addDays(day, 1)) put(day, 'holiday', name);
    for (const { day, name } of working) put(day, 'extra-working', name);
  }
  if (dated.length > 0 || !Object.hasOwn(HOLIDAYS, country)) return days;
  const { rules, sundayMoves } = HOLIDAYS[country]!;
  for (const rule of rules) if (year >= (rule.since ?? 0)) put(dayIn(rule, year), 'holiday', rule.name);
  if (!sundayMoves) return days;
  for (const { date, name } of [...days.values()].filter((day) => weekdayOf(day.date) === SUNDAY)) {
    const moved = sundayMoves === 'monday' ? addDays(date, 1) : nextFree(days, date);
    if (!days.has(moved)) put(moved, 'holiday', lieu(name as Bilingual));
  }
  return days;
}

const lieu = (name: Bilingual): Bilingual => ({ en: `Day in lieu of ${name.en}`, zh: `${name.zh}补假` });

function nextFree(days: ReadonlyMap<PlainDate, CalendarDay>, date: PlainDate): PlainDate {
  let day = addDays(date, 1);
  while (days.has(day)) day = addDays(day, 1);
  return day;
}

function dayIn({ on }: HolidayRule, year: number): PlainDate {
  if (typeof on === 'string') return `${String(year).padStart(4, '0')}-${on}`;
  const first = `${String(year).padStart(4, '0')}-${on.month}-01`;
  const offset = (on.weekday - weekdayOf(first) + 7) % 7;
  return addDays(first, offset + (on.nth - 1) * 7);
}

/** No calendar leaves so many days without one of work. */
const LONGEST_PAUSE = 400;

/** The `count`-th working day after the day, which is not counted itself; with 0 the day as it is. */
export function addWorkingDays(calendar: WorkCalendar, date: PlainDate, count: number): PlainDate {
  let day = date;
  let left = count;
  for (let pause = 0; left > 0 && pause < LONGEST_PAUSE; pause++) {
    day = addDays(day, 1);
    if (!calendar.isWorking(day)) continue;
    left--;
    pause = 0;
  }
  return day;
}

/** Working days after `from`, up to and with `to`. */
export function workingDaysBetween(calendar: WorkCalendar, from: PlainDate, to: PlainDate): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (calendar.isWorking(day)) count++;
  return count;
}
