import type { Said } from '../../words/said.ts';
import { againstCheck, weighted } from '../digits.ts';

/** A character counts as its code less that of 0, so that letters (given out from July 2026) count from 17 on. */
const value = (character: string): number => character.charCodeAt(0) - 48;
const digit = (total: number): string => {
  const rest = total % 11;
  return String(rest < 2 ? 0 : 11 - rest);
};

/** CNPJ: two digits modulo 11; the second counts the first (Receita Federal, alphanumeric CNPJ of 2024). */
export function cnpj(id: string): Said[] {
  const weights = [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2];
  const first = digit(weighted(id, weights.slice(1), value));
  const second = digit(weighted(id.slice(0, 12) + first, weights, value));
  return againstCheck(id.slice(12), first + second);
}

/** CPF of a person: the same with weights that fall from 10 and 11. */
export function cpf(id: string): Said[] {
  const first = digit(weighted(id, [10, 9, 8, 7, 6, 5, 4, 3, 2]));
  const second = digit(weighted(id.slice(0, 9) + first, [11, 10, 9, 8, 7, 6, 5, 4, 3, 2]));
  return againstCheck(id.slice(9), first + second);
}
