import { addPeriods, periodBounds, type Period, type PlainDate } from '../../../../domain/time/plain-date.ts';

/** First and last day, both inclusive. */
export interface Range {
  from: PlainDate;
  to: PlainDate;
}
export type Span = 'month' | 'quarter' | 'year';

/** The calendar month, quarter or year that holds the period. */
export function spanOf(period: Period, span: Span): Range {
  const month = Number(period.slice(5, 7));
  const months = { month: 1, quarter: 3, year: 12 }[span];
  const first = addPeriods(period, -((month - 1) % months));
  return { from: periodBounds(first).first, to: periodBounds(addPeriods(first, months - 1)).last };
}

/** Which span the range is exactly, if any. */
export const spanIs = ({ from, to }: Range): Span | null =>
  (['month', 'quarter', 'year'] as const).find((span) => {
    const whole = spanOf(from.slice(0, 7), span);
    return whole.from === from && whole.to === to;
  }) ?? null;

/** The next or former range of the same length in whole months; the same range where it is not of whole months. */
export function stepOf(range: Range, by: 1 | -1): Range {
  const span = spanIs(range);
  if (span === null) return range;
  return spanOf(addPeriods(range.from.slice(0, 7), by * { month: 1, quarter: 3, year: 12 }[span]), span);
}
