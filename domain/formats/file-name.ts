import { parseDate, parsePeriod, periodBounds, type Period, type PlainDate } from '../time/plain-date.ts';
import type { NameHint } from './format.ts';

const EXTENSION = /\.(?:csv|xlsx?|json|zip|gz|tgz|tar|txt)$/i;

/** The name without folders, extensions (`.csv.gz` too) and the ` (1)` that a browser adds to a second download. */
export function stemOf(name: string): string {
  let stem = (name.slice(-300).split(/[/\\]/).at(-1) ?? '').normalize('NFKC');
  for (let i = 0; i < 3 && EXTENSION.test(stem); i++) stem = stem.replace(EXTENSION, '');
  return stem.trim().replace(/ \(\d{1,3}\)$/, '');
}

/** `20200202` as a day, or null where the calendar has none. */
export function dayOfDigits(digits: string): PlainDate | null {
  const day = parseDate(`${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`);
  return digits.length === 8 && day.ok ? day.value : null;
}

export function periodOfDigits(digits: string): Period | null {
  const period = parsePeriod(digits);
  return digits.length === 6 && period.ok ? period.value : null;
}

/**
 * Hints of a name that ends in a day, a range of days or a month, and perhaps a part: `_20200202_1`, `_20210401-20210430`,
 * `_202104`. A month's last day is the `asOf` only where the vendor fills the file once, for the whole month (`whole`).
 */
export function datedHint(logicalName: string, digits: string, part: string | undefined, whole = true): NameHint | null {
  const hint: NameHint = { logicalName, ...(part ? { part: Number(part) } : {}) };
  if (digits.length === 6) {
    const period = periodOfDigits(digits);
    return period === null ? null : { ...hint, period, ...(whole ? { asOf: periodBounds(period).last } : {}) };
  }
  const asOf = dayOfDigits(digits.slice(-8));
  return asOf !== null && (digits.length === 8 || dayOfDigits(digits.slice(0, 8))) ? { ...hint, asOf } : null;
}

/**
 * Hint of an answer that its reader saved under a name with a month in it (`DescribeBillSummary-2022-07.json`), for
 * answers that name no month themselves.
 */
export function monthInName(name: string): NameHint | null {
  const match = /(?:^|[^0-9])(20[0-9]{2})[-_.]?(0[1-9]|1[0-2])(?![0-9])/.exec(stemOf(name));
  return match ? { period: `${match[1]}-${match[2]}` } : null;
}
