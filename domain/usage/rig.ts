import type { PeakTerms } from './peak95.ts';
import type { UsageSample } from './samples.ts';

/** A made sample of the month's i-th five minutes: (i × 7919 mod 10007) ÷ 10 Mbps, so that any language makes the same series. */
export const madeValue = (i: number): string => {
  const tenths = (i * 7919) % 10007;
  return tenths % 10 === 0 ? String(tenths / 10) : `${Math.floor(tenths / 10)}.${tenths % 10}`;
};

/** The time of the i-th five minutes from the first of a month, `YYYY-MM-DDTHH:MM:SS`. */
export const slotTime = (month: string, i: number): string =>
  new Date(Date.parse(`${month}-01T00:00:00Z`) + i * 300_000).toISOString().slice(0, 19);

/** A month of made samples, less what `skip` leaves out and with nothing where `zero` says so. For tests. */
export function madeMonth(
  month: string,
  days: number,
  { skip = () => false, zero = () => false }: { skip?: (i: number) => boolean; zero?: (i: number) => boolean } = {},
): UsageSample[] {
  const all: UsageSample[] = [];
  for (let i = 0; i < days * 288; i++)
    if (!skip(i))
      all.push({ time: slotTime(month, i), value: zero(i) ? '0' : madeValue(i), unit: 'Mbps', direction: null, resource: 'bw-1' });
  return all;
}

/** Terms with nothing given but the method. */
export const termsOf = (given: Partial<PeakTerms> & Pick<PeakTerms, 'method'>): PeakTerms => ({
  period: null,
  direction: null,
  committed: null,
  minimumPercent: null,
  price: null,
  days: null,
  missing: 'left-out',
  base: '1000',
  unit: 'Mbps',
  ...given,
});
