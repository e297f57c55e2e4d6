import { DUE_GROUPS, type DueGroup } from '../../../domain/invoices/due.ts';
import type { DueItem } from '../../../services/contract/invoice-acts.ts';
import type { Output } from '../../../services/contract/index.ts';
import type { StripItem } from '../documents/StatusStrip.tsx';

export const HORIZONS = ['0', '7', '30', 'all'] as const;
export type Horizon = (typeof HORIZONS)[number];

/** What follows when an invoice stays unpaid: its amount is told with the payment. */
export const isConsequence = ({ kind }: Pick<DueItem, 'kind'>): boolean => kind === 'dunning' || kind === 'frozen' || kind === 'recycle';

/** The items of a group; any other name stands for all. */
export const itemsOf = (items: readonly DueItem[], group: string | null): DueItem[] =>
  items.filter((item) => group === null || !DUE_GROUPS.some((name) => name === group) || item.group === group);

/** One tab for all, and one for each group that there is, with what is to be paid per currency. */
export function stripOfDue(
  items: readonly DueItem[],
  sums: Output<'invoices/due'>['sums'],
  label: (group: DueGroup | 'all') => string,
): StripItem[] {
  return [
    { id: 'all', label: label('all'), count: items.length, sums: [] },
    ...DUE_GROUPS.filter((group) => items.some((item) => item.group === group)).map((group) => ({
      id: group,
      label: label(group),
      count: items.filter((item) => item.group === group).length,
      sums: sums.filter((sum) => sum.group === group).map(({ currency, amount }) => ({ currency, amount })),
    })),
  ];
}
