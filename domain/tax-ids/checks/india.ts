import { say, type Said } from '../../words/said.ts';
import { againstCheck, luhn, notGivenOut } from '../digits.ts';
import type { TaxIdPlace } from '../scheme.ts';

/** State codes of the GST: the first two digits of a GSTIN. */
const STATES: Readonly<Record<string, string>> = {
  '01': 'IN-JK',
  '02': 'IN-HP',
  '03': 'IN-PB',
  '04': 'IN-CH',
  '05': 'IN-UK',
  '06': 'IN-HR',
  '07': 'IN-DL',
  '08': 'IN-RJ',
  '09': 'IN-UP',
  '10': 'IN-BR',
  '11': 'IN-SK',
  '12': 'IN-AR',
  '13': 'IN-NL',
  '14': 'IN-MN',
  '15': 'IN-MZ',
  '16': 'IN-TR',
  '17': 'IN-ML',
  '18': 'IN-AS',
  '19': 'IN-WB',
  '20': 'IN-JH',
  '21': 'IN-OD',
  '22': 'IN-CG',
  '23': 'IN-MP',
  '24': 'IN-GJ',
  // Daman and Diu before it was joined with Dadra and Nagar Haveli (26).
  '25': 'IN-DH',
  '26': 'IN-DH',
  '27': 'IN-MH',
  // Andhra Pradesh before Telangana was split off (37 since).
  '28': 'IN-AP',
  '29': 'IN-KA',
  '30': 'IN-GA',
  '31': 'IN-LD',
  '32': 'IN-KL',
  '33': 'IN-TN',
  '34': 'IN-PY',
  '35': 'IN-AN',
  '36': 'IN-TS',
  '37': 'IN-AP',
  '38': 'IN-LA',
};
/** Foreign countries, other territory, and the centre: no state. */
const STATELESS = new Set(['96', '97', '99']);

/** The region that a GSTIN's state code names; null for a stateless or unknown code. */
export const gstinRegion = (id: string): string | null => (Object.hasOwn(STATES, id.slice(0, 2)) ? STATES[id.slice(0, 2)]! : null);

/** GSTIN: state code, PAN of the holder, Luhn modulo 36; the state decides between CGST + SGST and IGST. */
export function gstin(id: string, at: TaxIdPlace): Said[] {
  const flaws = againstCheck(id.slice(14), luhn(id.slice(0, 14), 36));
  const code = id.slice(0, 2);
  const region = gstinRegion(id);
  if (region === null && !STATELESS.has(code)) flaws.push(notGivenOut(code));
  if (region !== null && at.region?.startsWith('IN-') && at.region !== region)
    flaws.push(say`The state code ${{ code }} is that of ${{ region }}, not of ${{ chosen: at.region }}: the tax would be another.`);
  return [...flaws, ...pan(id.slice(2, 12))];
}

/** PAN: the fourth letter says what the holder is. */
export function pan(id: string): Said[] {
  const kind = id.slice(3, 4);
  return 'ABCEFGHJKLPT'.includes(kind) ? [] : [notGivenOut(kind)];
}
