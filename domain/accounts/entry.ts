import type { EntityPeriod } from './entities.ts';

/**
 * What an account is to others. `master`: it may pay for the accounts under it; `sub`: an account under a master; `customer`:
 * a sub-customer that a partner resells to; `single`: none of these. (Huawei Cloud international billing guide, glossary:
 * master account, member account; section 7.2.3.4: customers of a partner.)
 */
export const ROLES = ['master', 'sub', 'single', 'customer'] as const;
export type Role = (typeof ROLES)[number];

/** Roles that stand under another account. */
export const isUnder = (role: Role | null): boolean => role === 'sub' || role === 'customer';

/** An account as a person describes it. `id` is the text that the bills have, letter case and all. */
export interface AccountEntry {
  id: string;
  name: string | null;
  company: string | null;
  role: Role | null;
  /** The account that it stands under. */
  master: string | null;
  /** Months under an operating entity other than the vendor itself. */
  entities: EntityPeriod[];
}

/** An account of which nothing was said. */
export const blank = (id: string): AccountEntry => ({ id, name: null, company: null, role: null, master: null, entities: [] });

/** True where nothing is said: such an entry is not kept. */
export const isBlank = (entry: AccountEntry): boolean =>
  entry.name === null && entry.company === null && entry.role === null && entry.master === null && entry.entities.length === 0;
