import type { EAddress, EParty, Payee, TaxRepresentative } from '../model-parties.ts';
import type { Identifier } from '../model-terms.ts';
import { branch, leaf, type XmlOut } from '../xml-write.ts';

type Out = XmlOut | undefined;

export const identified = (name: string, id: Identifier | undefined): Out => leaf(name, id?.id, { schemeID: id?.scheme });

const scheme = (tax: string): Out => branch('cac:TaxScheme', [leaf('cbc:ID', tax)]);
/** A tax number and what tax it is of; UBL takes any word but VAT for a local one. */
const taxNumber = (number: string | undefined, tax: string): Out =>
  number === undefined ? undefined : branch('cac:PartyTaxScheme', [leaf('cbc:CompanyID', number), scheme(tax)]);
const identification = (id: Identifier): Out => branch('cac:PartyIdentification', [identified('cbc:ID', id)]);

export const addressOut = (name: string, a: EAddress | undefined): Out =>
  a &&
  branch(name, [
    leaf('cbc:StreetName', a.line1),
    leaf('cbc:AdditionalStreetName', a.line2),
    leaf('cbc:CityName', a.city),
    leaf('cbc:PostalZone', a.postcode),
    leaf('cbc:CountrySubentity', a.region),
    branch('cac:AddressLine', [leaf('cbc:Line', a.line3)]),
    branch('cac:Country', [leaf('cbc:IdentificationCode', a.country)]),
  ]);

/** `creditor`: BT-90, which stands among the identifiers of the seller, or of the payee where there is one. */
export const partyOut = (role: string, p: EParty | undefined, creditor: string | undefined): Out =>
  p &&
  branch(role, [
    branch('cac:Party', [
      identified('cbc:EndpointID', p.endpoint),
      ...(p.ids ?? []).map(identification),
      ...(creditor === undefined ? [] : [identification({ id: creditor, scheme: 'SEPA' })]),
      branch('cac:PartyName', [leaf('cbc:Name', p.tradingName)]),
      addressOut('cac:PostalAddress', p.address),
      taxNumber(p.vatId, 'VAT'),
      taxNumber(p.taxId, 'TAX'),
      branch('cac:PartyLegalEntity', [
        leaf('cbc:RegistrationName', p.name),
        identified('cbc:CompanyID', p.registration),
        leaf('cbc:CompanyLegalForm', p.legalForm),
      ]),
      branch('cac:Contact', [
        leaf('cbc:Name', p.contact?.name),
        leaf('cbc:Telephone', p.contact?.phone),
        leaf('cbc:ElectronicMail', p.contact?.email),
      ]),
    ]),
  ]);

export const payeeOut = (p: Payee | undefined, creditor: string | undefined): Out =>
  p &&
  branch('cac:PayeeParty', [
    ...(p.id ? [identification(p.id)] : []),
    ...(creditor === undefined ? [] : [identification({ id: creditor, scheme: 'SEPA' })]),
    branch('cac:PartyName', [leaf('cbc:Name', p.name)]),
    branch('cac:PartyLegalEntity', [identified('cbc:CompanyID', p.registration)]),
  ]);

export const representativeOut = (r: TaxRepresentative | undefined): Out =>
  r &&
  branch('cac:TaxRepresentativeParty', [
    branch('cac:PartyName', [leaf('cbc:Name', r.name)]),
    addressOut('cac:PostalAddress', r.address),
    taxNumber(r.vatId, 'VAT'),
  ]);

/** A TaxCategory or ClassifiedTaxCategory: code, rate, reason of an exemption, and the scheme, which is VAT unless the model says otherwise. */
export const categoryOut = (
  name: string,
  tax: { category?: string; rate?: string; scheme?: string; reason?: string; reasonCode?: string } | undefined,
): Out =>
  tax &&
  branch(name, [
    leaf('cbc:ID', tax.category),
    leaf('cbc:Percent', tax.rate),
    leaf('cbc:TaxExemptionReasonCode', tax.reasonCode),
    leaf('cbc:TaxExemptionReason', tax.reason),
    scheme(tax.scheme ?? 'VAT'),
  ]);
