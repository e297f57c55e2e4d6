import { describe, expect, it } from 'vitest';
import { english } from '../words/said.ts';
import { readHolidayList } from './read-list.ts';

const days = (text: string): string[] => readHolidayList(text).days.map((d) => `${d.date} ${d.kind} ${d.name}`);
const wrong = (text: string): string[] => readHolidayList(text).rejected.map((r) => `${r.row} ${english(r.reason)}`);

describe('a holiday list', () => {
  it('from a calendar, with days worked instead', () => {
    const text = [
      'BEGIN:VCALENDAR',
      ...[
        'DTSTART;VALUE=DATE:20261001|DTEND;VALUE=DATE:20261003|SUMMARY:国庆节（休）',
        'DTSTART;VALUE=DATE:20261010|SUMMARY:国庆节（班）',
      ].flatMap((e) => ['BEGIN:VEVENT', ...e.split('|'), 'END:VEVENT']),
      ...[
        'SUMMARY:no day',
        'DTSTART;VALUE=DATE:20260101|RRULE:FREQ=YEARLY',
        'DTSTART;VALUE=DATE:20260101|DTEND;VALUE=DATE:20260301',
      ].flatMap((e) => ['BEGIN:VEVENT', ...e.split('|'), 'END:VEVENT']),
      'END:VCALENDAR',
    ].join('\r\n');
    expect(days(text)).toEqual(['2026-10-01 holiday 国庆节（休）', '2026-10-02 holiday 国庆节（休）', '2026-10-10 working 国庆节（班）']);
    expect(wrong(text)).toEqual([
      '11 It has no day.',
      '14 It repeats by a rule; only single days are read.',
      '18 It is longer than 31 days.',
    ]);
  });
  it.each([
    ['2026-10-01,National Day', ['2026-10-01 holiday National Day']],
    [
      '\ufeffdate,name,kind\r\n2026/10/1,"Day, of days",holiday\r\n2026-10-10,,working\r\n',
      ['2026-10-01 holiday Day, of days', '2026-10-10 working '],
    ],
    ['日期;名称;类型\n2026-10-10;补班;上班', ['2026-10-10 working 补班']],
    ['2026-10-01\tA "b"\n2026-10-01\tB', ['2026-10-01 holiday B']],
    ['2026-10-01,"say ""yes"""', ['2026-10-01 holiday say "yes"']],
  ])('from text %j', (text, expected) => expect(days(text)).toEqual(expected));
  it('names the rows that it does not read', () => {
    expect(wrong('2026-02-30,x\n2026-01-01,y,maybe\nz\n2026-05-01,Labour Day')).toEqual([
      '1 The first cell is no day such as 2026-10-01.',
      '2 “maybe” is neither holiday nor working.',
      '3 The first cell is no day such as 2026-10-01.',
    ]);
    expect(readHolidayList('nothing').days).toEqual([]);
  });
});
