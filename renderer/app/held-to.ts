import type { Filter } from '../../services/contract/bills.ts';

/** What all views are held to: one account, the accounts of a company, or (null) nothing. */
export type HeldTo = string | readonly string[] | null;

/** As conditions on bill lines. */
export const heldFilter = (held: HeldTo): Filter[] =>
  held === null
    ? []
    : [typeof held === 'string' ? { column: 'account', op: 'is', value: held } : { column: 'account', op: 'in', value: [...held] }];

/** As the parts of an input that takes an account or a set of them. */
export const heldInput = (held: HeldTo): { account: string | null; accounts?: string[] } =>
  typeof held === 'string' || held === null ? { account: held } : { account: null, accounts: [...held] };

/** True for the very condition that the views are held to: the address says it already. */
export const isHeld = (filter: Filter, held: HeldTo): boolean =>
  filter.column === 'account' &&
  (typeof held === 'string'
    ? filter.op === 'is' && filter.value === held
    : held !== null && filter.op === 'in' && Array.isArray(filter.value) && filter.value.join('\n') === held.join('\n'));
