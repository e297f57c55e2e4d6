import type { ReadDb } from '../../../db/connection.ts';
import { listInvoices, type InvoiceRecord } from '../../../db/queries/invoices.ts';
import { listParties } from '../../../db/queries/parties.ts';
import { listPayments } from '../../../db/queries/payments.ts';
import { holders } from '../../../db/queries/wht-holders.ts';
import { listCertificates } from '../../../db/queries/wht.ts';
import { openOf, statusOn } from '../../../domain/invoices/balance.ts';
import { compare, sum } from '../../../domain/money/amount.ts';
import type { PlainDate } from '../../../domain/time/plain-date.ts';
import type { Party, PartyDetails } from '../../../domain/parties/party.ts';
import type { BookCertificate } from '../../../domain/wht/import/known.ts';
import type { OpenInvoice } from '../../../domain/wht/import/open-invoice.ts';
import type { KnownParty } from '../../../domain/wht/import/parties.ts';
import { settingsOf } from '../../book/profile.ts';
import { placesOfBook } from '../../tax/book-pack.ts';
import { expectedIn } from '../expected/derive.ts';
import { whtSettingsOf } from '../settings.ts';
import { sellingEntity } from '../../../domain/wht/counterparty.ts';

/** What rows of a file are held against, as the book stands. */
export interface BookFacts {
  us: KnownParty;
  invoices: OpenInvoice[];
  certificates: BookCertificate[];
}

/** States in which an invoice can be named by a certificate. */
const PAYABLE = new Set(['unpaid', 'overdue', 'paid']);

export function factsOf(read: ReadDb, today: PlainDate): BookFacts {
  const parties = listParties(read);
  const { company, entity } = settingsOf(read);
  const own = parties.filter((p) => p.kind === 'own');
  const places = placesOfBook(read).entities;
  const expected = new Map(expectedIn(read, today).map((row) => [row.id, row]));
  const paid = new Map<number, PlainDate[]>();
  for (const payment of listPayments(read))
    if (payment.status === 'active')
      for (const share of payment.allocations) paid.set(share.invoiceId, [...(paid.get(share.invoiceId) ?? []), payment.date]);
  const taken = whtSettingsOf(read).partial ? new Map<number, string>() : holders(read);
  const byId = new Map(parties.map((p) => [p.id, p]));
  const knownOf = (id: number | null, details: PartyDetails | null): KnownParty =>
    together([details, id === null ? null : (byId.get(id) ?? null)]);
  const sellerOf = (i: InvoiceRecord): KnownParty => {
    const told = knownOf(i.sellerId, i.seller);
    if (i.direction === 'issued') return told;
    const id = sellingEntity(i, entity);
    const place = id === null ? undefined : places.find((e) => e.id === id);
    const vendors = parties.filter((p) => p.kind === 'vendor' && p.entity !== null && p.entity === id);
    return merge([
      told,
      ...vendors.map((p) => together([p])),
      ...(place
        ? [{ names: [place.name, place.nameZh].filter((n) => n !== ''), taxIds: place.registrations.flatMap((r) => r.number ?? []) }]
        : []),
    ]);
  };
  const invoices = listInvoices(read, { direction: 'both' })
    .filter((i) => i.kind === 'invoice' && PAYABLE.has(statusOn(i, today)))
    .map((i): OpenInvoice => {
      const row = expected.get(i.id);
      return {
        id: i.id,
        number: i.number,
        vendor: i.vendor,
        side: i.direction === 'received' ? 'payer' : 'payee',
        seller: sellerOf(i),
        buyer: knownOf(i.buyerId, i.buyer),
        date: i.date,
        currency: i.currency,
        net: i.net,
        total: i.total,
        open: openOf(i),
        paid: paid.get(i.id) ?? [],
        expected: row && row.ratePct !== null && row.tax !== null ? { ratePct: row.ratePct, tax: row.tax } : null,
        takenBy: taken.get(i.id) ?? null,
        fx: i.fx,
      };
    })
    // A settled invoice that no certificate holds has nothing left to be withheld.
    .filter((i) => compare(i.open, '0') > 0 || i.takenBy !== null);
  return {
    us: merge([...own.map((p) => together([p])), { names: company === '' ? [] : [company], taxIds: [] }]),
    invoices,
    certificates: listCertificates(read).map((c) => ({
      id: c.id,
      number: c.number,
      generated: c.generated,
      issuer: c.issuer,
      date: c.date,
      currency: c.currency,
      total: c.total,
      base: c.income.length > 0 && c.income.every((l) => l.base !== null) ? sum(c.income.map((l) => l.base)) : null,
      remittance: c.remittance,
      status: c.status,
      payerName: c.payer?.name ?? null,
      source: c.source,
      figures: c.figures,
    })),
  };
}

const together = (of: readonly (PartyDetails | Party | null)[]): KnownParty => ({
  names: of.flatMap((p) => (p === null ? [] : [p.name, ...(p.nameLocal === null ? [] : [p.nameLocal])])),
  taxIds: of.flatMap((p) => p?.taxIds.map((t) => t.value) ?? []),
});
const merge = (of: readonly KnownParty[]): KnownParty => ({
  names: [...new Set(of.flatMap((p) => p.names))],
  taxIds: [...new Set(of.flatMap((p) => p.taxIds))],
});
