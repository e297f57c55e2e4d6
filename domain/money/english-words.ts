import { isNegative, type Amount } from './amount.ts';
import { minorUnits } from './minor-units.ts';

const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const GROUPS = ['', ' thousand', ' million', ' billion', ' trillion', ' quadrillion'];

/**
 * An amount in English words as cheques and certificates write it: '1234.5', 'KES' → One thousand two hundred thirty-four and
 * 50/100 KES. Null below zero, from 10^18 on, and where a part smaller than the currency's smallest unit would be lost.
 */
export function englishWords(value: Amount, currency: string): string | null {
  if (isNegative(value)) return null;
  const [whole = '0', fraction = ''] = value.split('.');
  const places = minorUnits(currency);
  if (whole.length > 3 * GROUPS.length || fraction.length > places) return null;
  const groups: string[] = [];
  for (let end = whole.length; end > 0; end -= 3) groups.unshift(whole.slice(Math.max(0, end - 3), end));
  const words =
    groups
      .map((group, at) => (Number(group) === 0 ? '' : `${hundreds(Number(group))}${GROUPS[groups.length - 1 - at]}`))
      .filter(Boolean)
      .join(' ') || SMALL[0]!;
  const part = places === 0 ? '' : ` and ${fraction.padEnd(places, '0')}/1${'0'.repeat(places)}`;
  return `${words[0]!.toUpperCase()}${words.slice(1)}${part} ${currency}`;
}

/** 1 to 999. */
function hundreds(n: number): string {
  const rest = n % 100;
  const below =
    rest < 20 ? (rest === 0 ? '' : SMALL[rest]!) : `${TENS[Math.floor(rest / 10)]}${rest % 10 === 0 ? '' : `-${SMALL[rest % 10]}`}`;
  return [n >= 100 ? `${SMALL[Math.floor(n / 100)]} hundred` : '', below].filter(Boolean).join(' ');
}
