import { calendarIn, completeYears, editedCountries } from '../../db/queries/calendars.ts';
import type { ReadDb } from '../../db/connection.ts';
import { CALENDAR_COUNTRIES, publishedYears, weekdayOf, worked } from '../../domain/calendar/calendar.ts';
import { weekendOn } from '../../domain/calendar/weekends.ts';
import { addDays } from '../../domain/time/plain-date.ts';
import type { CalendarYear } from '../contract/calendar.ts';
import type { Handler } from '../runtime/services.ts';

export const listCalendars: Handler<'calendar/list'> = (_, { session }) => {
  const { read } = session.book();
  const edited = editedCountries(read);
  return [...new Set([...CALENDAR_COUNTRIES, ...edited.keys()])].toSorted().map((country) => ({
    country,
    years: [...new Set([...publishedYears(country).map(({ year }) => year), ...completeYears(read, country)])].toSorted(),
    edits: edited.get(country) ?? 0,
  }));
};

export const showCalendar: Handler<'calendar/show'> = (input, { session }) => yearOf(session.book().read, input.country, input.year);

function yearOf(read: ReadDb, country: string, year: number): CalendarYear {
  const calendar = calendarIn(read, country);
  const days: CalendarYear['days'] = [];
  const weekend: CalendarYear['weekend'] = [];
  let workingDays = 0;
  for (let date = `${year}-01-01`; date <= `${year}-12-31`; date = addDays(date, 1)) {
    const day = calendar.dayOf(date);
    if (worked(day.kind)) workingDays++;
    const off = weekendOn(country, date);
    if (weekend.at(-1)?.days.join() !== off.join()) weekend.push({ from: date, days: [...off] });
    // A weekend day that a person called a holiday is told too; ordinary days are told by their weekday.
    if (day.kind === 'working' && (day.by === 'country' || off.includes(weekdayOf(date)))) continue;
    if (day.kind !== 'weekend') days.push({ date, kind: day.kind, name: day.name, by: day.by });
  }
  return {
    country,
    year,
    weekend,
    days,
    workingDays,
    known: calendar.knows(year),
    complete: completeYears(read, country).includes(year),
    source: publishedYears(country).find((entry) => entry.year === year)?.source ?? null,
  };
}
