import type { AppError } from '../../../domain/result.ts';
import type { Bound } from './binding.ts';
import type { Reject } from './protocol.ts';

const UNIT = 10_000_000_000;

/** Vendors' signs that there is nothing in a cell. */
export const isAbsent = (value: string): boolean => value === '' || value === '-' || value === '--';

/** Brings a sum of fractions back under one unit, with the sign of the whole. */
export function carry(u: number, f: number): [number, number] {
  u += Math.trunc(f / UNIT);
  f %= UNIT;
  if (u > 0 && f < 0) return [u - 1, f + UNIT];
  if (u < 0 && f > 0) return [u + 1, f - UNIT];
  return [u + 0, f + 0];
}

/** The cell's text, doubled quotes undone. */
export const cellText = (bytes: Buffer, from: number, to: number, escaped: number): string => {
  const text = bytes.toString('utf8', from, to);
  return escaped ? text.replaceAll('""', '"') : text;
};

/** The row is refused because of this cell. */
export const reject = (row: number, b: Bound, value: string, error: AppError, original: () => string): Reject => ({
  row,
  column: b.header,
  value: value.slice(0, 500),
  code: error.code,
  reason: error.message,
  original: original(),
});

/** The row is refused because this cell is empty. */
export const missing = (row: number, b: Bound, value: string, original: () => string): Reject => ({
  row,
  column: b.header,
  value: value.slice(0, 500),
  code: 'cell.missing',
  reason: `${b.header} is missing, and a line needs it.`,
  original: original(),
});
