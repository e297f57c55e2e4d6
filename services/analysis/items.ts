import type { ItemGroup } from '../../db/queries/analysis-resources.ts';
import type { ItemSide } from '../../domain/analysis/effects.ts';
import { isCorrection } from '../../domain/analysis/line-kinds.ts';
import type { Item, ResourceSides } from '../../domain/analysis/resource-change.ts';
import { amountOf, amountOrNull } from './scope.ts';

/** A charge item with what only the screen shows of it. */
export interface NamedItem extends Item {
  product: string | null;
  billingMode: string | null;
}

interface Sum {
  amount: bigint;
  listPrice: bigint | null;
  usage: bigint | null;
  unitPrice: bigint | null;
}

/** Groups of lines of one resource as its charge items; refunds, adjustments and every negative line stand apart. */
export function sidesOfResource(groups: readonly ItemGroup[]): ResourceSides & { items: NamedItem[]; name: string | null } {
  const refund: Record<'before' | 'now', bigint | null> = { before: null, now: null };
  const items = new Map<string, { of: ItemGroup; before: Sum | null; now: Sum | null }>();
  for (const group of groups) {
    const side = group.isNow ? 'now' : 'before';
    if (group.negative || isCorrection(group.billType)) {
      refund[side] = (refund[side] ?? 0n) + group.payable;
      continue;
    }
    const key = JSON.stringify([group.product, group.spec, group.usageType, group.unit, group.billingMode]);
    const item = items.get(key) ?? { of: group, before: null, now: null };
    items.set(key, item);
    item[side] = added(item[side], group);
  }
  return {
    refundBefore: amountOrNull(refund.before),
    refundNow: amountOrNull(refund.now),
    name: groups.find((g) => g.isNow && g.resourceName)?.resourceName ?? groups.find((g) => g.resourceName)?.resourceName ?? null,
    items: [...items.values()].map(({ of, before, now }) => ({
      product: of.product,
      spec: of.spec,
      usageType: of.usageType,
      unit: of.unit,
      billingMode: of.billingMode,
      before: before && sideOf(before),
      now: now && sideOf(now),
    })),
  };
}

/** Bill types of one item added up: what one of them does not tell, their sum does not tell either. */
function added(sum: Sum | null, { payable, listPrice, usage, unitPrice }: ItemGroup): Sum {
  if (sum === null) return { amount: payable, listPrice, usage, unitPrice };
  const both = (a: bigint | null, b: bigint | null): bigint | null => (a === null || b === null ? null : a + b);
  return {
    amount: sum.amount + payable,
    listPrice: both(sum.listPrice, listPrice),
    usage: both(sum.usage, usage),
    unitPrice: sum.unitPrice === unitPrice ? unitPrice : null,
  };
}

const sideOf = ({ amount, listPrice, usage, unitPrice }: Sum): ItemSide => ({
  amount: amountOf(amount),
  listPrice: amountOrNull(listPrice),
  usage: amountOrNull(usage),
  unitPrice: amountOrNull(unitPrice),
});
