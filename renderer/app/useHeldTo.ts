import type { HeldTo } from './held-to.ts';
import { useCall } from './hooks.ts';
import { useAccount } from './place.ts';

/** What the views are held to by the address. A company that the book has not counts as none. */
export function useHeldTo(): HeldTo {
  const { account, company } = useAccount();
  const list = useCall('accounts/names', {}, { enabled: company !== null });
  if (company === null) return account;
  return list.data?.companies.find(({ name }) => name === company)?.accounts ?? null;
}

/** Whether it is known what the views are held to: before that they would show figures of others. */
export function useHeldKnown(): boolean {
  const { company } = useAccount();
  const list = useCall('accounts/names', {}, { enabled: company !== null });
  return company === null || list.data !== undefined || list.error !== null;
}
