import { amount, type Amount } from '../money/amount.ts';
import { D } from '../money/decimal.ts';
import { round, type RoundingPolicy } from '../money/rounding.ts';
import { refuse } from '../result.ts';
import { say } from '../words/said.ts';

/** How usage in the unit of pricing is cut: ten decimals, never rounded. */
export const USAGE_CONVERSION = {
  id: 'huawei.usage-conversion.truncate-10',
  mode: 'truncate',
  places: 10,
  title: 'Usage in the unit of pricing is cut to ten decimals',
  titleZh: '定价量纲的使用量最多保留小数点后十位，截断处理',
  source: 'Huawei Cloud billing guide 6.1.1 and 7.2.2.3',
  sourceZh: '华为云费用指南 6.1.1、7.2.2.3',
} as const satisfies RoundingPolicy;

/** How many of the metered unit make one of the priced unit, as the guide tells them. */
export const USAGE_RATIOS = { 'second/hour': '3600', 'byte/gigabyte': '1073741824' } as const satisfies Record<string, Amount>;

/**
 * Usage in the unit of pricing: `value` (in the unit of measurement) ÷ `ratio` (units of measurement in one of pricing, such as
 * 3600 for seconds in hours), cut to ten decimals: 1 byte ÷ 1024³ is 0.0000000009 GB. Refuses a ratio that is not above zero.
 * Source: Huawei Cloud international billing guide, sections 6.1.1 and 7.2.2.3.
 */
export function convertUsage(value: Amount, ratio: Amount): Amount {
  const by = new D(ratio);
  if (!by.gt(0))
    refuse('usage.ratio', say`A conversion ratio of ${{ ratio }} is not above zero.`, {
      value: ratio,
      remedy: 'Give how many units of measurement one unit of pricing holds, such as 3600.',
    });
  // Sixty digits of the quotient hold every digit that the cut keeps: its operands have at most 26 each.
  return round(amount(new D(value).dividedBy(by)), USAGE_CONVERSION);
}
