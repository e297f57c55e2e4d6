import type { EAddress, EContact, EParty, Payee, TaxRepresentative } from '../model-parties.ts';
import { collapse, type XmlElement } from '../xml.ts';
import { all, at, code, identifier, present, some, text } from './nodes.ts';

type Node = XmlElement | undefined;

/** Seller (BG-4) or buyer (BG-7). */
export const partyOf = (node: Node): EParty | undefined =>
  present({
    name: text(node, 'Name'),
    tradingName: text(node, 'SpecifiedLegalOrganization', 'TradingBusinessName'),
    ids: idsOf(node),
    registration: identifier(at(node, 'SpecifiedLegalOrganization', 'ID')),
    vatId: registrationOf(node, 'VA'),
    taxId: registrationOf(node, 'FC'),
    legalForm: text(node, 'Description'),
    endpoint: identifier(at(node, 'URIUniversalCommunication', 'URIID')),
    address: addressOf(at(node, 'PostalTradeAddress')),
    contact: contactOf(at(node, 'DefinedTradeContact')),
  });

/** Identifiers without a scheme (ID) and with one (GlobalID). */
const idsOf = (node: Node) => some([...all(node, 'ID'), ...all(node, 'GlobalID')].map(identifier));

/** VA: number for VAT purposes; FC: local tax number (UNCL 1153). */
function registrationOf(node: Node, scheme: string): string | undefined {
  for (const registration of all(node, 'SpecifiedTaxRegistration')) {
    const id = at(registration, 'ID');
    if (id?.attributes.some((a) => a.name === 'schemeID' && collapse(a.value) === scheme)) return collapse(id.text) || undefined;
  }
  return undefined;
}

export const addressOf = (node: Node): EAddress | undefined =>
  present({
    line1: text(node, 'LineOne'),
    line2: text(node, 'LineTwo'),
    line3: text(node, 'LineThree'),
    city: text(node, 'CityName'),
    postcode: text(node, 'PostcodeCode'),
    region: text(node, 'CountrySubDivisionName'),
    country: code(node, 'CountryID'),
  });

const contactOf = (node: Node): EContact | undefined =>
  present({
    name: text(node, 'PersonName') ?? text(node, 'DepartmentName'),
    phone: text(node, 'TelephoneUniversalCommunication', 'CompleteNumber'),
    email: text(node, 'EmailURIUniversalCommunication', 'URIID'),
  });

/** BG-10 */
export const payeeOf = (node: Node): Payee | undefined =>
  present({
    name: text(node, 'Name'),
    id: idsOf(node)?.[0],
    registration: identifier(at(node, 'SpecifiedLegalOrganization', 'ID')),
  });

/** BG-11 */
export const representativeOf = (node: Node): TaxRepresentative | undefined =>
  present({ name: text(node, 'Name'), vatId: registrationOf(node, 'VA'), address: addressOf(at(node, 'PostalTradeAddress')) });
