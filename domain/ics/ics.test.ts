import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readIcs } from './read.ts';
import { fold, icsText, type IcsFile } from './write.ts';

const file = (entries: Partial<IcsFile['entries'][number]>[]): string =>
  icsText({
    name: 'Due, 待办',
    stamp: '2024-09-03T03:04:05.678Z',
    sequence: 42,
    entries: entries.map((e) => ({ uid: 'u1@x', date: '2024-02-29', summary: 'Pay', description: 'a\nb', alarms: [15, 1, 0], ...e })),
  });

it('writes what RFC 5545 asks for an all-day entry with alarms', () => {
  expect(file([{}]).split('\r\n')).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Tallybook//Reminders//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'X-WR-CALNAME:Due\\, 待办',
    'BEGIN:VEVENT',
    'UID:u1@x',
    'DTSTAMP:20240903T030405Z',
    'SEQUENCE:42',
    'DTSTART;VALUE=DATE:20240229',
    'DTEND;VALUE=DATE:20240301',
    'SUMMARY:Pay',
    'DESCRIPTION:a\\nb',
    'TRANSP:TRANSPARENT',
    'STATUS:CONFIRMED',
    ...['-P14DT15H', '-PT15H', 'PT9H'].flatMap((trigger) => [
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      'DESCRIPTION:Pay',
      `TRIGGER:${trigger}`,
      'END:VALARM',
    ]),
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]);
});

it('folds at 75 octets without cutting a character, and reads back what it wrote', () => {
  const text = fc
    .array(fc.constantFrom('a', '票', '😀', ',', ';', '\\', '\n', 'é', ' x', ':', '"'), { maxLength: 120 })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, (summary) => {
      const written = file([{ summary }]);
      for (const line of written.split('\r\n')) {
        expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(line.isWellFormed()).toBe(true);
      }
      expect(readIcs(written)).toMatchObject([{ first: '2024-02-29', last: '2024-02-29', summary: summary.trim(), repeats: false }]);
    }),
  );
  expect(fold('x'.repeat(75))).toBe('x'.repeat(75));
  expect(fold('x'.repeat(76))).toBe(`${'x'.repeat(75)}\r\n x`);
});

describe('reading', () => {
  const calendar = (...lines: string[]): string => ['BEGIN:VCALENDAR', ...lines, 'END:VCALENDAR', ''].join('\n');
  it.each([
    ['no calendar', 'date,name\n2026-01-01,New Year', null],
    [
      'a span, whose end is the day after',
      calendar('BEGIN:VEVENT', 'DTSTART;VALUE=DATE:20261001', 'DTEND;VALUE=DATE:20261008', 'SUMMARY:国庆节', 'END:VEVENT'),
      [{ first: '2026-10-01', last: '2026-10-07' }],
    ],
    [
      'an instant',
      calendar('BEGIN:VEVENT', 'DTSTART:20261001T000000Z', 'DTEND:20261002T000000Z', 'END:VEVENT'),
      [{ first: '2026-10-01', last: '2026-10-01' }],
    ],
    ['no day', calendar('BEGIN:VEVENT', 'SUMMARY:x', 'END:VEVENT'), [{ first: null, last: null }]],
    ['a day that is none', calendar('BEGIN:VEVENT', 'DTSTART;VALUE=DATE:20260230', 'END:VEVENT'), [{ first: null }]],
    [
      'an alarm inside',
      calendar('BEGIN:VEVENT', 'SUMMARY:a', 'BEGIN:VALARM', 'SUMMARY:b', 'END:VALARM', 'DTSTART;VALUE=DATE:20260501', 'END:VEVENT'),
      [{ summary: 'a', first: '2026-05-01' }],
    ],
    ['a rule', calendar('BEGIN:VEVENT', 'DTSTART;VALUE=DATE:20260501', 'RRULE:FREQ=YEARLY', 'END:VEVENT'), [{ repeats: true }]],
  ])('%s', (_, text, expected) => (expected === null ? expect(readIcs(text)).toBeNull() : expect(readIcs(text)).toMatchObject(expected)));
});
