import { say, type Said } from '../words/said.ts';
import { absolute, isNegative, type Amount } from '../money/amount.ts';
import { perUnit, type ItemSide } from './effects.ts';
import type { ResourceChange } from './resource-change.ts';

/** What a sentence names beside the figures. */
export interface ReasonPlace {
  currency: string;
  /** Periods as text, such as 2023-09. */
  before: string;
  now: string;
}

/** The reason of a change in one sentence, after its leading effect. Figures are exact; a price per unit is rounded to ten decimals. */
export function reasonOf(change: ResourceChange, { currency, before, now }: ReasonPlace): Said {
  const leading = change.parts.find((p) => p.effect === change.leading);
  if (!leading || leading.amount === null) return say`Nothing changed from ${{ before }} to ${{ now }}.`;
  const amount = signed(leading.amount);
  const { item, difference } = change;
  const of = signed(difference);
  switch (leading.effect) {
    case 'new':
      return say`New in ${{ now }}: nothing was charged for it in ${{ before }}, now ${{ amount: change.now }} ${{ currency }}.`;
    case 'gone':
      return say`Not charged any more in ${{ now }}: it came to ${{ amount: change.before }} ${{ currency }} in ${{ before }}.`;
    case 'usage':
      return item?.before?.usage && item.now?.usage
        ? say`Usage${{ what: named(item.usageType ?? item.spec) }} went from ${{ from: item.before.usage }} to ${{ to: item.now.usage }}${{ unit: named(item.unit) }}: ${{ amount }} of the change of ${{ of }} ${{ currency }}.`
        : say`Mostly usage: ${{ amount }} of the change of ${{ of }} ${{ currency }}.`;
    case 'price':
      return priceReason(change, amount, of, currency);
    case 'discount':
      return say`Less or more is taken off the list price (discounts, rounding-off): ${{ amount }} of the change of ${{ of }} ${{ currency }}.`;
    case 'refund':
      return say`Refunds and adjustments: ${{ amount }} of the change of ${{ of }} ${{ currency }}.`;
    case 'item':
      return say`Its specification or charge items changed: ${{ amount }} of the change of ${{ of }} ${{ currency }}.`;
    case 'other':
      return change.basis === 'printed'
        ? say`Charged per unit beyond the printed unit price (tiers, packages, rounding): ${{ amount }} of the change of ${{ of }} ${{ currency }}.`
        : say`The bill tells no usage on both sides, so that price and usage cannot be told apart: ${{ amount }} of the change of ${{ of }} ${{ currency }}.`;
  }
}

function priceReason({ item, basis }: ResourceChange, amount: string, of: string, currency: string): Said {
  const [from, to] = [priceOf(item?.before, basis === 'printed'), priceOf(item?.now, basis === 'printed')];
  if (from === null || to === null) return say`Mostly price: ${{ amount }} of the change of ${{ of }} ${{ currency }}.`;
  return basis === 'printed'
    ? say`The unit price went from ${{ from }} to ${{ to }}: ${{ amount }} of the change of ${{ of }} ${{ currency }}.`
    : say`The average price went from ${{ from }} to ${{ to }} a unit (the bill prints no single unit price): ${{ amount }} of the change of ${{ of }} ${{ currency }}.`;
}

const priceOf = (side: ItemSide | null | undefined, printed: boolean): Amount | null =>
  !side ? null : printed ? side.unitPrice : perUnit(side);

/** With its sign, also a plus, as figures of a change are written. */
const signed = (amount: Amount): string => (isNegative(amount) ? `−${absolute(amount)}` : `+${amount}`);
const named = (text: string | null): string => (text === null ? '' : ` ${text}`);
