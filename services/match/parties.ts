import type { ReadDb } from '../../db/connection.ts';
import type { InvoiceRecord } from '../../db/queries/invoices.ts';
import type { OpenParty } from '../../domain/match/open-item.ts';
import type { Party, PartyDetails } from '../../domain/parties/party.ts';
import { sellingEntity } from '../../domain/wht/counterparty.ts';
import { foldName } from '../../domain/wht/import/parties.ts';
import { settingsOf } from '../book/profile.ts';
import { placesOfBook } from '../tax/book-pack.ts';

/** What a bank calls the vendors, where no party says so. */
const BRANDS: Readonly<Record<string, readonly string[]>> = {
  huawei: ['Huawei Cloud', 'Huawei', '华为云'],
  tencent: ['Tencent Cloud', 'Tencent', '腾讯云'],
  qingcloud: ['QingCloud', '青云科技'],
  zilliz: ['Zilliz'],
};

/** Answers who stands on the other side of an invoice, with every name and account that is on record; those of one key are one. */
export function partiesOf(read: ReadDb, parties: readonly Party[]): (invoice: InvoiceRecord) => OpenParty {
  const { entity: ofBook } = settingsOf(read);
  const places = placesOfBook(read).entities;
  const byId = new Map(parties.map((p) => [p.id, p]));
  const known = new Map<string, OpenParty>();
  return (invoice) => {
    const received = invoice.direction === 'received';
    const id = received ? invoice.sellerId : invoice.buyerId;
    const printed = received ? invoice.seller : invoice.buyer;
    const entity = received ? sellingEntity(invoice, ofBook) : null;
    const who = entity ?? (id === null ? foldName(printed?.name ?? '') : `#${id}`);
    const key = `${invoice.direction}|${invoice.vendor}|${who}`;
    const cached = `${key}|${id ?? ''}|${printed?.name ?? ''}`;
    let found = known.get(cached);
    if (found) return found;
    const place = entity === null ? undefined : places.find((e) => e.id === entity);
    const own: (PartyDetails | Party)[] = [
      ...(printed === null ? [] : [printed]),
      ...(id === null ? [] : [byId.get(id)].filter((p) => p !== undefined)),
      ...(entity === null ? [] : parties.filter((p) => p.kind === 'vendor' && p.entity === entity)),
    ];
    const names = [
      ...own.flatMap((p) => [p.name, p.nameLocal ?? '']),
      place?.name ?? '',
      place?.nameZh ?? '',
      ...(received ? (BRANDS[invoice.vendor] ?? []) : []),
    ].filter((n) => n !== '');
    found = {
      key,
      title: names[0] ?? '',
      names: [...new Set(names)],
      taxIds: [...new Set(own.flatMap((p) => p.taxIds.map((t) => t.value)))],
      accounts: [...new Set(own.flatMap((p) => (p.bank && p.bank.account !== '' ? [p.bank.account] : [])))],
    };
    known.set(cached, found);
    return found;
  };
}
