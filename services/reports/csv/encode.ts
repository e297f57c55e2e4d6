import { exactDecimals } from '../figures.ts';
import { guardText } from './guard.ts';

export const BOM = '\ufeff';
const QUOTED = /[",;\t\r\n]|^\s|\s$/;

/** A text cell: guarded against formulas, quoted where RFC 4180 asks, and where other separators would cut it. */
export function csvText(text: string | null): string {
  if (text === null || text === '') return '';
  const safe = guardText(text);
  return QUOTED.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** An exact figure, eight or ten decimals; empty where it is missing. Digits, point and minus: never guarded. */
export const csvAmount = (value: string | null): string => (value === null ? '' : exactDecimals(value));

export const csvRecord = (cells: readonly string[]): string => `${cells.join(',')}\r\n`;
