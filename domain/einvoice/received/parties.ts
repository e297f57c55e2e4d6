import type { Address, Contact, PartyDetails, TaxId } from '../../parties/party.ts';
import { COUNTRIES } from '../codes/places.ts';
import type { EParty } from '../model-parties.ts';

/** A country that a document leaves out: ISO 3166-1 keeps ZZ free for users. */
const UNKNOWN_COUNTRY = 'ZZ';

/** What the document calls the party, as the register keeps it, cut to what a party may have; null where it names none. */
export function detailsOf(party: EParty | undefined): PartyDetails | null {
  const name = party?.name ?? party?.tradingName;
  if (!party || name === undefined) return null;
  const country = countryOf(party);
  const { endpoint } = party;
  return {
    name: name.slice(0, 300),
    nameLocal: null,
    country,
    region: null,
    status: null,
    taxIds: taxIdsOf(party, country),
    addresses: addressesOf(party, name, country),
    contacts: contactsOf(party),
    bank: null,
    endpoint: endpoint?.id && endpoint.scheme ? { scheme: endpoint.scheme.slice(0, 10), id: endpoint.id.slice(0, 120) } : null,
  };
}

/** That of the address, else the prefix of the VAT number (Greece writes EL). */
function countryOf({ address, vatId }: EParty): string {
  if (address?.country !== undefined && /^[A-Z]{2}$/.test(address.country)) return address.country;
  const prefix = vatId?.slice(0, 2) ?? '';
  if (prefix === 'EL') return 'GR';
  return COUNTRIES.has(prefix) ? prefix : UNKNOWN_COUNTRY;
}

/** VAT number first: it is the one by which a party is found again. One of each scheme. */
function taxIdsOf(party: EParty, country: string): TaxId[] {
  const ids = new Map<string, TaxId>();
  const put = (scheme: string, value: string | undefined): void => {
    if (value !== undefined && !ids.has(scheme)) ids.set(scheme, { scheme: scheme.slice(0, 40), value: value.slice(0, 60) });
  };
  put('VAT', party.vatId);
  put(country === 'CN' ? 'USCC' : 'TAX', party.taxId);
  put(party.registration?.scheme ?? 'REG', party.registration?.id);
  return [...ids.values()];
}

/** The region is a name in the document and a code in the register: it stands as a line. */
function addressesOf(party: EParty, name: string, country: string): Address[] {
  const { address } = party;
  if (!address) return [];
  const lines = [address.line1, address.line2, address.line3, address.region].filter((line) => line !== undefined);
  if (lines.length === 0 && address.city === undefined && address.postcode === undefined) return [];
  return [
    {
      use: 'legal',
      recipient: name.slice(0, 200),
      phone: (party.contact?.phone ?? '').slice(0, 60),
      lines: lines.map((line) => line.slice(0, 200)),
      city: (address.city ?? '').slice(0, 120),
      region: null,
      postcode: (address.postcode ?? '').slice(0, 40),
      country,
    },
  ];
}

/** Somebody who can be written to; what is no address for mail is left out. */
function contactsOf({ contact }: EParty): Contact[] {
  const email = contact?.email ?? '';
  return /^[^\s@]{1,120}@[^\s@.]{1,120}\.[^\s@]{1,12}$/.test(email) ? [{ name: (contact?.name ?? '').slice(0, 200), email, gets: [] }] : [];
}
