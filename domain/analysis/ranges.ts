import { fail, ok, type Result } from '../result.ts';
import { addPeriods, parsePeriod, type Period } from '../time/plain-date.ts';
import { say } from '../words/said.ts';

/** Billing periods from `from` to `to`, both inclusive. */
export interface PeriodRange {
  from: Period;
  to: Period;
}

/** The longest range that is compared: ten years. */
export const MOST_MONTHS = 120;

const index = (period: Period): number => Number(period.slice(0, 4)) * 12 + Number(period.slice(5, 7));

/** How many months the range has; not positive when it is the wrong way round. */
export const lengthOf = ({ from, to }: PeriodRange): number => index(to) - index(from) + 1;

/** Every month of the range, the first first. */
export const monthsOf = (range: PeriodRange): Period[] =>
  Array.from({ length: Math.max(0, lengthOf(range)) }, (_, month) => addPeriods(range.from, month));

/** The range of the same length that ends the month before. */
export const rangeBefore = (range: PeriodRange): PeriodRange => shifted(range, -lengthOf(range));

/** The same months of the year before. */
export const yearBefore = (range: PeriodRange): PeriodRange => shifted(range, -12);

const shifted = ({ from, to }: PeriodRange, months: number): PeriodRange => ({
  from: addPeriods(from, months),
  to: addPeriods(to, months),
});

/** True where the two share a month. */
export const overlap = (a: PeriodRange, b: PeriodRange): boolean => a.from <= b.to && b.from <= a.to;

/** `2023-09`, or `2023-07..2023-09`. */
export const rangeText = ({ from, to }: PeriodRange): string => (from === to ? from : `${from}..${to}`);

/** Reads what rangeText prints. Fails with the period's own code, or `analysis.range` where the range is backwards or too long. */
export function parseRange(text: string): Result<PeriodRange> {
  const [first = '', last = first, ...more] = text.trim().split('..');
  const from = parsePeriod(more.length > 0 ? text : first.trim());
  if (!from.ok) return from;
  const to = parsePeriod(last.trim());
  if (!to.ok) return to;
  return checkRange({ from: from.value, to: to.value });
}

/** The range as it is, or `analysis.range` where it is backwards or longer than MOST_MONTHS. */
export function checkRange(range: PeriodRange): Result<PeriodRange> {
  const months = lengthOf(range);
  if (months >= 1 && months <= MOST_MONTHS) return ok(range);
  return fail(
    'analysis.range',
    months < 1
      ? say`The range ends (${{ to: range.to }}) before it begins (${{ from: range.from }}).`
      : say`The range has ${{ months }} months; at most ${{ most: MOST_MONTHS }} are compared.`,
    { value: rangeText(range), remedy: 'Write the earlier month first, such as 2023-07..2023-09.' },
  );
}
