import type { KnownAccount } from '../../services/contract/accounts.ts';

export interface AccountGroup {
  /** Null: accounts without a company; they stand last. */
  company: string | null;
  /** Accounts of the company, also those that the period or the search leaves out. */
  size: number;
  accounts: { id: string; name: string | null }[];
}

/**
 * The accounts of a period under their companies, by name. A company stands there even where none of its accounts is in the
 * period. A search keeps companies that have it in their name, whole, and accounts that have it in theirs or in their id.
 */
export function accountGroups(
  known: readonly Pick<KnownAccount, 'id' | 'name' | 'company'>[],
  there: readonly string[],
  search: string,
): AccountGroup[] {
  const said = new Map(known.map((account) => [account.id, account]));
  const wanted = search.trim().toLowerCase();
  const has = (text: string | null): boolean => text?.toLowerCase().includes(wanted) ?? false;
  const groups = new Map<string | null, AccountGroup>();
  const groupOf = (company: string | null): AccountGroup => {
    const group = groups.get(company) ?? { company, size: 0, accounts: [] };
    groups.set(company, group);
    return group;
  };
  for (const { company } of known) if (company !== null) groupOf(company).size++;
  for (const id of new Set(there)) {
    const { name, company } = said.get(id) ?? { name: null, company: null };
    if (has(id) || has(name) || has(company)) groupOf(company).accounts.push({ id, name });
  }
  const order = (a: string, b: string): number => a.localeCompare(b, undefined, { numeric: true });
  return [...groups.values()]
    .filter(({ company, accounts }) => accounts.length > 0 || has(company))
    .map((group) => ({ ...group, accounts: group.accounts.toSorted((a, b) => order(a.name ?? a.id, b.name ?? b.id)) }))
    .toSorted((a, b) => (a.company === null ? 1 : b.company === null ? -1 : order(a.company, b.company)));
}
