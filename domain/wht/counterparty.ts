import { say, type Param } from '../words/said.ts';
import { vendorTitle } from '../words/titles.ts';

/** Who stands on the other side of an invoice: the vendor's contracting entity, or the customer. Null: not known. */
export interface Counterparty {
  vendor: string | null;
  entity: string | null;
  partyId: number | null;
  name: string | null;
}

/**
 * The contracting entity that sells: as the invoice names it. Where one of Huawei Cloud names none, it is the book's own; of other
 * vendors nothing is known then.
 */
export const sellingEntity = (invoice: { vendor: string; entity: string | null }, ofBook: string): string | null =>
  invoice.entity ?? (invoice.vendor === 'huawei' ? ofBook : null);

const sameName = (a: string, b: string): boolean => a.trim().toLocaleLowerCase('en') === b.trim().toLocaleLowerCase('en');

/** True where the two cannot be the same company; what is not known of one of them does not part them. */
export function areOthers(a: Counterparty, b: Counterparty): boolean {
  if (a.vendor !== b.vendor || a.entity !== b.entity) return true;
  if (a.partyId !== null && b.partyId !== null) return a.partyId !== b.partyId;
  return a.name !== null && b.name !== null && !sameName(a.name, b.name);
}

/** What it is called inside a sentence. */
export const counterpartyTitle = (c: Counterparty): Param =>
  c.name ?? c.entity ?? (c.vendor === null ? say`a customer without a name` : vendorTitle(c.vendor));
