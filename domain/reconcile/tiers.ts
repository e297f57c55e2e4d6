import { add, compare, multiply, subtract, type Amount } from '../money/amount.ts';
import { say, type Sentence } from '../words/said.ts';

/** Up to this quantity, at this price for one unit; null: without an end. */
export interface Tier {
  upTo: Amount | null;
  price: Amount;
}

/** What lines of a price table are known by, as the bill prints it; null: whatever it is. */
export const TIER_KEYS = ['productType', 'product', 'spec', 'usageType'] as const;
export type TierKey = (typeof TIER_KEYS)[number];
/** reached: the whole month at the price of the tier that it reaches; graduated: each part at the price of its own tier. */
export const TIER_MODES = ['reached', 'graduated'] as const;
/** Which tier a quantity exactly on the boundary is of: vendors print it in both rows. */
export const TIER_BOUNDARIES = ['lower', 'upper'] as const;
/** The column of the bill that the prices are of: before or after discounts. */
export const TIER_CHARGES = ['listPrice', 'payable'] as const;

export interface TierTable {
  name: string;
  match: Readonly<Record<TierKey, string | null>>;
  /** The unit of quantities, as the bill prints it; empty where it prints none. */
  unit: string;
  charge: (typeof TIER_CHARGES)[number];
  mode: (typeof TIER_MODES)[number];
  boundary: (typeof TIER_BOUNDARIES)[number];
  /** By rising upper ends; the last has none. */
  tiers: readonly Tier[];
}
export type TierPrices = Pick<TierTable, 'mode' | 'boundary' | 'tiers'>;

/** The place of the tier that the quantity reaches; what is below zero is of the first. */
export function tierReached({ boundary, tiers }: TierPrices, quantity: Amount): number {
  const place = tiers.findIndex(({ upTo }) => upTo === null || compare(quantity, upTo) < (boundary === 'lower' ? 1 : 0));
  return place === -1 ? tiers.length - 1 : place;
}

export interface TierCharge {
  charge: Amount;
  /** The one price of the month; null where several apply. */
  price: Amount | null;
  steps: readonly Sentence[];
}

/**
 * The exact charge of a month's quantity, unrounded. Whole at the price of the tier reached (“阶梯到达”, Tencent Cloud face recognition
 * prices), so that one unit more can cost less in all; or part by part.
 */
export function tierCharge(table: TierPrices, quantity: Amount): TierCharge {
  const reached = tierReached(table, quantity);
  if (table.mode === 'reached') {
    const { price } = table.tiers[reached]!;
    const charge = multiply(quantity, price);
    return { charge, price, steps: [say`tier ${{ n: reached + 1 }}: ${{ quantity }} × ${{ price }} = ${{ charge }}`] };
  }
  let [charge, from]: [Amount, Amount] = ['0', '0'];
  const steps: Sentence[] = [];
  for (const [i, { upTo, price }] of table.tiers.slice(0, reached + 1).entries()) {
    const part = subtract(i === reached ? quantity : upTo!, from);
    const cost = multiply(part, price);
    charge = add(charge, cost);
    steps.push(say`tier ${{ n: i + 1 }}: ${{ quantity: part }} × ${{ price }} = ${{ charge: cost }}`);
    from = upTo ?? from;
  }
  return { charge, price: reached === 0 ? table.tiers[0]!.price : null, steps };
}
