import type { Group } from '../../../db/queries/bills-groups.ts';
import { NO_CURRENCY, type Sums } from '../../../db/queries/bills-sums.ts';
import type { Filter } from '../../contract/bills.ts';
import type { Output } from '../../contract/index.ts';
import { addSums } from '../periods.ts';

export type Card = Output<'bills/summary'>['byVendor'][number];

/** What the summary groups the lines by, before the currency. */
export const CARD_COLUMNS = ['vendor', 'productType', 'account', 'billType', 'billingMode'] as const;
export type CardColumn = (typeof CARD_COLUMNS)[number];

export const currencyOf = (group: Group): string => group.values.at(-1) ?? NO_CURRENCY;
export const valueOf = (group: Group, column: CardColumn): string | null => group.values[CARD_COLUMNS.indexOf(column)] ?? null;

/** Who sells, where the lines were grouped by it as well; null where they were not, or no column tells. */
export const providerOf = (group: Group): string | null =>
  group.values.length > CARD_COLUMNS.length + 1 ? (group.values[CARD_COLUMNS.length] ?? null) : null;

/** The condition that holds exactly the value of a column; null: the lines that have none. */
export const exactly = (column: string, value: string | null): Filter =>
  value === null ? { column, op: 'missing', value: '' } : { column, op: 'is', value };
export const ofCurrency = (currency: string): Filter => exactly('currency', currency === NO_CURRENCY ? null : currency);

/** One card per currency; each part carries the filter that shows exactly its lines. */
export function cardOf(groups: readonly Group[], column: CardColumn, where: readonly Filter[]): Card[] {
  const cards = new Map<string, Map<string | null, { lines: number; sums: Sums }>>();
  for (const group of groups) {
    const currency = currencyOf(group);
    const parts = cards.get(currency) ?? new Map<string | null, { lines: number; sums: Sums }>();
    cards.set(currency, parts);
    const value = valueOf(group, column);
    const part = parts.get(value);
    parts.set(value, { lines: (part?.lines ?? 0) + group.lines, sums: addSums(part?.sums, group.sums) });
  }
  return [...cards.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, parts]) => ({
      currency,
      groups: [...parts.entries()]
        .sort(([a], [b]) => (a === null ? 1 : b === null ? -1 : a < b ? -1 : 1))
        .map(([value, part]) => ({
          label: value ?? '',
          filter: [...where.filter((f) => f.column !== column), exactly(column, value), ofCurrency(currency)],
          amounts: part.sums,
          lines: part.lines,
        })),
    }));
}
