import { addPeriods, parsePeriod, periodBounds, type PlainDate } from './plain-date.ts';

/** Days, both inclusive. */
export interface PeriodSpan {
  first: PlainDate;
  last: PlainDate;
}

/** The days of a month (2024-03), a quarter (2024-Q1) or a year (2024); null for any other text. */
export function periodSpan(text: string): PeriodSpan | null {
  const quarter = /^(\d{4})-Q([1-4])$/.exec(text);
  if (quarter) {
    const first = addPeriods(`${quarter[1]!}-01`, (Number(quarter[2]) - 1) * 3);
    return { first: `${first}-01`, last: periodBounds(addPeriods(first, 2)).last };
  }
  if (/^\d{4}$/.test(text)) return { first: `${text}-01-01`, last: `${text}-12-31` };
  const month = parsePeriod(text);
  return month.ok ? periodBounds(month.value) : null;
}
