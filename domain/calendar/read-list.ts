import { readIcs } from '../ics/read.ts';
import { addDays, daysBetween, parseDate } from '../time/plain-date.ts';
import { say, type Said } from '../words/said.ts';
import type { DayEdit } from './calendar.ts';

/** A holiday list as a file has it: the days, and each row that is none with the reason. */
export interface HolidayList {
  format: 'ics' | 'csv';
  days: DayEdit[];
  rejected: { row: number; text: string; reason: Said }[];
}

/** Longer than any holiday: an entry of more days is a mistake. */
const LONGEST = 31;
const MOST_DAYS = 5000;
/** How lists write that a day is worked instead: 春节（班）, 补班, “working day”. */
const WORKED = /[（(]\s*班\s*[)）]|补班|调休上班|上班|^work(ing)?$|working day/i;
const OFF = /^(off|holiday|public holiday|休|假|放假|节假日|休息)$/i;

/** Reads a list of days off and days worked instead: iCalendar, or CSV with a date, a name and perhaps `holiday` or `working`. */
export function readHolidayList(text: string): HolidayList {
  const entries = readIcs(text);
  const list: HolidayList = { format: entries ? 'ics' : 'csv', days: [], rejected: [] };
  const found = new Map<string, DayEdit>();
  const reject = (row: number, line: string, reason: Said): void => void list.rejected.push({ row, text: line.slice(0, 120), reason });
  if (entries)
    for (const entry of entries) {
      if (entry.first === null || entry.last === null) reject(entry.line, entry.summary, say`It has no day.`);
      else if (entry.repeats) reject(entry.line, entry.summary, say`It repeats by a rule; only single days are read.`);
      else if (daysBetween(entry.first, entry.last) >= LONGEST)
        reject(entry.line, entry.summary, say`It is longer than ${{ days: LONGEST }} days.`);
      else
        for (let day = entry.first; day <= entry.last; day = addDays(day, 1))
          found.set(day, { date: day, kind: WORKED.test(entry.summary) ? 'working' : 'holiday', name: nameOf(entry.summary) });
    }
  else readCsv(text, found, reject);
  if (found.size > MOST_DAYS) {
    reject(1, '', say`More than ${{ most: MOST_DAYS }} days: this is no list of holidays.`);
    return list;
  }
  list.days = [...found.values()].toSorted((a, b) => (a.date < b.date ? -1 : 1));
  return list;
}

function readCsv(text: string, found: Map<string, DayEdit>, reject: (row: number, line: string, reason: Said) => void): void {
  text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\n|\r/)
    .forEach((line, index) => {
      if (line.trim() === '') return;
      const cells = cellsOf(line);
      const date = parseDate((cells[0] ?? '').trim());
      // The first line may be a head.
      if (!date.ok && index === 0 && !/\d/.test(cells[0] ?? '')) return;
      if (!date.ok) return reject(index + 1, line, say`The first cell is no day such as 2026-10-01.`);
      const said =
        cells
          .slice(2)
          .find((cell) => cell.trim() !== '')
          ?.trim() ?? '';
      const name = (cells[1] ?? '').trim();
      if (said !== '' && !WORKED.test(said) && !OFF.test(said))
        return reject(index + 1, line, say`“${{ kind: said.slice(0, 40) }}” is neither holiday nor working.`);
      found.set(date.value, { date: date.value, kind: WORKED.test(said === '' ? name : said) ? 'working' : 'holiday', name: nameOf(name) });
    });
}

/** Cells of a line (RFC 4180), parted by comma, semicolon or tab, whichever comes first. */
function cellsOf(line: string): string[] {
  const separator = /[,;\t]/.exec(line)?.[0] ?? ',';
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < line.length; i++) {
    const char = line[i]!;
    if (quoted && char === '"' && line[i + 1] === '"') cell += line[++i]!;
    else if (char === '"') quoted = !quoted;
    else if (!quoted && char === separator) {
      cells.push(cell);
      cell = '';
    } else cell += char;
  }
  return [...cells, cell];
}

const nameOf = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, 120);
