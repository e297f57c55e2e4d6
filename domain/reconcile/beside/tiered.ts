import type { Amount } from '../../money/amount.ts';
import type { LineFact } from './beside.ts';

/** The month's lines that a price table is of. */
export interface TieredLines {
  /** By the unit that they print. `bare` lines lack the quantity or the charge. */
  sums: readonly { unit: string | null; bare: boolean; lines: number; usage: Amount | null; charge: Amount | null }[];
  /** Those with both, one by one; null where they are too many to be read. */
  read(): readonly LineFact[] | null;
}

/** How a month of tiers may be rounded: once, or line by line at the price of the tier reached. */
export const TIER_WAYS = [
  { id: 'price.tiers.half-up-8', places: 8, mode: 'half-up', lines: false },
  { id: 'price.tiers.half-up-2', places: 2, mode: 'half-up', lines: false },
  { id: 'price.tiers.truncate-2', places: 2, mode: 'truncate', lines: false },
  { id: 'price.tiers.line.half-up-8', places: 8, mode: 'half-up', lines: true },
  { id: 'price.tiers.line.half-up-2', places: 2, mode: 'half-up', lines: true },
  { id: 'price.tiers.line.truncate-2', places: 2, mode: 'truncate', lines: true },
] as const;
type Way = (typeof TIER_WAYS)[number];

export const tierWayWords = ({ places, mode, lines }: Way): { en: string; zh: string } => ({
  en: `${lines ? 'Each line at the tier’s price is' : 'The month at the tiers’ prices is'} ${mode === 'truncate' ? 'cut' : 'rounded half-up'} to ${places === 2 ? 'cents' : 'eight decimals'}`,
  zh: `按阶梯单价${lines ? '逐行' : '整月'}计算，${mode === 'truncate' ? '截取' : '四舍五入'}到${places === 2 ? '分' : '八位小数'}`,
});

/** What the ways are called, by their ids. */
export const TIER_WAY_TITLES = {
  en: Object.fromEntries(TIER_WAYS.map((way) => [way.id, tierWayWords(way).en])) as Readonly<Record<string, string>>,
  zh: Object.fromEntries(TIER_WAYS.map((way) => [way.id, tierWayWords(way).zh])) as Readonly<Record<string, string>>,
} as const;
