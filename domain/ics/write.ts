import { addDays, type PlainDate } from '../time/plain-date.ts';

/** An all-day entry of a calendar file; its alarms ring at nine in the morning so many days before. */
export interface IcsEntry {
  /** Stable, so that a file read again brings the entry up to date instead of doubling it. */
  uid: string;
  date: PlainDate;
  summary: string;
  description: string;
  alarms: readonly number[];
}

export interface IcsFile {
  name: string;
  /** UTC instant, ISO 8601. */
  stamp: string;
  /** Rises with every state of the book: a later file wins over an earlier one. */
  sequence: number;
  entries: readonly IcsEntry[];
}

const PRODUCT = '-//Tallybook//Reminders//EN';
const ALARM_HOUR = 9;

/** The file as RFC 5545 asks: CRLF, lines of at most 75 octets of UTF-8, text escaped. */
export function icsText({ name, stamp, sequence, entries }: IcsFile): string {
  const stamped = `${stamp.slice(0, 19).replace(/[-:]/g, '')}Z`;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:${PRODUCT}`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escapeText(name)}`,
  ];
  for (const entry of entries)
    lines.push(
      'BEGIN:VEVENT',
      `UID:${entry.uid}`,
      `DTSTAMP:${stamped}`,
      `SEQUENCE:${sequence}`,
      `DTSTART;VALUE=DATE:${basic(entry.date)}`,
      `DTEND;VALUE=DATE:${basic(addDays(entry.date, 1))}`,
      `SUMMARY:${escapeText(entry.summary)}`,
      `DESCRIPTION:${escapeText(entry.description)}`,
      'TRANSP:TRANSPARENT',
      'STATUS:CONFIRMED',
      ...entry.alarms.flatMap((days) => alarm(days, entry.summary)),
      'END:VEVENT',
    );
  lines.push('END:VCALENDAR');
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

const alarm = (days: number, summary: string): string[] => [
  'BEGIN:VALARM',
  'ACTION:DISPLAY',
  `DESCRIPTION:${escapeText(summary)}`,
  `TRIGGER:${trigger(days)}`,
  'END:VALARM',
];

/** From the beginning of the day: 15 days before at nine is `-P14DT15H`. */
function trigger(days: number): string {
  if (days === 0) return `PT${ALARM_HOUR}H`;
  return days === 1 ? `-PT${24 - ALARM_HOUR}H` : `-P${days - 1}DT${24 - ALARM_HOUR}H`;
}

const basic = (date: PlainDate): string => date.replaceAll('-', '');

/** RFC 5545, 3.3.11. Other control characters have no place in a text. */
export const escapeText = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    // oxlint-disable-next-line no-control-regex -- they are what is taken out
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ')
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll('\n', '\\n');

const LINE = 75;
const octets = (char: string): number => {
  const code = char.codePointAt(0)!;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
};

/** Lines of at most 75 octets, the further ones begun by a space; no character is cut. */
export function fold(line: string): string {
  let folded = '';
  let length = 0;
  for (const char of line) {
    const size = octets(char);
    if (length + size > LINE) {
      folded += '\r\n ';
      length = 1;
    }
    folded += char;
    length += size;
  }
  return folded;
}
