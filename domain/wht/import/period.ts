import { monthOfCell, type DateOrder } from '../../formats/mapping/printed-date.ts';
import { addPeriods, periodBounds, type PlainDate } from '../../time/plain-date.ts';

/** Days that a row speaks of, both inclusive. */
export interface Days {
  first: PlainDate;
  last: PlainDate;
}

const QUARTER = /^(?:q|quarter|triwulan|kuartal|第)?\s*([1-4])(?:st|nd|rd|th)?\s*(?:q|quarter|季度|季)?$/i;
const YEAR = /^((?:19|20|25)\d{2})(?:\s*[-/]\s*(?:\d{2}|\d{4}))?$/;
const INDONESIAN = [
  'januari',
  'februari',
  'maret',
  'april',
  'mei',
  'juni',
  'juli',
  'agustus',
  'september',
  'oktober',
  'november',
  'desember',
];

/**
 * The days of a printed period: a month (`2026-09`, `09/2026`, `Sep 2026`, `September` beside a column with the year), a quarter
 * (`2026Q3`, `Q3 2026-27`) of the year that begins with month `yearFrom`, or a year. Null for everything else.
 */
export function periodOf(text: string, yearText: string | null, yearFrom: number, order: DateOrder): Days | null {
  const cell = text.normalize('NFKC').trim();
  if (cell.length === 0 || cell.length > 40) return null;
  const month = monthOfCell(cell, order);
  if (month !== null) return periodBounds(month);
  const ofColumn = yearText === null ? null : yearOf(yearText);
  const split = /^(.*?)[\s/-]*((?:19|20|25)\d{2}(?:\s*[-/]\s*(?:\d{4}|\d{2}))?)$/.exec(cell) ?? null;
  const ahead = /^((?:19|20|25)\d{2}(?:\s*[-/]\s*\d{2})?)[\s/-]*(.*)$/.exec(cell);
  for (const [part, year] of [
    [cell, ofColumn],
    [split?.[1] ?? '', split ? yearOf(split[2]!) : null],
    [ahead?.[2] ?? '', ahead ? yearOf(ahead[1]!) : null],
  ] as const) {
    if (year === null) continue;
    const found = partOf(part.trim(), year, yearFrom);
    if (found) return found;
  }
  return null;
}

function partOf(part: string, year: number, yearFrom: number): Days | null {
  const quarter = QUARTER.exec(part);
  // A bare number beside a year is a month, unless it says that it is a quarter.
  if (quarter && /[^\d\s]/.test(part)) return span(year, yearFrom + (Number(quarter[1]) - 1) * 3, 3);
  if (/^(?:0?[1-9]|1[0-2])$/.test(part)) return span(year, Number(part), 1);
  const named = INDONESIAN.indexOf(part.toLowerCase());
  if (named >= 0) return span(year, named + 1, 1);
  return part === '' ? span(year, yearFrom, 12) : null;
}

function span(year: number, month: number, months: number): Days {
  const from = addPeriods(`${year}-01`, month - 1);
  return { first: periodBounds(from).first, last: periodBounds(addPeriods(from, months - 1)).last };
}

function yearOf(text: string): number | null {
  const match = YEAR.exec(text.trim());
  return match ? westernYear(Number(match[1])) : null;
}

/** A year of the Buddhist era, 543 ahead, as a western one. */
const westernYear = (year: number): number => (year >= 2400 ? year - 543 : year);

/** A printed date or period with its year of the Buddhist era as the western one, so that its leap days are found. */
export const westernText = (text: string): string => text.replace(/(?<!\d)2[456]\d{2}(?!\d)/g, (year) => String(westernYear(Number(year))));
