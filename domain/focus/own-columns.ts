import { MEASURE_NAMES, TERM_NAMES } from '../formats/fields.ts';

/** Fields of a line of the book that an export carries beside the columns of FOCUS, so that it comes back as it was. */
export const OWN_FIELDS = ['vendor', 'period', 'date', 'orderId', 'usage', 'unitPrice', ...TERM_NAMES, ...MEASURE_NAMES] as const;
export type OwnField = (typeof OWN_FIELDS)[number];

export const OWN_PREFIX = 'x_Tallybook';
/** The import format of files with these columns. */
export const OWN_FORMAT = 'tallybook.focus';

/** Name of a field's column: `x_TallybookListPrice`. */
export const ownColumn = (field: string): string => `${OWN_PREFIX}${field.charAt(0).toUpperCase()}${field.slice(1)}`;

/** The line's identity in its book: a line that is there is known again. */
export const LINE_KEY = ownColumn('lineKey');
/** Columns of the row that no bill told and that were filled by rule, separated by spaces. */
export const FILLED = ownColumn('filled');
/** `true` where texts of the row carry an apostrophe against spreadsheets (CSV only). */
export const GUARDED = ownColumn('guarded');

const PART = /^([0-9a-z]{1,11})-([0-9a-z]{1,11})$/;

/** A line's identity as text: its two halves, of at most 53 bits, in base 36. */
export const keyText = (a: number, b: number): string => `${a.toString(36)}-${b.toString(36)}`;

/** The identity that keyText wrote; null for anything else. */
export function keyOf(text: string): [number, number] | null {
  const match = PART.exec(text);
  const [a, b] = match ? [parseInt(match[1]!, 36), parseInt(match[2]!, 36)] : [NaN, NaN];
  return Number.isSafeInteger(a) && Number.isSafeInteger(b) ? [a, b] : null;
}
