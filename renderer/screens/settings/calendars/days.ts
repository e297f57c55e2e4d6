import { daysInMonth, toEpochDay } from '../../../../domain/time/plain-date.ts';
import type { DayKind } from '../../../../domain/calendar/calendar.ts';
import type { CalendarYear } from '../../../../services/contract/calendar.ts';

export interface ShownDay {
  date: string;
  kind: DayKind;
  name: CalendarYear['days'][number]['name'];
  by: 'country' | 'user';
}

const two = (n: number): string => String(n).padStart(2, '0');
const weekday = (date: string): number => (((toEpochDay(date) + 4) % 7) + 7) % 7;

/** The weeks of a month, Monday first; null where another month's day stands. */
export function weeksOf(calendar: CalendarYear, month: number): (ShownDay | null)[][] {
  const special = new Map(calendar.days.map((day) => [day.date, day]));
  const first = weekday(`${calendar.year}-${two(month)}-01`);
  const cells: (ShownDay | null)[] = Array.from({ length: (first + 6) % 7 }, () => null);
  for (let day = 1; day <= daysInMonth(calendar.year, month); day++)
    cells.push(dayAt(calendar, special, `${calendar.year}-${two(month)}-${two(day)}`));
  while (cells.length % 7 !== 0) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}

/** One day of the year as it is shown. */
export function shownDay(calendar: CalendarYear, date: string): ShownDay {
  return dayAt(calendar, new Map(calendar.days.map((day) => [day.date, day])), date);
}

function dayAt(calendar: CalendarYear, special: ReadonlyMap<string, CalendarYear['days'][number]>, date: string): ShownDay {
  const day = special.get(date);
  if (day) return day;
  const weekend = calendar.weekend.findLast((rule) => rule.from <= date)?.days ?? [];
  return { date, kind: weekend.includes(weekday(date)) ? 'weekend' : 'working', name: null, by: 'country' };
}
