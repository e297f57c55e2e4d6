import type { EParty } from '../../../domain/einvoice/model-parties.ts';
import type { Identifier } from '../../../domain/einvoice/model-terms.ts';
import type { PartyDetails, TaxId } from '../../../domain/parties/party.ts';

/** Numbers of registers of companies, which identify a company and tax nothing. */
const REGISTERS = new Set(['UEN', 'BRN', 'BR', 'CN', 'ICE']);
/** Numbers of VAT, GST and their like, before any other tax number. */
const VAT_LIKE = new Set(['VAT', 'GST', 'GSTIN', 'TRN', 'STRN', 'SST', 'T']);

/** BR-CO-09 asks for the country before the number: EL is Greece's own way. */
function prefixed({ value }: TaxId, country: string): string {
  const number = value.replace(/\s+/g, '');
  const prefix = country === 'GR' ? 'EL' : country;
  return number.toUpperCase().startsWith(prefix) ? number : `${prefix}${number}`;
}

const some = <T>(list: T[]): T[] | undefined => (list.length > 0 ? list : undefined);
const text = (value: string | null | undefined): string | undefined => value?.trim() || undefined;

/**
 * A party in the terms of EN 16931. The first VAT or GST number, else the first tax number, is its VAT identifier, with the
 * country before it; another is its local tax number. What finds no term of its own is an identifier without scheme.
 * `untaxed`: nothing of the document is subject to VAT, and then no VAT identifier may stand in it (BR-O-02).
 */
export function partyModel(role: 'seller' | 'buyer', party: PartyDetails | null, untaxed: boolean): EParty | undefined {
  if (!party) return undefined;
  const registers = party.taxIds.filter((id) => REGISTERS.has(id.scheme));
  const taxes = party.taxIds.filter((id) => !REGISTERS.has(id.scheme));
  const vat = taxes.find((id) => VAT_LIKE.has(id.scheme)) ?? taxes[0];
  const local = untaxed ? vat : taxes.find((id) => id !== vat);
  const [registration, ...moreRegisters] = registers;
  const placed = new Set([vat, registration, role === 'seller' ? local : undefined]);
  const rest = [...taxes, ...moreRegisters].filter((id) => !placed.has(id) || (id === vat && untaxed && role === 'buyer'));
  const ids: Identifier[] = rest.map(({ value }) => ({ id: value }));
  const contact = party.contacts.find((c) => c.gets.includes('invoice')) ?? party.contacts[0];
  const address = party.addresses.find((a) => a.use === 'legal') ?? party.addresses[0];
  const parts = {
    name: text(party.name),
    tradingName: text(party.nameLocal),
    // A buyer has one identifier at most.
    ids: some(role === 'buyer' ? ids.slice(0, 1) : ids),
    registration: registration && { id: registration.value },
    vatId: vat && !untaxed ? prefixed(vat, party.country) : undefined,
    taxId: role === 'seller' && local ? local.value : undefined,
    endpoint: party.endpoint ? { id: party.endpoint.id, scheme: party.endpoint.scheme } : undefined,
    address: without({
      line1: text(address?.lines[0]),
      line2: text(address?.lines[1]),
      line3: text(address?.lines.slice(2).join(', ')),
      city: text(address?.city),
      postcode: text(address?.postcode),
      region: text(address?.region ?? party.region),
      country: text(address?.country ?? party.country),
    }),
    contact: contact && without({ name: text(contact.name), email: text(contact.email), phone: text(address?.phone) }),
  };
  return without(parts);
}

/** The fields that are there. */
export const without = <T extends object>(fields: T): T =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
