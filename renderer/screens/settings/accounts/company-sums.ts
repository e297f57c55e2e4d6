import { plus } from '../../../../domain/accounts/matrix.ts';
import type { KnownAccount } from '../../../../services/contract/accounts.ts';

/** What the accounts used together, per currency; null where none of them has the figure. */
export function sumsOf(accounts: readonly Pick<KnownAccount, 'seen'>[]): Record<string, string | null> {
  const sums: Record<string, string | null> = {};
  for (const { seen } of accounts)
    for (const [currency, amount] of Object.entries(seen?.used ?? {})) sums[currency] = plus(sums[currency] ?? null, amount);
  return sums;
}
