import { say, type Said } from '../../words/said.ts';
import { againstCheck, isShortDate } from '../digits.ts';

const ALPHABET = '0123456789ABCDEFGHIJKLMN&OPQRSTUVWXYZ Ñ';
/** Numbers for the general public and for customers abroad. */
const GENERIC: Readonly<Record<string, true>> = { XAXX010101000: true, XEXX010101000: true };

/**
 * RFC: date of birth or foundation, then a check character modulo 11 over a space-padded body (SAT). About one real
 * number in seventy has another check character, so that this only ever warns.
 */
export function rfc(id: string): Said[] {
  if (Object.hasOwn(GENERIC, id)) return [say`${{ id }} stands for customers without a number of their own.`];
  const body = id.slice(0, -1).padStart(12, ' ');
  let total = 0;
  for (let i = 0; i < 12; i++) total += ALPHABET.indexOf(body[i]!) * (13 - i);
  const flaws = againstCheck(id.slice(-1), '0123456789A'[(11 - (total % 11)) % 11] ?? null);
  const date = id.slice(-9, -3);
  if (!isShortDate(date.slice(0, 2), date.slice(2, 4), date.slice(4))) flaws.push(say`${{ date }} is not a day of foundation or birth.`);
  return flaws;
}
