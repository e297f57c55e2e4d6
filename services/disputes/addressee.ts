import type { ReadDb } from '../../db/connection.ts';
import { listInvoices } from '../../db/queries/invoices.ts';
import { listParties } from '../../db/queries/parties.ts';
import type { Mailbox } from '../../domain/mail/encode.ts';
import type { Party, PartyDetails } from '../../domain/parties/party.ts';
import { refuse } from '../../domain/result.ts';
import { say, type Bilingual } from '../../domain/words/said.ts';
import { settingsOf } from '../book/profile.ts';
import type { PaperParty } from '../documents/paper.ts';
import { placesOfBook } from '../tax/book-pack.ts';
import { paperParty } from '../wht/papers/party.ts';
import type { DisputeItem } from './items.ts';

type Vendor = DisputeItem['vendor'];

/** Who a letter is from and to; `party` is the vendor's own record, where the book has one. */
export interface Correspondents {
  party: Party | null;
  to: PaperParty;
  from: PaperParty;
  /** Vendors among the parties, to choose from. */
  parties: Party[];
}

const NAMES: Readonly<Record<Vendor, Bilingual>> = {
  huawei: { en: 'Huawei Cloud', zh: '华为云' },
  tencent: { en: 'Tencent Cloud', zh: '腾讯云' },
  qingcloud: { en: 'QingCloud', zh: '青云' },
  zilliz: { en: 'Zilliz Cloud', zh: 'Zilliz Cloud' },
  other: { en: 'The vendor', zh: '供应商' },
};
const ADDRESS = /^[^\s<>,;"@]+@[^\s<>,;"@]+$/;

/**
 * The addressee: the party that was chosen; else the seller whom the vendor's invoices of the period name, or its contracting entity;
 * else the vendor by its name alone.
 */
export function correspondents(read: ReadDb, vendor: Vendor, period: string, chosen: number | null): Correspondents {
  const all = listParties(read).filter((p) => !p.archived);
  const parties = all.filter((p) => p.kind === 'vendor');
  const { company, country } = settingsOf(read);
  const party = chosen === null ? sellerOf(read, vendor, period, parties) : parties.find((p) => p.id === chosen);
  if (chosen !== null && !party)
    refuse('dispute.no-party', say`There is no vendor ${{ id: chosen }} among the parties.`, {
      value: String(chosen),
      remedy: 'Choose another addressee.',
    });
  const own = all.find((p) => p.kind === 'own');
  const entity = party ? null : entityOf(read, vendor, period);
  return {
    party: party ?? null,
    parties,
    to: party ? addressed(party) : { ...bare(entity?.name ?? NAMES[vendor]), country: entity?.country ?? null },
    from: own ? addressed(own) : { ...bare(company), country },
  };
}

/** With the mailing address, where there is one, in the place of the legal one. */
function addressed(details: PartyDetails): PaperParty {
  const paper = paperParty(details.country, details);
  return { ...paper, address: paper.mailTo.length > 0 ? paper.mailTo : paper.address, mailTo: [] };
}

const bare = (name: string | Bilingual): PaperParty => ({ name, localName: null, address: [], country: null, taxIds: [], mailTo: [] });

function sellerOf(read: ReadDb, vendor: Vendor, period: string, parties: readonly Party[]): Party | undefined {
  const invoices = listInvoices(read, { period }).filter((i) => i.vendor === vendor && i.stated !== 'void');
  const named = invoices.flatMap((i) => i.sellerId ?? []);
  const entities = invoices.flatMap((i) => i.entity ?? []);
  const { entity } = settingsOf(read);
  return (
    parties.find((p) => named.includes(p.id)) ??
    parties.find((p) => p.entity !== null && entities.includes(p.entity)) ??
    // The book's own contracting entity is the one of Huawei Cloud.
    (vendor === 'huawei' ? parties.find((p) => p.entity === entity) : undefined) ??
    parties.find((p) => p.name.toLowerCase() === NAMES[vendor].en.toLowerCase())
  );
}

function entityOf(read: ReadDb, vendor: Vendor, period: string): { name: string; country: string } | null {
  const { entities } = placesOfBook(read);
  const invoice = listInvoices(read, { period }).find((i) => i.vendor === vendor && i.entity !== null && i.stated !== 'void');
  const id = invoice?.entity ?? (vendor === 'huawei' ? settingsOf(read).entity : null);
  const found = entities.find((e) => e.id === id);
  return found ? { name: found.name, country: found.residence } : null;
}

/** Who gets disputes at the party, each address once. */
export function recipientsOf(party: Party | null): Mailbox[] {
  const found = new Map<string, Mailbox>();
  for (const { name, email, gets } of party?.contacts ?? [])
    if (gets.includes('dispute') && ADDRESS.test(email)) found.set(email.toLowerCase(), { name, email });
  return [...found.values()];
}

/** Our own desk that takes part in disputes, else the company; a mail program puts the user's address in its place. */
export function senderOf(read: ReadDb): Mailbox {
  const own = listParties(read).filter((p) => p.kind === 'own' && !p.archived);
  return own.flatMap(recipientsOf)[0] ?? { name: settingsOf(read).company || 'Tallybook', email: 'disputes@tallybook.invalid' };
}
