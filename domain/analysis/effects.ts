import { add, isZero, subtract, type Amount } from '../money/amount.ts';
import { D } from '../money/decimal.ts';
import { round, type RoundingPolicy } from '../money/rounding.ts';

/** What a change is made of. `item`: charge items of a resource that began or ended (another specification, another usage type). */
export const EFFECTS = ['usage', 'price', 'discount', 'new', 'gone', 'item', 'refund', 'other'] as const;
export type Effect = (typeof EFFECTS)[number];

/** One charge item on one side: charges of one specification and usage type, without refunds. */
export interface ItemSide {
  /** Payable of the charges. */
  amount: Amount;
  /** Cost at list price, usage, and the one printed unit price; null where a line does not tell, or prices differ. */
  listPrice: Amount | null;
  usage: Amount | null;
  unitPrice: Amount | null;
}

/** Which unit price the price effect speaks of: the printed one, the cost per unit of usage, or none. */
export type PriceBasis = 'printed' | 'average' | 'none';

/** Effects of one item; null: the bill does not tell what would be needed. What is told adds up to the change. */
export interface ItemEffects {
  usage: Amount | null;
  price: Amount | null;
  discount: Amount | null;
  other: Amount;
  basis: PriceBasis;
}

/** Intermediate amounts are rounded once, each; the next effect takes what is left, so that the parts always add up. */
export const EFFECT_ROUNDING: RoundingPolicy = {
  id: 'analysis.effect.half-up-10',
  mode: 'half-up',
  places: 10,
  title: 'Steps between the two amounts are rounded half-up to ten decimals; the effects are their differences and add up exactly',
  titleZh: '两期金额之间的各步四舍五入到十位小数；各项影响为其差额，合计精确',
  source: 'Tallybook docs/analysis.md',
  sourceZh: 'Tallybook docs/analysis.md',
};

/** a × b ÷ c, rounded once. */
const scaled = (a: Amount, b: Amount, c: Amount): Amount => round(new D(a).times(b).dividedBy(c).toFixed(), EFFECT_ROUNDING);

/**
 * Divides the change of one item that is charged on both sides. A chain of amounts leads from the former to the present one,
 * each link an effect: usage at the former net price, then the unit price at the present usage, then what list cost per unit
 * changed beyond the printed price (tiers, packages), then what is taken off the list cost. Where the bill lacks a figure, its
 * link is null and the next takes over what it would have told.
 */
export function itemEffects(before: ItemSide, now: ItemSide): ItemEffects {
  const usageTold = before.usage !== null && now.usage !== null;
  const listTold = before.listPrice !== null && now.listPrice !== null;
  if (usageTold && isZero(before.usage!) && isZero(before.amount) && !isZero(now.usage!))
    // Nothing was used: all that is charged now came with the usage.
    return { usage: now.amount, price: '0', discount: listTold ? '0' : null, other: '0', basis: 'average' };
  const usable = usageTold && !isZero(before.usage!);
  const printed = usable && before.unitPrice !== null && now.unitPrice !== null && !isZero(before.unitPrice);
  // Net of the same deductions as before; where nothing stood before, there is no rate of deductions to go on with.
  const listed = listTold && !isZero(before.listPrice!);
  const afterUsage = usable ? scaled(before.amount, now.usage!, before.usage!) : before.amount;
  const afterPrice = printed ? scaled(afterUsage, now.unitPrice!, before.unitPrice!) : null;
  const afterList = listed ? scaled(before.amount, now.listPrice!, before.listPrice!) : null;
  const usage = usable ? subtract(afterUsage, before.amount) : null;
  const discount = afterList === null ? null : subtract(now.amount, afterList);
  const end = afterList ?? now.amount;
  if (afterPrice !== null)
    return { usage, price: subtract(afterPrice, afterUsage), discount, other: subtract(end, afterPrice), basis: 'printed' };
  if (usable) return { usage, price: subtract(end, afterUsage), discount, other: '0', basis: 'average' };
  return { usage: null, price: null, discount, other: subtract(end, before.amount), basis: 'none' };
}

/** List cost or charge per unit of usage, rounded for reading; null where usage is not told or zero. */
export const perUnit = (side: ItemSide): Amount | null =>
  side.usage === null || isZero(side.usage) ? null : scaled(side.listPrice ?? side.amount, '1', side.usage);

/** Sum of what is told; null where nothing is. */
export const addTold = (a: Amount | null, b: Amount | null): Amount | null => (a === null ? b : b === null ? a : add(a, b));
