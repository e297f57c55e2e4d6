import { MEASURE_NAMES } from '../../../domain/formats/fields.ts';
import type { Money } from '../tally.ts';

/** Sum of two lines' money; what neither has stays missing. */
export function addMoney(a: Money, b: Money): Money {
  const sum: Money = {};
  for (const measure of MEASURE_NAMES) {
    const [left, right] = [a[measure], b[measure]];
    if (left === undefined && right === undefined) continue;
    sum[measure] = left === null || left === undefined ? right : right === null || right === undefined ? left : left + right;
  }
  return sum;
}
