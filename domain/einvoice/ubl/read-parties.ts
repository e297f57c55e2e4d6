import type { EAddress, EContact, EParty, Payee, TaxRepresentative } from '../model-parties.ts';
import type { XmlElement } from '../xml.ts';
import { given, type Reading } from './reading.ts';

type Node = XmlElement | undefined;

/** SEPA identifiers are the creditor's (BT-90) and not the party's own. */
const isCreditor = (reading: Reading, identification: XmlElement): boolean =>
  reading.attribute(reading.element(identification, 'ID'), 'schemeID')?.toUpperCase() === 'SEPA';

/** BG-4 or BG-7 of an AccountingSupplierParty or AccountingCustomerParty. */
export function partyOf(reading: Reading, role: Node, path: 'seller' | 'buyer'): EParty | undefined {
  if (!role) return undefined;
  const party = reading.group(role, 'Party', path);
  const legal = reading.group(party, 'PartyLegalEntity');
  const ids = reading
    .groups(party, 'PartyIdentification')
    .filter((node) => !isCreditor(reading, node))
    .flatMap((node, n) => reading.identifier(node, 'ID', `${path}.ids[${n}]`) ?? []);
  const schemes = reading.groups(party, 'PartyTaxScheme').map((node) => ({ node, vat: isVat(reading, node) }));
  const vat = schemes.find((s) => s.vat)?.node;
  const tax = schemes.find((s) => !s.vat)?.node;
  // What is there twice is not read, and told with all that is not.
  for (const { node } of schemes) if (node !== vat && node !== tax) reading.taken.delete(node);
  return given({
    name: reading.text(legal, 'RegistrationName', `${path}.name`),
    tradingName: reading.text(reading.group(party, 'PartyName'), 'Name', `${path}.tradingName`),
    ids,
    registration: reading.identifier(legal, 'CompanyID', `${path}.registration`),
    vatId: reading.code(vat, 'CompanyID', `${path}.vatId`),
    taxId: path === 'seller' ? reading.code(tax, 'CompanyID', `${path}.taxId`) : undefined,
    legalForm: path === 'seller' ? reading.text(legal, 'CompanyLegalForm', `${path}.legalForm`) : undefined,
    endpoint: reading.identifier(party, 'EndpointID', `${path}.endpoint`),
    address: addressOf(reading, reading.group(party, 'PostalAddress', `${path}.address`), `${path}.address`),
    contact: contactOf(reading, reading.group(party, 'Contact', `${path}.contact`)),
  });
}

/** Whether a PartyTaxScheme, TaxCategory or ClassifiedTaxCategory is of VAT. */
export const isVat = (reading: Reading, node: XmlElement): boolean => schemeOf(reading, node)?.toUpperCase() === 'VAT';

/** The tax that it is of; undefined where none is named. */
export const schemeOf = (reading: Reading, node: XmlElement): string | undefined => reading.code(reading.group(node, 'TaxScheme'), 'ID');

export function addressOf(reading: Reading, node: Node, path: string): EAddress | undefined {
  if (!node) return undefined;
  return given({
    line1: reading.text(node, 'StreetName', `${path}.line1`),
    line2: reading.text(node, 'AdditionalStreetName', `${path}.line2`),
    line3: reading.text(reading.group(node, 'AddressLine'), 'Line', `${path}.line3`),
    city: reading.text(node, 'CityName', `${path}.city`),
    postcode: reading.text(node, 'PostalZone', `${path}.postcode`),
    region: reading.text(node, 'CountrySubentity', `${path}.region`),
    country: reading.code(reading.group(node, 'Country'), 'IdentificationCode', `${path}.country`),
  });
}

function contactOf(reading: Reading, node: Node): EContact | undefined {
  if (!node) return undefined;
  return given({
    name: reading.text(node, 'Name'),
    phone: reading.text(node, 'Telephone'),
    email: reading.text(node, 'ElectronicMail'),
  });
}

/** BG-10. */
export function payeeOf(reading: Reading, node: Node): Payee | undefined {
  if (!node) return undefined;
  const own = reading.groups(node, 'PartyIdentification').find((id) => !isCreditor(reading, id));
  return given({
    name: reading.text(reading.group(node, 'PartyName'), 'Name', 'payee.name'),
    id: own && reading.identifier(own, 'ID', 'payee.id'),
    registration: reading.identifier(reading.group(node, 'PartyLegalEntity'), 'CompanyID', 'payee.registration'),
  });
}

/** BG-11. */
export function representativeOf(reading: Reading, node: Node): TaxRepresentative | undefined {
  if (!node) return undefined;
  const schemes = reading.groups(node, 'PartyTaxScheme');
  const vat = schemes.find((scheme) => isVat(reading, scheme));
  for (const scheme of schemes) if (scheme !== vat) reading.taken.delete(scheme);
  return given({
    name: reading.text(reading.group(node, 'PartyName'), 'Name', 'representative.name'),
    vatId: reading.code(vat, 'CompanyID', 'representative.vatId'),
    address: addressOf(reading, reading.group(node, 'PostalAddress', 'representative.address'), 'representative.address'),
  });
}

/** BT-90: the SEPA identifier of the seller or the payee. */
export function creditorOf(reading: Reading, parties: Node[]): string | undefined {
  for (const party of parties)
    for (const node of reading.groups(party, 'PartyIdentification'))
      if (isCreditor(reading, node)) return reading.code(node, 'ID', 'creditor');
  return undefined;
}
