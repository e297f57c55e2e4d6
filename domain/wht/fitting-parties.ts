import type { Party } from '../parties/party.ts';
import type { Side } from './certificate.ts';

/** What an invoice says of its parties; ids null where it names none of the book. */
export interface InvoiceParties {
  entity: string | null;
  sellerId: number | null;
  buyerId: number | null;
}
type Known = Pick<Party, 'id' | 'kind' | 'entity' | 'archived'>;

/**
 * The parties of a certificate over these invoices: ours is the one on them, else the only own company of the book; the other's is
 * the one on them, else, where we withheld, the only vendor party of their contracting entity. Null where that is not exactly one.
 */
export function fittingParties<P extends Known>(
  side: Side,
  invoices: readonly InvoiceParties[],
  parties: readonly P[],
): { payer: P | null; payee: P | null } {
  const active = parties.filter((p) => !p.archived);
  const named = (id: (i: InvoiceParties) => number | null): P | null => {
    const ids = new Set(invoices.map(id).filter((one) => one !== null));
    return one(parties.filter((p) => ids.size === 1 && ids.has(p.id)));
  };
  const own = one(active.filter((p) => p.kind === 'own'));
  const entities = new Set(invoices.map((i) => i.entity));
  const vendor = one(active.filter((p) => p.kind === 'vendor' && entities.size === 1 && p.entity !== null && entities.has(p.entity)));
  const seller = named((i) => i.sellerId);
  const buyer = named((i) => i.buyerId);
  return side === 'payer' ? { payer: buyer ?? own, payee: seller ?? vendor } : { payer: buyer, payee: seller ?? own };
}

const one = <P>(parties: readonly P[]): P | null => (parties.length === 1 ? parties[0]! : null);
