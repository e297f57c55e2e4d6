import type { ReadDb } from '../../db/connection.ts';
import { prepaidGroups } from '../../db/queries/allocation.ts';
import { remember } from '../../db/queries/remember.ts';
import type { BillScope } from '../../db/queries/bills-filter.ts';
import { groupColumnOf, type Column } from '../../domain/bill/columns.ts';
import { unwrap } from '../../domain/result.ts';
import { scopeOf } from '../bills/scope.ts';
import type { Filter } from '../contract/bills.ts';
import { loadPrepaid, type Prepaid } from './load.ts';

const CURRENCY: Column = { type: 'dimension', name: 'currency' };

/** The lines of a call over all months, and its group columns; unknown columns and filters are refused by name. */
export function askedScope(input: { where: readonly Filter[]; search: string }): BillScope {
  return scopeOf({ period: null, where: input.where, hideZero: false, search: input.search, kind: 'detail' });
}

/** Group columns without the currency, which every row has beside them. */
export function askedColumns(groupBy: readonly string[]): { names: string[]; columns: Column[] } {
  const columns = groupBy.map((name) => unwrap(groupColumnOf(name.trim()))).filter((column) => column.name !== 'currency');
  return { names: columns.map(({ name }) => name), columns };
}

export const withCurrency = (columns: readonly Column[]): Column[] => [...columns, CURRENCY];

/** The lines of a scope that are paid ahead, each with the texts of its group. */
export function prepaidIn(read: ReadDb, scope: BillScope, columns: readonly Column[]): { prepaid: Prepaid; values: (string | null)[] }[] {
  const loaded = loadPrepaid(read);
  // Kept until the book changes: a page of the list asks the same as the one before it.
  const { groups, of } = remember(read, `allocation groups ${JSON.stringify([scope, columns])}`, () => prepaidGroups(read, scope, columns));
  return [...of].flatMap(([id, place]) => {
    const prepaid = loaded.get(id);
    return prepaid ? [{ prepaid, values: groups[place]! }] : [];
  });
}

export const groupName = (values: readonly (string | null)[], currency: string): string => JSON.stringify([currency, ...values]);
