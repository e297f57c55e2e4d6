import { asciiDigits, negate, parseAmount, type Amount } from '../../money/amount.ts';
import { fail, ok, type Result } from '../../result.ts';
import { say, type Said } from '../../words/said.ts';
import { isSignOf } from './currency-words.ts';

export type Decimal = '.' | ',';
/** What stands between groups of digits; '' means nothing does. A space also stands for the narrow and the fixed one. */
export type Thousands = '' | ',' | '.' | ' ' | "'";

export interface NumberStyle {
  decimal: Decimal;
  thousands: Thousands;
  /** The sheet prints charges with a minus. */
  negate: boolean;
  /** Currency that a sign beside the figure must agree with; null: it may be any. */
  currency: string | null;
}

const PLAIN = /^-?[0-9]{1,15}(?:\.[0-9]{1,10})?$/;
const MISSING = new Set(['', '-', '--', '—', 'null', '(null)', 'n/a']);
// Named one by one: the unit of a quantity (GB, GiB) is no currency.
const SIGN = String.raw`[¥$€£₹฿₱]|(?:US|HK|S|A|C|NT|R)\$|RMB|RM|元|人民币|美元|AED|ARS|AUD|BDT|BRL|CAD|CHF|CLP|CNY|COP|DKK|EGP|EUR|GBP|HKD|IDR|INR|JPY|KES|KHR|KRW|LAK|LKR|MMK|MXN|MYR|NGN|NOK|NZD|PEN|PHP|PKR|PLN|RUB|SAR|SEK|SGD|THB|TRY|TWD|USD|VND|ZAR`;
const BEFORE = new RegExp(`^(${SIGN}) ?`, 'i');
const AFTER = new RegExp(` ?(${SIGN})$`, 'i');
const escaped: Readonly<Record<string, string>> = { '.': String.raw`\.`, ',': ',', ' ': ' ', "'": "'" };

/** The digits of a figure under one reading of its signs; groups of two (lakh) and three, none of which begins with 0. */
const grammarOf = (decimal: Decimal, thousands: readonly Thousands[]): RegExp => {
  const groups = thousands.filter((t) => t !== '').map((t) => `[1-9][0-9]{0,2}(?:${escaped[t]}[0-9]{2,3}){0,12}${escaped[t]}[0-9]{3}`);
  return new RegExp(`^(${[...groups, '[0-9]{1,40}'].join('|')})?(?:${escaped[decimal]}([0-9]{0,40}))?(?:e([+-]?[0-9]{1,2}))?$`, 'i');
};

const grammars = new Map<string, RegExp>();
function grammar(decimal: Decimal, thousands: readonly Thousands[]): RegExp {
  const key = decimal + thousands.join('');
  let found = grammars.get(key);
  if (!found) grammars.set(key, (found = grammarOf(decimal, thousands)));
  return found;
}

/** True for a cell that says that there is no figure. */
export const isMissing = (cell: string): boolean => cell.length <= 8 && MISSING.has(cell.trim().toLowerCase());

/**
 * Reads a figure as people print it: decimal sign and thousands separator as told, full-width digits, brackets or a trailing
 * minus for negative, a currency sign on either side. Null where the cell means that there is none; refuses everything else.
 */
export function printedAmount(cell: string, style: NumberStyle): Result<Amount | null> {
  if (style.decimal === '.' && !style.negate && PLAIN.test(cell)) return parseAmount(cell);
  const read = readFigure(cell, style.decimal, [style.thousands], style.currency);
  return read.ok && read.value !== null && style.negate ? ok(negate(read.value)) : read;
}

/** The figure under a decimal sign with any thousands separator that goes with it: what decideColumn compares. */
export const readFigure = (
  cell: string,
  decimal: Decimal,
  thousands: readonly Thousands[],
  currency: string | null = null,
): Result<Amount | null> => {
  if (cell.length > 64) return fail('amount.too-long', 'The amount is longer than 64 characters.', { value: cell.slice(0, 64) });
  if (isMissing(cell)) return ok(null);
  let text = asciiDigits(cell).replace(/[−‐–]/g, '-').replaceAll('’', "'").trim();
  let minus = 0;
  const bracket = /^\((.+)\)$/.exec(text);
  if (bracket) [text, minus] = [bracket[1]!.trim(), 1];
  for (let i = 0; i < 2; i++) {
    if (/^[+-]/.test(text)) {
      if (text.startsWith('-')) minus++;
      text = text.slice(1).trim();
    }
    const sign = BEFORE.exec(text) ?? AFTER.exec(text);
    if (!sign) continue;
    if (currency !== null && !isSignOf(sign[1]!, currency))
      return fail('amount.other-currency', say`“${{ cell }}” is not in ${{ currency }}.`, {
        value: cell,
        remedy: 'Map the column that names the currency, or choose another one.',
      });
    text = sign.index === 0 ? text.slice(sign[0].length) : text.slice(0, sign.index);
  }
  if (/[0-9]-$/.test(text)) [text, minus] = [text.slice(0, -1), minus + 1];
  const match = minus <= 1 ? grammar(decimal, thousands).exec(text) : null;
  if (!match || (match[1] === undefined && !match[2])) return notOne(cell, decimal, thousands);
  const digits = (match[1] ?? '0').replace(/[^0-9]/g, '');
  return parseAmount(`${minus ? '-' : ''}${digits}${match[2] ? `.${match[2]}` : ''}${match[3] ? `e${match[3]}` : ''}`);
};

const NAMES: Readonly<Record<Thousands, Said>> = {
  '': say`no thousands separator`,
  ',': say`a comma between thousands`,
  '.': say`a point between thousands`,
  ' ': say`a space between thousands`,
  "'": say`an apostrophe between thousands`,
};
const notOne = (cell: string, decimal: Decimal, thousands: readonly Thousands[]): Result<never> =>
  fail(
    'amount.not-a-number',
    say`“${{ cell }}” is not an amount with a decimal ${{ decimal: decimal === '.' ? say`point` : say`comma` }} and ${{ thousands: NAMES[thousands[0] ?? ''] }}.`,
    {
      value: cell,
      remedy: 'Correct the cell, or choose how the numbers of this file are written.',
    },
  );
