import type { Said } from '../../words/said.ts';
import { againstCheck } from '../digits.ts';

/** VKN: each digit plus its distance from the end modulo 10, times a power of 2 modulo 9 (a 0 from a product counts as 9). */
export function vkn(id: string): Said[] {
  let total = 0;
  for (let i = 0; i < 9; i++) {
    const shifted = (Number(id[i]) + 9 - i) % 10;
    const product = (shifted * 2 ** (9 - i)) % 9;
    total += shifted !== 0 && product === 0 ? 9 : product;
  }
  return againstCheck(id.slice(9), String((10 - (total % 10)) % 10));
}

/** TCKN of a person, which sole traders use: two check digits. */
export function tckn(id: string): Said[] {
  const at = (from: number): number => {
    let total = 0;
    for (let i = from; i < 9; i += 2) total += Number(id[i]);
    return total;
  };
  const [odd, even] = [at(0), at(1)];
  const tenth = (((odd * 7 - even) % 10) + 10) % 10;
  return againstCheck(id.slice(9), `${tenth}${(odd + even + tenth) % 10}`);
}
