import { absolute, add, compare, subtract, type Amount } from '../money/amount.ts';
import { addTold, EFFECTS, itemEffects, type Effect, type ItemSide, type PriceBasis } from './effects.ts';

/** A charge item of a resource: what it is called, and its charges on either side; null where it has none. */
export interface Item {
  spec: string | null;
  usageType: string | null;
  unit: string | null;
  before: ItemSide | null;
  now: ItemSide | null;
}

/** A resource on both sides: its charge items, and apart from them what was refunded or adjusted. */
export interface ResourceSides {
  items: readonly Item[];
  refundBefore: Amount | null;
  refundNow: Amount | null;
}

export interface EffectPart {
  effect: Effect;
  /** Null: no line tells what would be needed. */
  amount: Amount | null;
  /** Some lines tell and others do not; what those came to stands under `other`, or in the effect that took it over. */
  partly: boolean;
}

export interface ResourceChange {
  before: Amount;
  now: Amount;
  difference: Amount;
  /** One part for each effect, in the order of EFFECTS; what is told adds up to the difference exactly. */
  parts: EffectPart[];
  /** The part that moves most in the direction of the change; null where nothing changed. */
  leading: Effect | null;
  /** The item that moves most of the leading part, where a sentence can name its figures. */
  item: Item | null;
  basis: PriceBasis;
}

/** What an effect came to over the items. */
interface Tally {
  amount: Amount | null;
  silent: boolean;
}

/** Divides the change of a resource into effects. A resource without charges on one side is new or gone as a whole. */
export function resourceChange({ items, refundBefore, refundNow }: ResourceSides): ResourceChange {
  const tally = Object.fromEntries(EFFECTS.map((e) => [e, { amount: null, silent: false }])) as Record<Effect, Tally>;
  const put = (effect: Effect, amount: Amount | null): void => {
    if (amount === null) tally[effect].silent = true;
    else tally[effect].amount = addTold(tally[effect].amount, amount);
  };
  const [hadBefore, hasNow] = [items.some((i) => i.before), items.some((i) => i.now)];
  let before: Amount = refundBefore ?? '0';
  let now: Amount = refundNow ?? '0';
  const moved = new Map<Item, Record<string, Amount>>();
  let basis: PriceBasis = 'none';
  for (const item of items) {
    if (item.before) before = add(before, item.before.amount);
    if (item.now) now = add(now, item.now.amount);
    if (item.before && item.now) {
      const { usage, price, discount, other, basis: told } = itemEffects(item.before, item.now);
      put('usage', usage);
      put('price', price);
      put('discount', discount);
      put('other', other);
      if (told === 'printed' || basis === 'none') basis = told;
      moved.set(item, { usage: usage ?? '0', price: price ?? '0', discount: discount ?? '0', other });
    } else if (item.now) put(hadBefore ? 'item' : 'new', item.now.amount);
    else if (item.before) put(hasNow ? 'item' : 'gone', subtract('0', item.before.amount));
  }
  if (refundBefore !== null || refundNow !== null) put('refund', subtract(refundNow ?? '0', refundBefore ?? '0'));
  const difference = subtract(now, before);
  const parts = EFFECTS.map((effect): EffectPart => {
    const { amount, silent } = tally[effect];
    return { effect, amount: amount ?? (silent ? null : '0'), partly: silent && amount !== null };
  });
  const leading = leadingOf(parts, difference);
  return { before, now, difference, parts, leading, item: itemOf(moved, leading), basis };
}

/** The largest part with the sign of the change; where the change is zero, the largest of all. */
function leadingOf(parts: readonly EffectPart[], difference: Amount): Effect | null {
  const sign = compare(difference, '0');
  const moving = parts.filter((p) => p.amount !== null && compare(p.amount, '0') !== 0 && (sign === 0 || compare(p.amount, '0') === sign));
  return moving.reduce<EffectPart | null>((most, part) => (most === null || larger(part, most) ? part : most), null)?.effect ?? null;
}

const larger = (a: EffectPart, b: EffectPart): boolean => compare(absolute(a.amount!), absolute(b.amount!)) > 0;

function itemOf(moved: ReadonlyMap<Item, Record<string, Amount>>, leading: Effect | null): Item | null {
  if (leading === null) return null;
  let most: { item: Item; size: Amount } | null = null;
  for (const [item, effects] of moved) {
    const size = absolute(effects[leading] ?? '0');
    if (compare(size, '0') > 0 && (most === null || compare(size, most.size) > 0)) most = { item, size };
  }
  return most?.item ?? null;
}
