import { CURRENCIES } from '../einvoice/codes/places.ts';
import { parseAmount, type Amount } from '../money/amount.ts';
import { refuse } from '../result.ts';
import { parseDate, type PlainDate } from '../time/plain-date.ts';
import { say, type Said } from '../words/said.ts';

/** Where in a file something stands: its line from 1, and the field's own name. */
export interface Place {
  row: number;
  field: string;
}

const AGAIN = 'Ask the bank for the file again; do not mend it by hand.';

/** Refuses the file for one value that is not what its format says; always names line, field and what stands there. */
export function wrong(code: string, { row, field }: Place, value: string, what: Said): never {
  refuse(code, say`Line ${{ row }}, ${{ field }}: ${{ problem: what }}.`, {
    row,
    column: field,
    value: value.slice(0, 80),
    remedy: AGAIN,
  });
}

/** Refuses a file that ends before its format says that it may. */
export const truncated = (row: number, lacks: string): never =>
  refuse('bank.truncated', say`The file is not whole: it ends at line ${{ row }} without ${{ field: lacks }}.`, {
    row,
    column: lacks,
    remedy: 'Download the file again; it was cut off.',
  });

const DIGITS = { '.': /^[0-9]{1,17}(?:\.[0-9]{0,17})?$/, ',': /^[0-9]{1,17},[0-9]{0,17}$/ } as const;

/**
 * An amount without sign as bank formats write it: digits and one decimal sign, no groups, no exponent; a comma must be there
 * where the comma is the decimal sign. At most ten decimals and 10^15.
 */
export function unsigned(text: string, decimal: '.' | ',', place: Place): Amount {
  if (!DIGITS[decimal].test(text))
    wrong('bank.amount', place, text, say`“${{ value: text.slice(0, 40) }}” is not an amount as this format writes it`);
  const read = parseAmount(text.replace(',', '.').replace(/\.$/, ''));
  if (!read.ok) return wrong('bank.amount', place, text, say`“${{ value: text.slice(0, 40) }}” has more digits than are kept`);
  return read.value!;
}

/** A day given by its parts, such as `2026`, `02`, `28`; refused where no calendar has it. */
export function dayOf(year: string, month: string, day: string, text: string, place: Place): PlainDate {
  const read = parseDate(`${year}-${month}-${day}`);
  return read.ok ? read.value : wrong('bank.date', place, text, say`“${{ value: text.slice(0, 40) }}” is no day of the calendar`);
}

/** ISO 4217; refused where it is no currency. */
export function currencyIn(text: string, place: Place): string {
  return CURRENCIES.has(text)
    ? text
    : wrong('bank.currency', place, text, say`“${{ value: text.slice(0, 40) }}” is no currency of ISO 4217`);
}

/** Runs of blanks as one, ends cut, characters that cannot be seen taken out; at most `most` characters. */
export const tidy = (text: string, most = 1000): string =>
  text
    .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, most);

/** An account number without blanks, at most 64 characters. */
export const accountNumber = (text: string): string => text.replace(/\s+/g, '').slice(0, 64);

/** True for an IBAN whose check digits agree (ISO 13616: remainder 1 modulo 97). */
export function isIban(text: string): boolean {
  if (!/^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$/.test(text)) return false;
  const digits = (text.slice(4) + text.slice(0, 4)).replace(/[A-Z]/g, (c) => String(c.charCodeAt(0) - 55));
  return BigInt(digits) % 97n === 1n;
}
