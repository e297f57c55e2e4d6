import type { PlainDate } from '../time/plain-date.ts';

/**
 * Decimal text as the document writes it (12.50 stays 12.50): the rules on decimals look at it. Text that is no number stays
 * what it is and is told by the reader; `decimalOf` gives the number or null.
 */
export type DecimalText = string;
/** YYYY-MM-DD where the document's date could be read, else its text as it is. */
export type DateText = PlainDate;

/** An identifier and the scheme that it is of (ISO/IEC 6523 ICD, EAS, UNCL 1153 …). */
export interface Identifier {
  id?: string;
  scheme?: string;
}
