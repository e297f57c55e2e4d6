import type { Said } from '../../words/said.ts';
import { againstCheck } from '../digits.ts';

/** GB 32100-2015: no I, O, S, V and Z. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** Unified social credit code: weights are powers of 3, modulo 31. */
export function uscc(id: string): Said[] {
  let total = 0;
  let weight = 1;
  for (const character of id.slice(0, 17)) {
    total += ALPHABET.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return againstCheck(id.slice(17), ALPHABET[(31 - (total % 31)) % 31] ?? null);
}
