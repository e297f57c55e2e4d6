import { addDays, addPeriods, type Period, type PlainDate } from '../time/plain-date.ts';
import { statusOn, type Standing } from './balance.ts';
import { datesOf, dunningOf, expectedFrom, type CourseDates } from './course.ts';

export const STEPS = [
  'billed',
  'confirm-by',
  'confirmed',
  'disputed',
  'reapplied',
  'expected',
  'issued',
  'pay-by',
  'dunning-until',
  'frozen',
  'recycle',
  'ended',
] as const;
export type Step = (typeof STEPS)[number];

/**
 * `recorded`: entered, imported or done by a person. `rule`: follows from what is recorded. `assumed`: follows from what has not
 * happened yet, or is not on record.
 */
export type Basis = 'recorded' | 'rule' | 'assumed';

export interface TimelineDate {
  step: Step;
  date: PlainDate;
  /** Last day, where the step is a span. */
  until: PlainDate | null;
  basis: Basis;
  past: boolean;
  /** The working days that it counts reach into a year whose moving holidays the calendar does not know. */
  unsure: boolean;
}

/** All days of an invoice's life in the order of its steps; `ended`: the day on which it was settled or voided. */
export function timelineOf(invoice: Standing & { period: Period | null }, today: PlainDate, ended: PlainDate | null): TimelineDate[] {
  const { course, clock } = invoice;
  const status = statusOn(invoice, today);
  if (status === 'void') return ended === null ? [] : [entry('ended', ended, 'recorded', today)];
  const dates = datesOf(invoice);
  const unsure = (...days: PlainDate[]): boolean => days.some((day) => !clock.calendar.knows(Number(day.slice(0, 4))));
  const list: TimelineDate[] = [];
  const put = (step: Step, date: PlainDate | null, basis: Basis, until: PlainDate | null = null, working = false): void => {
    if (date !== null)
      list.push({
        ...entry(step, date, basis, today),
        until,
        past: (until ?? date) < today,
        unsure: working && unsure(date, until ?? date),
      });
  };
  const waits = status === 'unbilled' || status === 'to-confirm' || status === 'issuing' || status === 'disputed';
  // A bill covers a month and appears on the first day of the next one, as a rule.
  const billed = invoice.billed ?? (status === 'unbilled' && invoice.period !== null ? `${addPeriods(invoice.period, 1)}-01` : null);
  put('billed', billed, invoice.billed === null ? 'assumed' : 'recorded');
  const window: CourseDates = billed === invoice.billed ? dates : datesOf({ ...invoice, billed });
  const sure: Basis = invoice.billed === null && course.window === null ? 'assumed' : 'rule';
  put('disputed', course.disputed, 'recorded');
  if (status === 'unbilled' || status === 'to-confirm') put('confirm-by', window.confirmBy, sure, null, true);
  const confirmed = course.confirmed ?? (status === 'disputed' ? null : waits ? window.confirmsItself : null);
  put(
    'confirmed',
    confirmed,
    course.confirmed !== null && !course.confirmedByRule ? 'recorded' : basisOf(status, sure),
    null,
    course.confirmed === null,
  );
  put('reapplied', course.reapplied, 'recorded');
  const asked = course.reapplied ?? confirmed;
  const expected = waits && asked !== null ? expectedFrom(clock, asked) : null;
  put('expected', expected?.first ?? null, status === 'issuing' ? 'rule' : 'assumed', expected?.last ?? null, true);
  put('issued', waits ? null : (invoice.issued ?? invoice.date), invoice.issued === null ? 'assumed' : 'recorded');
  if (status !== 'free') putDunning(invoice, { waits, expected, dates, ended }, put);
  put('ended', ended, 'recorded');
  return list;
}

const basisOf = (status: string, sure: Basis): Basis => (status === 'issuing' ? 'rule' : sure === 'rule' ? 'rule' : 'assumed');

function putDunning(
  invoice: Standing,
  at: { waits: boolean; expected: CourseDates['expected']; dates: CourseDates; ended: PlainDate | null },
  put: (step: Step, date: PlainDate | null, basis: Basis) => void,
): void {
  const term = invoice.termDays ?? invoice.clock.policy.termDays;
  // Before it is issued, the last day on which it is expected stands for the day of issue.
  const assumed = at.waits ? (at.expected === null || term === null ? null : addDays(at.expected.last, term)) : null;
  const days = at.waits ? dunningOf(invoice, assumed) : at.dates;
  const basis: Basis = at.waits || (invoice.due === null && invoice.issued === null) ? 'assumed' : 'rule';
  const stop = at.ended;
  const within = (day: PlainDate | null): PlainDate | null => (stop !== null && day !== null && day >= stop ? null : day);
  put('pay-by', days.payBy, invoice.due !== null && !at.waits ? 'recorded' : basis);
  put('dunning-until', within(days.dunningUntil), basis);
  put('frozen', within(days.frozenOn), basis);
  put('recycle', within(days.recycleOn), basis);
}

const entry = (step: Step, date: PlainDate, basis: Basis, today: PlainDate): TimelineDate => ({
  step,
  date,
  until: null,
  basis,
  past: date < today,
  unsure: false,
});
