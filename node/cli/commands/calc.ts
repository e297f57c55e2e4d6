import { group, type Register } from '../command.ts';
import type { Calculator } from './calc/calculator.ts';
import { peak95 } from './calc/peak95.ts';

/** Calculators, a file each in calc/: each answers {result, policy, steps}, and none needs a book. */
const CALCULATORS: readonly Calculator[] = [peak95];

export const calc: Register = (program, cli) => {
  const calculators = group(program, 'calc', 'calculators: what a rule gives, step by step; no book is needed');
  for (const add of CALCULATORS) add(calculators, cli);
};
