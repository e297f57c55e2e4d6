import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { taxPack } from '../tax/pack.ts';
import { addDays } from '../time/plain-date.ts';
import { addWorkingDays, CALENDAR_COUNTRIES, weekdayOf, workCalendar, workingDaysBetween } from './calendar.ts';
import { CHINA } from './china.ts';

const china = workCalendar('CN');

describe('the calendar of China', () => {
  // Working days of a whole year, as counted by payroll tables for the published arrangements.
  it.each([
    [2024, 251],
    [2025, 248],
    [2026, 248],
  ])('%i has %i working days', (year, days) => expect(workingDaysBetween(china, `${year - 1}-12-31`, `${year}-12-31`)).toBe(days));
  it('marks weekends that are worked as such, and only weekends', () => {
    for (const { working } of CHINA)
      for (const { day } of working) {
        expect([0, 6]).toContain(weekdayOf(day));
        expect(china.dayOf(day)).toMatchObject({ kind: 'extra-working', by: 'country' });
      }
  });
  it('has every year once, its days within it and none twice', () => {
    expect(CHINA.map((y) => y.year)).toEqual([2023, 2024, 2025, 2026]);
    for (const { year, holidays, working, source } of CHINA) {
      const off = holidays.flatMap(({ first, last }) => {
        const days = [];
        for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
        return days;
      });
      const all = [...off, ...working.map(({ day }) => day)];
      expect(new Set(all).size).toBe(all.length);
      expect(all.every((day) => day.startsWith(String(year)))).toBe(true);
      expect(source.zh).toMatch(/国办发明电〔\d{4}〕\d+号/);
    }
  });
  it('knows moving holidays only of published years', () =>
    expect([2022, 2023, 2026, 2027].map((year) => china.knows(year))).toEqual([false, true, true, false]));
  it('has fixed holidays in other years', () => {
    expect(['2030-01-01', '2030-05-01', '2030-05-02', '2030-10-03', '2022-05-02'].map((day) => china.dayOf(day).kind)).toEqual([
      'holiday',
      'holiday',
      'holiday',
      'holiday',
      'working',
    ]);
  });
});

describe('calendars of countries', () => {
  it('cover every country of the tax rules, China and Hong Kong', () =>
    expect([...taxPack.countries.map((c) => c.iso), 'CN', 'HK'].filter((iso) => !CALENDAR_COUNTRIES.includes(iso))).toEqual([]));
  it.each([
    ['AE', '2021-12-31', 'weekend'],
    ['AE', '2022-01-02', 'weekend'],
    ['AE', '2022-01-07', 'working'],
    ['SA', '2013-06-27', 'weekend'],
    ['SA', '2013-06-29', 'weekend'],
    ['SA', '2013-07-04', 'working'],
    ['EG', '2024-06-07', 'weekend'],
    ['EG', '2024-06-09', 'working'],
    ['TH', '2024-04-15', 'holiday'],
    ['MX', '2024-02-05', 'holiday'],
    ['MX', '2024-11-18', 'holiday'],
    ['JP', '2024-05-06', 'holiday'],
    ['HK', '2022-12-27', 'holiday'],
    ['SG', '2023-01-02', 'holiday'],
    ['ZA', '2022-12-27', 'working'],
    ['BR', '2023-11-20', 'working'],
    ['BR', '2024-11-20', 'holiday'],
    ['SA', '2021-02-22', 'working'],
    ['SA', '2022-02-22', 'holiday'],
  ])('%s on %s: %s', (country, date, kind) => expect(workCalendar(country).dayOf(date).kind).toBe(kind));
  it('follow a person before anything else', () => {
    const edited = workCalendar('CN', [
      { date: '2024-10-08', kind: 'holiday', name: 'ours' },
      { date: '2024-10-05', kind: 'working', name: 'stocktaking' },
      { date: '2024-10-12', kind: 'holiday', name: 'not worked' },
    ]);
    expect(edited.dayOf('2024-10-08')).toEqual({ date: '2024-10-08', kind: 'holiday', name: 'ours', by: 'user' });
    expect(edited.dayOf('2024-10-05')).toMatchObject({ kind: 'extra-working', by: 'user' });
    expect(edited.isWorking('2024-10-12')).toBe(false);
  });
  it('are known to the full only where a person says so', () => {
    expect(workCalendar('TH').knows(2024)).toBe(false);
    expect(workCalendar('TH', [], [2024]).knows(2024)).toBe(true);
  });
});

it('counts working days there and back', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('CN', 'SA', 'AE', 'JP', 'ZA', 'XX'),
      fc.integer({ min: 0, max: 3000 }),
      fc.integer({ min: 1, max: 30 }),
      (country, offset, n) => {
        const calendar = workCalendar(country);
        const from = addDays('2020-01-01', offset);
        const to = addWorkingDays(calendar, from, n);
        expect(calendar.isWorking(to)).toBe(true);
        expect(workingDaysBetween(calendar, from, to)).toBe(n);
      },
    ),
    { numRuns: 200 },
  );
  expect(addWorkingDays(china, '2024-10-05', 0)).toBe('2024-10-05');
});
