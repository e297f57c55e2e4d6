import type { Period } from '../../../domain/time/plain-date.ts';

/** How large the book is and which of all that there could be. */
export interface BookSize {
  /** Lines of the Huawei Cloud detail bill, about. */
  lines: number;
  seed: number;
}

/** The month of the book; it is looked at on TODAY. */
export const PERIOD: Period = '2024-05';
export const TODAY = '2024-06-20';
/** Service tax on the bill, and what is withheld from the invoices' net amounts (Malaysia, Sparkoo Singapore). */
export const TAX_PERCENT = '8';
export const WHT_PERCENT = '8';
/** 1 USD = so many MYR, on every document of the month. */
export const RATE = '4.7125';
/** Lines of one part of the detail bill. */
export const PART_LINES = 3000;
