import type { Said } from '../../words/said.ts';
import { againstCheck, notGivenOut, weighted } from '../digits.ts';

/** Business registration number: weights 1 3 7, the ninth digit's product counts its carry too; offices begin at 101. */
export function brn(id: string): Said[] {
  const total = weighted(id, [1, 3, 7, 1, 3, 7, 1, 3, 5]) + Math.floor((Number(id[8]) * 5) / 10);
  const flaws = againstCheck(id.slice(9), String((10 - (total % 10)) % 10));
  const [office, kind, serial] = [id.slice(0, 3), id.slice(3, 5), id.slice(5, 9)];
  if (office < '101') flaws.push(notGivenOut(office));
  if (kind === '00') flaws.push(notGivenOut(kind));
  if (serial === '0000') flaws.push(notGivenOut(serial));
  return flaws;
}
