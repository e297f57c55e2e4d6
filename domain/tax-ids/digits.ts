import { say, type Said } from '../words/said.ts';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** 0–9 as themselves, A as 10 … Z as 35. */
export const valueOf = (character: string): number => ALPHABET.indexOf(character);
export const characterOf = (value: number): string => ALPHABET[value] ?? '';

/** Σ digit × weight over the first characters; letters count by `value`. */
export function weighted(text: string, weights: readonly number[], value: (character: string) => number = valueOf): number {
  let total = 0;
  for (const [index, weight] of weights.entries()) total += value(text[index] ?? '0') * weight;
  return total;
}

/** Luhn's check character for `body` in an alphabet of `base` (10 or 36): every second value from the right is doubled. */
export function luhn(body: string, base: 10 | 36): string {
  let total = 0;
  let factor = 2;
  for (let i = body.length - 1; i >= 0; i--) {
    const product = valueOf(body[i]!) * factor;
    total += Math.floor(product / base) + (product % base);
    factor = 3 - factor;
  }
  return characterOf((base - (total % base)) % base);
}

/** Nothing where the check character is the right one, else what is wrong; null: no character would be right. */
export function againstCheck(found: string, expected: string | null): Said[] {
  if (found === expected) return [];
  return [
    expected === null
      ? say`No check digit fits the other digits; ${{ found }} is written.`
      : say`The check digit is ${{ found }}; the other digits ask for ${{ expected }}.`,
  ];
}

/** A part that numbers of this kind never have at this place. */
export const notGivenOut = (part: string): Said => say`“${{ part }}” is not given out at this place of the number.`;

/** True where the digits are all alike: what people type to fill a field. */
export const allAlike = (text: string): boolean => /^(.)\1+$/.test(text);

/** Whether YYMMDD is a day in some century; February 29 counts only in years that can be leap years. */
export function isShortDate(yy: string, mm: string, dd: string): boolean {
  const [month, day] = [Number(mm), Number(dd)];
  if (month < 1 || month > 12 || day < 1) return false;
  const leap = Number(yy) % 4 === 0;
  const days = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return day <= days;
}
