import { addWorkingDays, workCalendar } from '../../calendar/calendar.ts';
import { addDays, addPeriods, daysInMonth, periodBounds, type PlainDate } from '../../time/plain-date.ts';
import { validOn } from './index.ts';
import { periodOf, quarterOf } from './period.ts';
import type { CertificateForm, Deadline, DueRule } from './form.ts';

/** Deadlines of the form for a payment on the day, each with the day that it falls on. */
export const deadlinesOf = (form: CertificateForm, paid: PlainDate): (Deadline & { day: PlainDate })[] =>
  form.deadlines.filter((deadline) => validOn(deadline, paid)).map((deadline) => ({ ...deadline, day: dueDay(form, deadline.due, paid) }));

/** The day itself, whether or not it is worked. Where a paper speaks of single payments, its period is the day of payment. */
function dueDay(form: CertificateForm, due: DueRule, paid: PlainDate): PlainDate {
  const last = periodOf(form, paid)?.last ?? paid;
  if ('days' in due) return addDays(due.after === 'payment' ? paid : last, due.days);
  if ('workingDays' in due) return addWorkingDays(workCalendar(form.country ?? ''), paid, due.workingDays);
  if ('months' in due) return dayIn(addPeriods(paid.slice(0, 7), due.months), Number(paid.slice(8)));
  if ('dayOfNextMonth' in due) return dayIn(addPeriods(paid.slice(0, 7), 1), due.dayOfNextMonth);
  if ('byQuarter' in due) return nextDay(due.byQuarter[quarterOf(form, paid)]!, last);
  return periodBounds(addPeriods(last.slice(0, 7), 1)).last;
}

/** That day of the month, or its last where it is shorter. */
function dayIn(month: string, day: number): PlainDate {
  const most = daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5)));
  return `${month}-${String(Math.min(day, most)).padStart(2, '0')}`;
}

/** The first such month and day (MM-DD) after the day. */
function nextDay(monthDay: string, after: PlainDate): PlainDate {
  const same = `${after.slice(0, 4)}-${monthDay}`;
  return same > after ? same : `${Number(after.slice(0, 4)) + 1}-${monthDay}`;
}
