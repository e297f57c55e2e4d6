import { addWorkingDays, workingDaysBetween, type WorkCalendar } from '../calendar/calendar.ts';
import { addDays, type PlainDate } from '../time/plain-date.ts';
import type { VendorPolicy } from './policies.ts';
import type { InvoiceStatus } from './states.ts';

/** What happened to a bill on its way to an invoice, as far as later dates follow from it. */
export interface Course {
  /** Day on which the bill was confirmed; null: not yet, or not known. */
  confirmed: PlainDate | null;
  /** Nobody confirmed it in time: the rule did, as the act that came next recorded. */
  confirmedByRule: boolean;
  /** Day since which it is disputed; null: it is not. */
  disputed: PlainDate | null;
  /** After a dispute taken back: working days that are left, and the day after which they run on. */
  window: { from: PlainDate; days: number } | null;
  /** Day on which issuing was asked for anew after it had failed. */
  reapplied: PlainDate | null;
}

export const PLAIN_COURSE: Course = { confirmed: null, confirmedByRule: false, disputed: null, window: null, reapplied: null };

/** What the vendor's terms and the working days are for an invoice. */
export interface InvoiceClock {
  policy: VendorPolicy;
  calendar: WorkCalendar;
}

/** What the dates of an invoice follow from. */
export interface Dated {
  stated: InvoiceStatus;
  date: PlainDate;
  due: PlainDate | null;
  billed: PlainDate | null;
  issued: PlainDate | null;
  termDays: number | null;
  course: Course;
  clock: InvoiceClock;
}

/** Days of an invoice's life; null where the day is not known or the vendor has no such step. */
export interface CourseDates {
  /** Last day on which the bill can be confirmed or disputed, and the day after it, when it counts as confirmed. */
  confirmBy: PlainDate | null;
  confirmsItself: PlainDate | null;
  /** First and last day on which the invoice is expected. */
  expected: { first: PlainDate; last: PlainDate } | null;
  /** Last day of the account period. */
  payBy: PlainDate | null;
  /** Last day of the reminders. */
  dunningUntil: PlainDate | null;
  /** First day on which it is overdue: the organisation is frozen where the vendor does that. */
  overdueOn: PlainDate | null;
  frozenOn: PlainDate | null;
  /** The organisation's clusters go to the recycle bin. */
  recycleOn: PlainDate | null;
}

/**
 * The days that follow from what is on record (Zilliz Cloud: understand your invoice, “billing cycle”). A period counts from
 * the day after its event; its last day belongs to it wholly.
 */
export function datesOf(invoice: Dated): CourseDates {
  const { clock, course } = invoice;
  const confirmBy = windowEnd(invoice);
  const confirmsItself = confirmBy === null ? null : addDays(confirmBy, 1);
  const asked = course.reapplied ?? course.confirmed ?? confirmsItself;
  return {
    confirmBy,
    confirmsItself,
    expected: asked === null ? null : expectedFrom(clock, asked),
    ...dunningOf(invoice, payByOf(invoice)),
  };
}

/** When the invoice is expected that was asked for on the day. */
export function expectedFrom({ policy, calendar }: InvoiceClock, asked: PlainDate): CourseDates['expected'] {
  if (policy.issueDays === null) return null;
  const { least, most } = policy.issueDays;
  return { first: addWorkingDays(calendar, asked, least), last: addWorkingDays(calendar, asked, most) };
}

/** The due date as stated, else the account period from the day of issue. */
function payByOf({ due, issued, date, termDays, clock }: Dated): PlainDate | null {
  if (due !== null) return due;
  const term = termDays ?? clock.policy.termDays;
  return term === null ? null : addDays(issued ?? date, term);
}

/** What follows the last day of the account period. */
export function dunningOf(
  { clock }: Pick<Dated, 'clock'>,
  payBy: PlainDate | null,
): Pick<CourseDates, 'payBy' | 'dunningUntil' | 'overdueOn' | 'frozenOn' | 'recycleOn'> {
  if (payBy === null) return { payBy, dunningUntil: null, overdueOn: null, frozenOn: null, recycleOn: null };
  const { dunningDays, recycleDays } = clock.policy;
  const last = addDays(payBy, dunningDays);
  const overdueOn = addDays(last, 1);
  return {
    payBy,
    dunningUntil: dunningDays > 0 ? last : null,
    overdueOn,
    frozenOn: recycleDays === null ? null : overdueOn,
    recycleOn: recycleDays === null ? null : addDays(overdueOn, recycleDays),
  };
}

function windowEnd({ billed, course, clock }: Dated): PlainDate | null {
  const { confirmDays } = clock.policy;
  if (course.window !== null) return addWorkingDays(clock.calendar, course.window.from, course.window.days);
  return billed === null || confirmDays === null ? null : addWorkingDays(clock.calendar, billed, confirmDays);
}

/**
 * The window after a dispute that is taken back on the day: it was stopped, so what was left of it runs on. Working days that
 * ended before the dispute are used up; the day of the dispute is not. The printed text names only the confirmation by
 * hand as the end of a dispute; this is the earliest day on which the vendor's window of so many days can end.
 */
export function resumedWindow({ billed, course, clock }: Dated, day: PlainDate): Course['window'] {
  const total = course.window?.days ?? clock.policy.confirmDays;
  const from = course.window?.from ?? billed;
  if (total === null || from === null || course.disputed === null) return null;
  const used = Math.max(0, workingDaysBetween(clock.calendar, from, addDays(course.disputed, -1)));
  return { from: day, days: Math.max(1, total - used) };
}
