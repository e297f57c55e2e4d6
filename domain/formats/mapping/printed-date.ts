import { fail, ok, type Result } from '../../result.ts';
import { say, type Said } from '../../words/said.ts';
import { addDays, daysInMonth, type Period, type PlainDate } from '../../time/plain-date.ts';
import { instantOf } from '../clock.ts';

/** Order of day, month and year where the year does not come first with four digits. */
export type DateOrder = 'ymd' | 'dmy' | 'mdy';
export const DATE_ORDERS: readonly DateOrder[] = ['ymd', 'dmy', 'mdy'];

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const END = String.raw`(?=$|[ T,])`;
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})(?:([-/.])(\d{1,2})\2(\d{1,2})${END}|年(\d{1,2})月(\d{1,2})日)`);
const COMPACT = /^((?:19|20)\d{2})(\d{2})(\d{2})(?=$|[ T])/;
const NUMBERS = new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})${END}`);
const DAY_NAME = new RegExp(String.raw`^(\d{1,2})[-/ ]([a-z]{3,9})\.?[-/ ,]{1,2}(\d{4}|\d{2})${END}`);
const NAME_DAY = new RegExp(String.raw`^([a-z]{3,9})\.?[- ](\d{1,2}),? ?[- ]?(\d{4})${END}`);
const MONTH =
  /^(?:((?:19|20)\d{2})(?:[-/.年]?(\d{2})|[-/.年](\d))月?|(\d{1,2})[-/.](\d{4})|([a-z]{3,9})\.?[- ](\d{4})|(\d{4})[- ]([a-z]{3,9}))$/;
const ZONE = /(?:Z|[+-]\d{2}:?\d{2})$/;

/**
 * The day of a date or date-time as people print it; null where the order gives no day of the calendar. Four-digit years in
 * front, names of months and 年月日 read the same in every order. Two-digit years are of this century. A time that names its
 * zone is brought to `utcOffset` hours east of UTC.
 */
export function dayOf(cell: string, order: DateOrder, utcOffset = 0): PlainDate | null {
  const text = cleaned(cell);
  if (text === null) return null;
  let match = YEAR_FIRST.exec(text);
  if (match) {
    const day = iso(match[1]!, match[3] ?? match[5]!, match[4] ?? match[6]!);
    return day !== null && ZONE.test(text) ? zoned(cell, day, utcOffset) : day;
  }
  if ((match = COMPACT.exec(text))) return iso(match[1]!, match[2]!, match[3]!);
  if ((match = NUMBERS.exec(text))) {
    const [a, b, c] = [match[1]!, match[3]!, match[4]!];
    if (order === 'ymd') return c.length === 2 && a.length === 2 ? iso(a, b, c) : null;
    return order === 'dmy' ? iso(c, b, a) : iso(c, a, b);
  }
  if ((match = DAY_NAME.exec(text))) return iso(match[3]!, monthOf(match[2]!), match[1]!);
  if ((match = NAME_DAY.exec(text))) return iso(match[3]!, monthOf(match[1]!), match[2]!);
  return null;
}

/** The month of a cell that prints one (`2023-09`, `202309`, `09/2023`, `Sep 2023`, `2023年9月`) or a day of it. */
export function monthOfCell(cell: string, order: DateOrder, utcOffset = 0): Period | null {
  const text = cleaned(cell);
  const match = text === null ? null : MONTH.exec(text);
  if (!match) return dayOf(cell, order, utcOffset)?.slice(0, 7) ?? null;
  const year = match[1] ?? match[5] ?? match[7] ?? match[8]!;
  const month = match[2] ?? match[3] ?? match[4] ?? monthOf(match[6] ?? match[9]!);
  return iso(year, month, '1')?.slice(0, 7) ?? null;
}

export const readDay = (cell: string, order: DateOrder, utcOffset: number): Result<PlainDate> =>
  orFail(dayOf(cell, order, utcOffset), cell, order, 'date.invalid', say`a date`);
export const readMonth = (cell: string, order: DateOrder, utcOffset: number): Result<Period> =>
  orFail(monthOfCell(cell, order, utcOffset), cell, order, 'period.invalid', say`a billing period`);

const ORDER_NAMES: Readonly<Record<DateOrder, Said>> = {
  ymd: say`year, month, day`,
  dmy: say`day, month, year`,
  mdy: say`month, day, year`,
};
const orFail = (value: string | null, cell: string, order: DateOrder, code: string, what: Said): Result<string> =>
  value !== null
    ? ok(value)
    : fail(code, say`“${{ cell: cell.slice(0, 40) }}” is not ${{ what }} in the order ${{ order: ORDER_NAMES[order] }}.`, {
        value: cell.slice(0, 40),
        remedy: 'Correct the cell, or choose the order of the dates of this file.',
      });

const cleaned = (cell: string): string | null =>
  cell.length > 60
    ? null
    : cell
        .normalize('NFKC')
        .trim()
        .toLowerCase()
        .replace(/(\d)t(\d)/, '$1T$2')
        .replace(/z$/, 'Z');

const monthOf = (name: string): string => {
  const at = MONTHS.indexOf(name.slice(0, 3));
  return String(at >= 0 && (name.length <= 4 || LONG[at] === name) ? at + 1 : 0);
};
const LONG = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];

function iso(yearText: string, monthText: string, dayText: string): PlainDate | null {
  const year = Number(yearText) + (yearText.length === 2 ? 2000 : 0);
  const [month, day] = [Number(monthText), Number(dayText)];
  if (year < 1900 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The day at `utcOffset` hours east of UTC of a time that names its zone; null where it is no time. */
function zoned(cell: string, day: PlainDate, utcOffset: number): PlainDate | null {
  const instant = instantOf(cell.trim(), 0);
  if (!instant.ok) return day;
  const minutes = Number(instant.value.slice(11, 13)) * 60 + Number(instant.value.slice(14, 16)) + utcOffset * 60;
  return addDays(instant.value.slice(0, 10), Math.floor(minutes / 1440));
}
