import { addWorkingDays, workCalendar, type WorkCalendar } from '../../calendar/calendar.ts';
import { addPeriods, daysInMonth, type PlainDate } from '../../time/plain-date.ts';
import data from './practice.json' with { type: 'json' };

/** How long after the payment the tax is paid to the authority. */
export type RemitTerm =
  { kind: 'months'; count: number } | { kind: 'day-of-next-month'; day: number } | { kind: 'working-days'; count: number };

/** One row of the data: for payments from `from` to `to`, both inclusive, null open. */
export interface RemitRule {
  id: string;
  country: string;
  from: PlainDate | null;
  to: PlainDate | null;
  term: RemitTerm;
  source: string;
}

export const REMIT_RULES = data.remittance as readonly RemitRule[];

const WITHHOLDS: ReadonlySet<string> = new Set(data.withholds);
/** A country in which who pays a bill for services holds tax back from it, whether or not the pack prints a rule. */
export const withholds = (country: string): boolean => WITHHOLDS.has(country);

export interface RemitBy {
  rule: string;
  date: PlainDate;
}

/** Last day for paying the tax of a payment to the country's authority; null where the data has no row for it. */
export function remitBy(country: string | null, paid: PlainDate, calendarOf: (country: string) => WorkCalendar = plain): RemitBy | null {
  const rule = REMIT_RULES.find((r) => r.country === country && (r.from === null || r.from <= paid) && (r.to === null || paid <= r.to));
  return rule ? { rule: rule.id, date: lastDay(rule, paid, calendarOf) } : null;
}

const calendars = new Map<string, WorkCalendar>();
function plain(country: string): WorkCalendar {
  let calendar = calendars.get(country);
  if (!calendar) calendars.set(country, (calendar = workCalendar(country)));
  return calendar;
}

function lastDay({ term, country }: RemitRule, paid: PlainDate, calendarOf: (country: string) => WorkCalendar): PlainDate {
  if (term.kind === 'working-days') return addWorkingDays(calendarOf(country), paid, term.count);
  if (term.kind === 'day-of-next-month') return dayIn(addPeriods(paid.slice(0, 7), 1), term.day);
  return dayIn(addPeriods(paid.slice(0, 7), term.count), Number(paid.slice(8, 10)));
}

/** That day of the month, or its last where it is shorter. */
const dayIn = (month: string, day: number): PlainDate =>
  `${month}-${String(Math.min(day, daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5, 7))))).padStart(2, '0')}`;
