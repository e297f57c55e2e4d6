import type { CustomerStatus, TaxRule } from './pack.ts';

/** Every status that a customer or a rule can have. */
export const STATUSES: readonly CustomerStatus[] = [
  'any',
  'registered',
  'unregistered',
  'individual_unregistered',
  'enterprise_registered',
  'vat_collector',
  'registered_not_collector',
];

/** A narrower status is always also the wider one; never the other way round. */
const WIDER: Partial<Record<CustomerStatus, CustomerStatus>> = {
  individual_unregistered: 'unregistered',
  enterprise_registered: 'registered',
  vat_collector: 'registered',
  registered_not_collector: 'registered',
};

/** True when a rule printed for one status covers a customer of the other. `any` for a customer means: not chosen. */
export function coversStatus(rule: Pick<TaxRule, 'status' | 'alsoStatus'>, customer: CustomerStatus): boolean {
  if (rule.status === 'any' || rule.status === customer) return true;
  if (rule.alsoStatus?.includes(customer)) return true;
  return WIDER[customer] === rule.status;
}
