import { toEpochDay } from '../../../domain/time/plain-date.ts';
import type { ColumnKind } from '../columns.ts';
import { decimalsOf, significantDigits } from '../figures.ts';
import type { StyleIds, StyleName } from './styles.ts';
import { cellText, tElement } from './text.ts';

/** Longest figure that a binary double gives back digit for digit. */
export const SAFE_DIGITS = 15;
/** Day 0 of the 1900 date system, seen from 1970-01-01; right from 1900-03-01 on, where its invented leap day is past. */
const EPOCH = 25_569;
const FIRST_DATE = '1900-03-01';

/**
 * Writes cells as sheet XML. Numbers are stored as their exact decimal text, without a detour through a binary
 * number; texts are inline strings, so a data text can be neither formula nor link.
 */
export class CellWriter {
  readonly #styles: StyleIds;
  /** Texts cut at the cell limit so far. */
  cut = 0;

  constructor(styles: StyleIds) {
    this.#styles = styles;
  }

  /** One row; `row` is 1-based. Missing values leave no cell. */
  row(row: number, cells: readonly string[], height?: number): string {
    const size = height === undefined ? '' : ` ht="${height}" customHeight="1"`;
    return `<row r="${row}"${size}>${cells.join('')}</row>`;
  }

  /** A value by the kind of its column, at a reference such as "B7"; the empty string where it is missing. */
  value(ref: string, kind: ColumnKind, value: string | number | null, total = false): string {
    if (value === null || value === '') return total ? this.#empty(ref, 'totalText') : '';
    if (typeof value === 'number') return this.#number(ref, total ? 'totalCount' : 'count', String(value));
    if (kind === 'amount') return this.amount(ref, value, total);
    if (kind === 'date' && isSheetDate(value)) return this.#number(ref, 'date', sheetDay(value));
    return this.text(ref, value, total ? 'totalText' : value.includes('\n') ? 'wrapped' : 'text');
  }

  amount(ref: string, value: string, total = false): string {
    if (significantDigits(value) > SAFE_DIGITS) return this.text(ref, value, total ? 'totalExact' : 'exact');
    const long = decimalsOf(value) > 8;
    return this.#number(ref, total ? (long ? 'totalTen' : 'totalEight') : long ? 'ten' : 'eight', value);
  }

  text(ref: string, value: string, style: StyleName): string {
    const { text, cut } = cellText(value);
    if (cut) this.cut++;
    if (text === '') return '';
    return `<c r="${ref}" s="${this.#styles[style]}" t="inlineStr"><is>${tElement(text)}</is></c>`;
  }

  #number(ref: string, style: StyleName, text: string): string {
    return `<c r="${ref}" s="${this.#styles[style]}"><v>${text}</v></c>`;
  }

  #empty(ref: string, style: StyleName): string {
    return `<c r="${ref}" s="${this.#styles[style]}"/>`;
  }
}

/** True for a date that the 1900 date system counts rightly; others stay text. */
export const isSheetDate = (text: string): boolean => text >= FIRST_DATE && /^\d{4}-\d{2}-\d{2}$/.test(text);

/** The day as spreadsheets count it. */
export const sheetDay = (date: string): string => String(toEpochDay(date) + EPOCH);

/** 0 → A, 25 → Z, 26 → AA. */
export function columnName(index: number): string {
  let name = '';
  for (let n = index + 1; n > 0; n = Math.floor((n - 1) / 26)) name = String.fromCharCode(65 + ((n - 1) % 26)) + name;
  return name;
}
