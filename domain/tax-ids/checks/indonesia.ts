import { say, type Said } from '../../words/said.ts';
import { againstCheck, isShortDate, luhn, notGivenOut } from '../digits.ts';

/** Codes of provinces with which a NIK may begin (Ministry of Home Affairs). */
const PROVINCES = /^(1[1-9]|21|3[1-6]|5[1-3]|6[1-5]|7[1-6]|8[12]|9[1-7])/;

/** NPWP of 15 digits: the ninth is Luhn's check of the first eight. */
export const npwp15 = (id: string): Said[] => againstCheck(id.slice(8, 9), luhn(id.slice(0, 8), 10));

/** NPWP of 16 digits: an old one behind a zero, else the holder's NIK. */
export const npwp16 = (id: string): Said[] => (id.startsWith('0') ? npwp15(id.slice(1)) : nik(id));

/** NIK: province, then the day of birth (40 more for women), month and year. */
export function nik(id: string): Said[] {
  const flaws: Said[] = [];
  if (!PROVINCES.test(id)) flaws.push(notGivenOut(id.slice(0, 2)));
  const day = Number(id.slice(6, 8));
  const date = id.slice(6, 12);
  if (!isShortDate(id.slice(10, 12), id.slice(8, 10), String(day > 40 ? day - 40 : day)))
    flaws.push(say`${{ date }} is not a day of birth.`);
  return flaws;
}
