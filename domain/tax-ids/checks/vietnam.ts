import type { Said } from '../../words/said.ts';
import { againstCheck, notGivenOut, weighted } from '../digits.ts';

/** MST: province and number, neither zero; prime weights, 10 less the sum modulo 11; a sum without a fitting digit is never given out. */
export function mst(id: string): Said[] {
  const check = 10 - (weighted(id, [31, 29, 23, 19, 17, 13, 7, 5, 3]) % 11);
  const flaws = againstCheck(id.slice(9, 10), check === 10 ? null : String(check));
  for (const part of [id.slice(0, 2), id.slice(2, 9)]) if (/^0+$/.test(part)) flaws.push(notGivenOut(part));
  return flaws;
}

/** Branch of a company: its number and three digits that are not all zero. */
export const branch = (id: string): Said[] => (id.endsWith('000') ? [...mst(id), notGivenOut('000')] : mst(id));
