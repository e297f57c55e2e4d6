import { say, type Said } from '../../words/said.ts';
import { againstCheck, notGivenOut, weighted } from '../digits.ts';

/** TIN: 0 for companies, else 1 to 8; weights 13 down to 2, modulo 11; and not one run of digits (Huawei Cloud billing guide 8.1). */
export function tin(id: string): Said[] {
  const total = weighted(id, [13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2]);
  const flaws = againstCheck(id.slice(12), String((11 - (total % 11)) % 10));
  if (id.startsWith('9')) flaws.push(notGivenOut('9'));
  return isRun(id) ? [...flaws, say`The number is one run of digits, which is not given out.`] : flaws;
}

/** Each digit one more than the one before it, or one less, or the same; 0 follows 9. */
function isRun(id: string): boolean {
  const steps = new Set<number>();
  for (let i = 1; i < id.length; i++) steps.add((Number(id[i]) - Number(id[i - 1]) + 10) % 10);
  return steps.size === 1 && (steps.has(0) || steps.has(1) || steps.has(9));
}
