import type { Period } from '../time/plain-date.ts';
import type { AccountEntry } from './entry.ts';

/** Lines of a month that one account paid for another. */
export interface PaidFor {
  period: Period;
  payer: string;
  user: string;
  lines: number;
}

export interface Suggestion {
  id: string;
  role: 'master' | 'sub';
  master: string | null;
  /** What it is read from: how many lines were paid for how many others, or by whom, and in which months. */
  lines: number;
  others: number;
  first: Period;
  last: Period;
}

/**
 * What the bills let one think of accounts whose role nobody stated: one that pays for others is a master account, one that
 * another paid for in its latest month is a sub-account of that one. (Huawei Cloud international billing guide, 6.1.1: from the
 * day on which an account is tied to a master with unified payment, the master pays.) An account that was last paid for by
 * several others, that pays for others and is itself paid for, or whose payer is said to be no master, gets none.
 */
export function suggestions(paid: readonly PaidFor[], entries: readonly AccountEntry[]): Suggestion[] {
  const others = paid.filter(({ payer, user }) => payer !== user);
  const roles = new Map(entries.map(({ id, role }) => [id, role]));
  const payers = new Set(others.map(({ payer }) => payer));
  const users = new Set(others.map(({ user }) => user));
  const found: Suggestion[] = [];
  for (const id of new Set([...payers, ...users])) {
    if ((roles.get(id) ?? null) !== null || (payers.has(id) && users.has(id))) continue;
    const isPayer = payers.has(id);
    const own = others.filter((row) => (isPayer ? row.payer : row.user) === id);
    const months = own.map(({ period }) => period).toSorted();
    const last = months.at(-1)!;
    const by = new Set(own.filter(({ period }) => period === last).map(({ payer }) => payer));
    const [master] = by;
    if (!isPayer && (by.size !== 1 || users.has(master!))) continue;
    const above = isPayer ? null : (roles.get(master!) ?? null);
    if (above !== null && above !== 'master') continue;
    found.push({
      id,
      role: isPayer ? 'master' : 'sub',
      master: isPayer ? null : master!,
      lines: own.reduce((lines, row) => lines + row.lines, 0),
      others: new Set(own.map(({ payer, user }) => (isPayer ? user : payer))).size,
      first: months[0]!,
      last,
    });
  }
  return found.toSorted((a, b) => (a.role === b.role ? (a.id < b.id ? -1 : 1) : a.role === 'master' ? -1 : 1));
}
