import { addPeriods, parseDate, periodBounds, type Period, type PlainDate } from '../../../../domain/time/plain-date.ts';

export const SPANS = ['month', 'quarter', 'year', 'range'] as const;
export type Span = (typeof SPANS)[number];

export interface Range {
  from: PlainDate;
  to: PlainDate;
}

/** The month, or the quarter or year that it lies in; both days inclusive. */
export function rangeOf(period: Period, span: Exclude<Span, 'range'>): Range {
  if (span === 'month') return { from: periodBounds(period).first, to: periodBounds(period).last };
  const year = period.slice(0, 4);
  if (span === 'year') return { from: `${year}-01-01`, to: `${year}-12-31` };
  const first = addPeriods(`${year}-01`, Math.floor((Number(period.slice(5, 7)) - 1) / 3) * 3);
  return { from: `${first}-01`, to: periodBounds(addPeriods(first, 2)).last };
}

/** A day of an address, or null. */
export const dayOf = (text: string | null): PlainDate | null => {
  const parsed = text === null ? null : parseDate(text);
  return parsed?.ok ? parsed.value : null;
};
