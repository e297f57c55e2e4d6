import type { Said } from '../../words/said.ts';
import { againstCheck } from '../digits.ts';

/** ICE: the last two digits make the whole number a multiple of 97. */
export function ice(id: string): Said[] {
  if (BigInt(id) % 97n === 0n) return [];
  const rest = BigInt(`${id.slice(0, 13)}00`) % 97n;
  return againstCheck(id.slice(13), String((97n - rest) % 97n).padStart(2, '0'));
}
