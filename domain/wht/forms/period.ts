import { addPeriods, periodBounds, type PlainDate } from '../../time/plain-date.ts';
import type { CertificateForm, PeriodKind } from './form.ts';

const MONTHS: Readonly<Record<Exclude<PeriodKind, 'payment'>, number>> = { month: 1, quarter: 3, 'half-year': 6, year: 12 };

/**
 * First and last day of the form's period that the day lies in, both inclusive, by the form's own year; null where a paper
 * speaks of single payments.
 */
export function periodOf(form: Pick<CertificateForm, 'period' | 'yearFrom'>, day: PlainDate): { first: PlainDate; last: PlainDate } | null {
  if (form.period === 'payment') return null;
  const months = MONTHS[form.period];
  const since = (Number(day.slice(5, 7)) - form.yearFrom + 12) % months;
  const first = addPeriods(day.slice(0, 7), -since);
  return { first: periodBounds(first).first, last: periodBounds(addPeriods(first, months - 1)).last };
}

/** Place of the day's quarter in the form's year, 0 to 3. */
export const quarterOf = (form: Pick<CertificateForm, 'yearFrom'>, day: PlainDate): number =>
  Math.floor(((Number(day.slice(5, 7)) - form.yearFrom + 12) % 12) / 3);
