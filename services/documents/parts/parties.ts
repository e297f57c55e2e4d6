import type { PartyDetails } from '../../../domain/parties/party.ts';
import { TAX_ID_SCHEMES } from '../../../domain/tax-ids/schemes/index.ts';
import type { Bilingual } from '../../../domain/words/said.ts';
import type { PaperParty } from '../paper.ts';
import type { Drafting } from '../source.ts';

/** The seller as it was called on the day, else as far as the book knows it; with the registrations of its contracting entity. */
export function sellerOf(draft: Drafting): PaperParty {
  const { record, company, pack, country } = draft;
  const entity = pack.entities.find((e) => e.id === record.entity);
  const party = record.seller
    ? partyOf(draft, record.seller)
    : entity
      ? bare(entity.name, entity.residence)
      : record.direction === 'issued'
        ? bare(company.name, company.country)
        : bare(VENDORS[record.vendor], null);
  const known = party.taxIds.map((id) => plain(id.value));
  // A Japanese registration number is the corporate number after a T: it is the same number.
  const missing = (number: string): boolean => !known.some((value) => value.endsWith(plain(number)));
  const registered =
    entity?.registrations.flatMap(({ country: of, scheme, number }) =>
      of === country && number !== null && missing(number) ? [taxId(draft, of, scheme, number)] : [],
    ) ?? [];
  return { ...party, taxIds: [...registered, ...party.taxIds] };
}

/** The buyer as it was called on the day; the company of the book on a received document without one. */
export function buyerOf(draft: Drafting): PaperParty {
  const { record, company } = draft;
  if (record.buyer) return partyOf(draft, record.buyer);
  return record.direction === 'received' ? bare(company.name, company.country) : bare('', null);
}

const VENDORS: Record<Drafting['record']['vendor'], Bilingual> = {
  huawei: { en: 'Huawei Cloud', zh: '华为云' },
  tencent: { en: 'Tencent Cloud', zh: '腾讯云' },
  qingcloud: { en: 'QingCloud', zh: '青云' },
  zilliz: { en: 'Zilliz Cloud', zh: 'Zilliz Cloud' },
  other: { en: '', zh: '' },
};

const bare = (name: string | Bilingual, country: string | null): PaperParty => ({
  name,
  localName: null,
  address: [],
  country,
  taxIds: [],
  mailTo: [],
});

/** A party as it was called on the day, its numbers under the names that the rules of the paper's country give them. */
export function partyOf(draft: Pick<Drafting, 'rule'>, details: PartyDetails): PaperParty {
  const legal = details.addresses.find((a) => a.use === 'legal');
  const mailing = details.addresses.find((a) => a.use === 'mailing');
  const address = legal ?? mailing;
  const at = address ? addressLines(draft, address) : [];
  const mail = legal && mailing ? [mailing.recipient, ...addressLines(draft, mailing)].filter((line) => line !== '') : [];
  return {
    name: details.name,
    localName: details.nameLocal && details.nameLocal !== details.name ? details.nameLocal : null,
    address: at,
    country: address?.country ?? details.country,
    taxIds: details.taxIds.map(({ scheme, value }) => taxId(draft, details.country, scheme, value)),
    mailTo: mail.slice(1).join('\n') === at.join('\n') ? [] : mail,
  };
}

type Address = PartyDetails['addresses'][number];

/** Street lines, town, region by its name where the country's rules know it; the country stands apart. */
function addressLines({ rule }: Pick<Drafting, 'rule'>, { lines, city, region, postcode }: Address): string[] {
  const town = [city, postcode].filter(Boolean).join(' ');
  const named = region === null ? '' : (rule?.regions?.[region]?.name ?? region);
  return [...lines, town, named === city ? '' : named].map((line) => line.trim()).filter((line) => line !== '');
}

/** A number under the name that the paper's country gives it; one of another scheme keeps its own. */
function taxId({ rule }: Pick<Drafting, 'rule'>, country: string, scheme: string, value: string): PaperParty['taxIds'][number] {
  const wanted = scheme.trim().toUpperCase();
  if (rule?.taxId.schemes.includes(wanted)) return { label: { en: rule.taxId.en, zh: rule.taxId.zh }, value, counts: true };
  const named = TAX_ID_SCHEMES.find((known) => known.country === country && known.id === wanted)?.name;
  // Two letters tell nobody what they stand for.
  const en = named && wanted.length <= 2 ? named.en : scheme;
  return { label: { en, zh: named?.zh ?? scheme }, value, counts: rule?.taxId.also?.includes(wanted) ?? false };
}

const plain = (value: string): string => value.replace(/[\s.\-/]/g, '').toUpperCase();
