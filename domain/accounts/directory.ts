import { fail, ok, type Result } from '../result.ts';
import { say } from '../words/said.ts';
import { inOrder } from './entities.ts';
import { isBlank, isUnder, type AccountEntry } from './entry.ts';

/** As many accounts as one company holds: so many values a filter takes. */
export const MOST_OF_COMPANY = 500;

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
const trimmed = (text: string | null): string | null => text?.trim() || null;

/**
 * The entry as it is kept: texts trimmed, empty ones null, entities in order, and a company written as it already stands
 * elsewhere, letter case aside. Fails as `inOrder` does.
 */
export function tidy(entry: AccountEntry, companies: readonly string[]): Result<AccountEntry> {
  const company = trimmed(entry.company);
  const entities = inOrder(
    entry.id,
    entry.entities.map((period) => ({ ...period, entity: period.entity.trim() })),
  );
  if (!entities.ok) return entities;
  return ok({
    ...entry,
    name: trimmed(entry.name),
    company: company === null ? null : (companies.find((known) => same(known, company)) ?? company),
    master: trimmed(entry.master),
    entities: entities.value,
  });
}

/**
 * Holds the whole directory together: only sub-accounts and customers stand under another account, never under themselves, and
 * there is one level: what stands under an account has none under itself. Fails at the first entry that does not fit.
 */
export function checkDirectory(entries: readonly AccountEntry[]): Result<void> {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const sizes = new Map<string, number>();
  for (const { id, role, master, company } of entries) {
    if (company !== null) sizes.set(company, (sizes.get(company) ?? 0) + 1);
    if (master === null) continue;
    if (!isUnder(role))
      return fail('accounts.not-under', say`${{ id }} names a master account, but is no sub-account.`, {
        column: 'role',
        remedy: 'Make it a sub-account or a reseller’s customer, or leave the master out.',
      });
    if (master === id)
      return fail('accounts.own-master', say`${{ id }} cannot be its own master account.`, {
        column: 'master',
        remedy: 'Name the account that pays for it.',
      });
    const above = byId.get(master)?.role ?? null;
    if (above !== null && above !== 'master')
      return fail('accounts.levels', say`${{ master }} cannot be the master of ${{ id }}: it is said to be no master account.`, {
        column: 'master',
        remedy: say`Make ${{ master }} a master account first.`,
      });
  }
  for (const [company, count] of sizes)
    if (count > MOST_OF_COMPANY)
      return fail(
        'accounts.company-full',
        say`${{ company }} would have ${{ count }} accounts; a company holds ${{ most: MOST_OF_COMPANY }}.`,
        {
          column: 'company',
          remedy: 'Part it into several companies.',
        },
      );
  return ok(undefined);
}

/** The directory after `changes`: each takes the place of the entry of the same account, blank ones are left out. */
export function changed(entries: readonly AccountEntry[], changes: readonly AccountEntry[]): AccountEntry[] {
  const next = new Map(entries.map((entry) => [entry.id, entry]));
  for (const entry of changes) {
    if (isBlank(entry)) next.delete(entry.id);
    else next.set(entry.id, entry);
  }
  return [...next.values()];
}

/** The companies and the accounts of each, by name. */
export function companiesOf(entries: readonly AccountEntry[]): { name: string; accounts: string[] }[] {
  const found = new Map<string, string[]>();
  for (const { id, company } of entries) if (company !== null) found.set(company, [...(found.get(company) ?? []), id]);
  return [...found].map(([name, accounts]) => ({ name, accounts: accounts.toSorted() })).toSorted((a, b) => (a.name < b.name ? -1 : 1));
}
