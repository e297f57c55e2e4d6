import { say, type Said } from '../../words/said.ts';
import { isShortDate, notGivenOut } from '../digits.ts';

/** NRIC: it begins with the day of birth; it has no check digit. */
export function nric(id: string): Said[] {
  const date = id.slice(0, 6);
  return isShortDate(date.slice(0, 2), date.slice(2, 4), date.slice(4)) ? [] : [say`${{ date }} is not a day of birth.`];
}

/** Registration number of 12 digits: it begins with the year, then the kind of body (01 to 06). */
export function brn(id: string): Said[] {
  const [year, kind] = [Number(id.slice(0, 4)), id.slice(4, 6)];
  if (year < 1900 || year > 2100) return [say`A registration number begins with the year; ${{ year: String(year) }} is none.`];
  return kind >= '01' && kind <= '06' ? [] : [notGivenOut(kind)];
}
