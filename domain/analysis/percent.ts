import { absolute, isZero, subtract, type Amount } from '../money/amount.ts';
import { D } from '../money/decimal.ts';
import { round, type RoundingPolicy } from '../money/rounding.ts';

/** How every percentage of a comparison is rounded: it is for reading, nothing is computed from it. */
export const PERCENT: RoundingPolicy = {
  id: 'analysis.percent.half-up-1',
  mode: 'half-up',
  places: 1,
  title: 'Percentages of comparisons are rounded half-up to one decimal; amounts stay exact',
  titleZh: '对比中的百分比四舍五入到一位小数；金额保持精确',
  source: 'Tallybook docs/analysis.md',
  sourceZh: 'Tallybook docs/analysis.md',
};

/** `part` in per cent of `whole`, by PERCENT; null where either is missing or the whole is zero. */
export const percentOf = (part: Amount | null, whole: Amount | null): Amount | null =>
  part === null || whole === null || isZero(whole) ? null : round(new D(part).dividedBy(whole).times(100).toFixed(), PERCENT);

/** The change from `before` to `now` in per cent of the size of what was; null where it was zero. */
export const changePercent = (before: Amount, now: Amount): Amount | null => percentOf(subtract(now, before), absolute(before));
