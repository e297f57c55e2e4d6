import type { AppError } from '../../../domain/result.ts';
import { say } from '../../../domain/words/said.ts';
import type { Bound } from './binding.ts';
import { rejectOf } from './notice.ts';
import type { MeasureName } from '../../../domain/formats/fields.ts';
import type { Frame } from './frame.ts';
import { MISSING, type Reject } from './protocol.ts';

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
  ...(error.details?.said?.message && { said: error.details.said.message }),
  original: original(),
});

/** The row is refused because this cell is empty. */
export const missing = (row: number, b: Bound, value: string, original: () => string): Reject =>
  rejectOf(row, b, value, 'cell.missing', say`${{ column: b.header }} is missing, and a line needs it.`, original);

/** A measure that the file does not name, as the difference of others that it does. */
export interface Derived {
  field: MeasureName;
  from: MeasureName;
  minus: readonly MeasureName[];
}

/** Fills the derived measure of row `i`; missing where one of its terms is. */
export function derive({ units, fraction }: Frame, d: Derived, i: number): void {
  let u = units[d.from]![i]!;
  let f = fraction[d.from]![i]!;
  for (const m of d.minus) {
    if (units[m]![i] === MISSING) u = MISSING;
    if (u === MISSING) break;
    u -= units[m]![i]!;
    f -= fraction[m]![i]!;
  }
  if (u === MISSING) f = MISSING;
  else [u, f] = carry(u, f);
  units[d.field]![i] = u;
  fraction[d.field]![i] = f;
}
