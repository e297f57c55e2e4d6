import { MEASURE_NAMES } from '../../../domain/formats/fields.ts';
import type { Expected } from '../../../services/sample/tally.ts';

const PLACES = 12;

/** Decimal text as a whole number of 10^-12; independent of the application's own arithmetic. */
export function units(text: string): bigint {
  const [, sign = '', whole = '0', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  return BigInt(`${sign}${whole}${fraction.padEnd(PLACES, '0')}`);
}

/** The shortest decimal text of a whole number of 10^-12. */
export function text(value: bigint): string {
  const digits = (value < 0n ? -value : value).toString().padStart(PLACES + 1, '0');
  const fraction = digits.slice(-PLACES).replace(/0+$/, '');
  return `${value < 0n ? '-' : ''}${digits.slice(0, -PLACES)}${fraction ? `.${fraction}` : ''}`;
}

/** Half-up to cents. */
export const cents = (value: bigint): bigint =>
  ((value + (value < 0n ? -5_000_000_000n : 5_000_000_000n)) / 10_000_000_000n) * 10_000_000_000n;

/** Percent of an amount, rounded half-up to cents. */
export const percent = (value: bigint, rate: number): bigint => cents((value * BigInt(rate)) / 100n);

/** With grouped integer digits and two decimals, as a person writes it: 1,234.50. */
export function money(value: bigint): string {
  const [whole = '', fraction = ''] = text(value).split('.');
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${fraction.padEnd(2, '0')}`;
}

/** Exact sums of several files in one currency; measures that no file has are left out. */
export function totalsOf(files: readonly { expected: Expected }[], currency: string): Map<string, string> {
  const sums = new Map<string, string>();
  for (const measure of MEASURE_NAMES) {
    const parts = files.flatMap(({ expected }) => expected.totals[currency]?.[measure] ?? []);
    if (parts.length > 0) sums.set(measure, text(parts.map(units).reduce((a, b) => a + b)));
  }
  return sums;
}
