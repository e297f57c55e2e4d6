import { FRACTION_SCALE, fromPair, toPair } from '../money/pair.ts';
import type { Amount } from '../money/amount.ts';

/** An amount as a whole number of 10^-10, which is what the store keeps at the finest. */
export const unitsOf = (amount: Amount): bigint => {
  const { units, fraction } = toPair(amount);
  return units * FRACTION_SCALE + fraction;
};

export const amountOf = (units: bigint): Amount => fromPair(0n, units);

/** How an allocation is rounded, by name: what a report prints beside the figures. */
export const ALLOCATION_ROUNDING = {
  id: 'allocation.largest-remainder-8',
  mode: 'largest-remainder',
  places: 8,
  title: 'Months get whole units of the eighth decimal by largest remainder, ties to the earliest month; parts add up exactly',
  titleZh: '按最大余数法分摊到小数点后八位，余数相同时归较早月份；各月、各支付方式之和与原金额完全一致',
  source: 'Tallybook, docs/allocation.md; eight decimals: Huawei Cloud international billing guide, section 7.2.2.2',
  sourceZh: 'Tallybook docs/allocation.md；八位小数：华为云国际站费用指南 7.2.2.2',
} as const;

/** 10^-8 in units of 10^-10. */
const EIGHT = 100n;

/** The smallest unit that the amounts are apportioned in: 10^-8, or 10^-10 where one of them has more than eight decimals. */
export const quantumOf = (amounts: readonly bigint[]): bigint => (amounts.every((amount) => amount % EIGHT === 0n) ? EIGHT : 1n);
