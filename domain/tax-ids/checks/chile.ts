import type { Said } from '../../words/said.ts';
import { againstCheck } from '../digits.ts';

/** RUT: weights 2 to 7 from the right, modulo 11; 10 is written K. */
export function rut(id: string): Said[] {
  const body = id.slice(0, -1);
  let total = 0;
  for (let i = 0; i < body.length; i++) total += Number(body[body.length - 1 - i]) * (2 + (i % 6));
  return againstCheck(id.slice(-1), '0123456789K'[(11 - (total % 11)) % 11] ?? null);
}
