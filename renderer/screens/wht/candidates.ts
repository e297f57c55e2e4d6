import { add, type Amount } from '../../../domain/money/amount.ts';
import type { Side } from '../../../domain/wht/certificate.ts';
import type { Counterparty } from '../../../domain/wht/counterparty.ts';
import type { Invoice } from '../../../services/contract/invoices.ts';
import { awaitsCertificate, certificateOf, isOpen } from '../documents/expected.ts';
import { invoiceKey, type VendorId } from '../documents/keys.ts';

/** One invoice that the certificate can name. */
export interface CandidateRow {
  key: string;
  number: string;
  vendor: VendorId;
  date: string;
  currency: string;
  net: Amount;
  total: Amount;
  open: Amount;
  awaits: boolean;
  entity: string | null;
  sellerId: number | null;
  buyerId: number | null;
  counterparty: Counterparty;
  /** The invoice's own rate: 1 unit of its currency = `rate` units of `currency`. */
  fx: { currency: string; rate: Amount; date: string | null } | null;
}

interface Offered {
  side: Side;
  /** Several certificates may share an invoice. */
  partial: boolean;
  /** What the certificate that is replaced holds, by invoice: it comes free with it. */
  freed: ReadonlyMap<string, Amount>;
  /** Invoices that are shown whatever became of them: those on the paper already. */
  always: ReadonlySet<string>;
  /** Number of the certificate that is replaced. */
  replaces: string | null;
  /** Contracting entity of invoices that name none. */
  entity: string;
}

/** Invoices that the certificate can name, those that wait for one first, then by date. */
export function candidates(invoices: readonly Invoice[], { side, partial, freed, always, replaces, entity }: Offered): CandidateRow[] {
  const direction = side === 'payer' ? 'received' : 'issued';
  return invoices
    .filter((i) => i.direction === direction)
    .map((i) => ({ i, open: add(i.open, freed.get(invoiceKey(i)) ?? '0') }))
    .filter(({ i, open }) => {
      const holder = certificateOf(i);
      return always.has(invoiceKey(i)) || (isOpen({ ...i, open }) && (partial || holder === null || holder === replaces));
    })
    .map(({ i, open }) => ({
      key: invoiceKey(i),
      number: i.number,
      vendor: i.vendor,
      date: i.date,
      currency: i.currency,
      net: i.net,
      total: i.total,
      open,
      awaits: awaitsCertificate(i),
      entity: i.entity,
      sellerId: i.sellerId,
      buyerId: i.buyerId,
      counterparty:
        side === 'payer'
          ? { vendor: i.vendor, entity: i.entity ?? entity, partyId: i.sellerId, name: i.seller?.name ?? null }
          : { vendor: null, entity: null, partyId: i.buyerId, name: i.buyer?.name ?? null },
      fx: i.fx,
    }))
    .toSorted((a, b) =>
      a.awaits !== b.awaits ? (a.awaits ? -1 : 1) : a.date !== b.date ? (a.date < b.date ? -1 : 1) : a.key < b.key ? -1 : 1,
    );
}
