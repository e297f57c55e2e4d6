import { asciiDigits, parseAmount, type Amount } from '../money/amount.ts';
import { fail, ok, type Result } from '../result.ts';
import { say } from '../words/said.ts';

export interface Money {
  amount: Amount;
  /** ISO 4217; null where the cell names none. */
  currency: string | null;
}

/** Money as consoles print it, with what it came to in the currency of the payment where that is said too. */
export interface MoneyPhrase extends Money {
  paid: (Money & { currency: string }) | null;
}

const SIDE = /^(-?)(\$|US\$|¥|￥)?(-?[0-9][0-9,]{0,29}(?:\.[0-9]{1,12})?) ?([A-Z]{3})?$/;
const SIGNS: Readonly<Record<string, string>> = { $: 'USD', US$: 'USD', '¥': 'CNY', '￥': 'CNY' };

/**
 * Reads `100.23USD =777.21 HKD`, `948,285,283.40 USD = 7,775,939,323.88 THB`, `-$97.20 USD`, `100.23`. `<$0.01 USD` is refused:
 * it is no figure. Source of the forms: Huawei Cloud billing guide 6.1.4, 7.2.3, 7.2.6 and 10.1.
 */
export function moneyPhrase(cell: string): Result<MoneyPhrase> {
  const sides = cell.length <= 120 ? asciiDigits(cell).split('=') : [];
  const [own, paid] = [sideOf(sides[0]), sides.length === 2 ? sideOf(sides[1]) : null];
  if (!own || sides.length > 2 || (sides.length === 2 && (!paid || paid.currency === null)))
    return fail('money.unreadable', say`“${{ cell: cell.slice(0, 60) }}” is not an amount of money.`, {
      value: cell.slice(0, 60),
      remedy: 'Write it as 100.23 USD, or 100.23 USD = 777.21 HKD.',
    });
  return ok({ ...own, paid: paid as MoneyPhrase['paid'] });
}

function sideOf(text: string | undefined): Money | null {
  const match = SIDE.exec((text ?? '').trim());
  if (!match || (match[1] && match[3]!.startsWith('-'))) return null;
  const sign = match[2] ? SIGNS[match[2]]! : null;
  if (sign && match[4] && match[4] !== sign) return null;
  const value = parseAmount(`${match[1]}${match[3]}`);
  return value.ok && value.value !== null ? { amount: value.value, currency: match[4] ?? sign } : null;
}

/** Reads `1USD=7.75428 HKD`, `1 USD = 8.2 THB` or a plain `7.75428`: how much of the other currency one unit is. */
export function ratePhrase(cell: string): Result<Amount> {
  const plain = parseAmount(cell);
  if (plain.ok && plain.value !== null && !plain.value.startsWith('-')) return ok(plain.value);
  const phrase = moneyPhrase(cell);
  if (phrase.ok && phrase.value.amount === '1' && phrase.value.paid) return ok(phrase.value.paid.amount);
  return fail('rate.unreadable', say`“${{ cell: cell.slice(0, 60) }}” is not an exchange rate.`, {
    value: cell.slice(0, 60),
    remedy: 'Write it as 1 USD = 7.75428 HKD.',
  });
}
