import type { Said } from '../../words/said.ts';
import { againstCheck, weighted } from '../digits.ts';

const OTHERS = 'ABCDEFGHJKLMNPQRSTUVWX0123456789';

/** UEN of a business: eight digits and a letter. */
export const business = (id: string): Said[] =>
  againstCheck(id.slice(8), 'XMKECAWLJDB'[weighted(id, [10, 4, 9, 3, 8, 2, 7, 1]) % 11] ?? null);

/** UEN of a local company: the year, five digits and a letter. */
export const localCompany = (id: string): Said[] =>
  againstCheck(id.slice(9), 'ZKCMDNERGWH'[weighted(id, [10, 8, 6, 4, 9, 7, 5, 3, 1]) % 11] ?? null);

/** UEN of other bodies: R, S or T with two digits of the year, two letters of the kind, four digits and a letter. */
export function otherBody(id: string): Said[] {
  const total = weighted(id, [4, 3, 5, 3, 10, 2, 2, 5, 7], (character) => OTHERS.indexOf(character));
  return againstCheck(id.slice(9), OTHERS[(((total - 5) % 11) + 11) % 11] ?? null);
}
