import type { Said } from '../../words/said.ts';
import { againstCheck } from '../digits.ts';

/** Corporate number: the first digit is 9 less the weighted sum (1 and 2 in turn from the right) modulo 9. */
export function corporateNumber(id: string): Said[] {
  let total = 0;
  for (let i = 0; i < 12; i++) total += Number(id[12 - i]) * (i % 2 === 0 ? 1 : 2);
  return againstCheck(id.slice(0, 1), String(9 - (total % 9)));
}

/** Number of a qualified invoice issuer: T and, for companies, the corporate number. */
export const invoiceNumber = (id: string): Said[] => corporateNumber(id.slice(1));
