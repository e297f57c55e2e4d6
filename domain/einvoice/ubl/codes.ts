import type { CodedValue } from '../coded.ts';
import { attributeOf, collapse, type XmlElement } from '../xml.ts';
import { CAC, CBC } from './names.ts';

/** A coded value by its element and, where it matters, what is around it. */
interface Place {
  rule: string;
  /** The attribute that holds the code; none: the element's text. */
  attribute?: string;
  /** The parent must have that name. */
  within?: string;
  /** Further condition on the ancestors, the parent last. */
  when?: (ancestors: readonly XmlElement[]) => boolean;
}

const parentOf = (ancestors: readonly XmlElement[]): XmlElement | undefined => ancestors.at(-1);
const valueIn = (element: XmlElement | undefined, name: string): string =>
  collapse(element?.children.find((c) => c.name === name && c.ns === CBC)?.text ?? '');
const charged = (values: string[]) => (ancestors: readonly XmlElement[]) =>
  values.includes(valueIn(parentOf(ancestors), 'ChargeIndicator'));

const AMOUNTS =
  'Amount BaseAmount PriceAmount TaxAmount TaxableAmount LineExtensionAmount TaxExclusiveAmount TaxInclusiveAmount AllowanceTotalAmount ChargeTotalAmount PrepaidAmount PayableRoundingAmount PayableAmount';
const OBJECT = (ancestors: readonly XmlElement[]): boolean => valueIn(parentOf(ancestors), 'DocumentTypeCode') === '130';

/** Basic components by name. */
const PLACES: Readonly<Record<string, readonly Place[]>> = {
  ...Object.fromEntries(AMOUNTS.split(' ').map((name) => [name, [{ rule: 'BR-CL-03', attribute: 'currencyID' }]])),
  InvoiceTypeCode: [{ rule: 'BR-CL-01' }],
  CreditNoteTypeCode: [{ rule: 'BR-CL-01' }],
  DocumentCurrencyCode: [{ rule: 'BR-CL-04' }],
  TaxCurrencyCode: [{ rule: 'BR-CL-05' }],
  DescriptionCode: [{ rule: 'BR-CL-06', within: 'InvoicePeriod' }],
  PaymentMeansCode: [{ rule: 'BR-CL-16' }],
  AllowanceChargeReasonCode: [
    { rule: 'BR-CL-19', within: 'AllowanceCharge', when: charged(['false', '0']) },
    { rule: 'BR-CL-20', within: 'AllowanceCharge', when: charged(['true', '1']) },
  ],
  TaxExemptionReasonCode: [{ rule: 'BR-CL-22' }],
  IdentificationCode: [
    { rule: 'BR-CL-14', within: 'Country' },
    { rule: 'BR-CL-15', within: 'OriginCountry' },
  ],
  ItemClassificationCode: [{ rule: 'BR-CL-13', attribute: 'listID' }],
  InvoicedQuantity: [{ rule: 'BR-CL-23', attribute: 'unitCode' }],
  CreditedQuantity: [{ rule: 'BR-CL-23', attribute: 'unitCode' }],
  BaseQuantity: [{ rule: 'BR-CL-23', attribute: 'unitCode' }],
  EmbeddedDocumentBinaryObject: [{ rule: 'BR-CL-24', attribute: 'mimeCode' }],
  EndpointID: [{ rule: 'BR-CL-25', attribute: 'schemeID' }],
  CompanyID: [{ rule: 'BR-CL-11', attribute: 'schemeID', within: 'PartyLegalEntity' }],
  ID: [
    { rule: 'BR-CL-07', attribute: 'schemeID', within: 'AdditionalDocumentReference', when: OBJECT },
    { rule: 'BR-CL-07', attribute: 'schemeID', within: 'DocumentReference', when: OBJECT },
    { rule: 'BR-CL-10', attribute: 'schemeID', within: 'PartyIdentification' },
    { rule: 'BR-CL-21', attribute: 'schemeID', within: 'StandardItemIdentification' },
    { rule: 'BR-CL-26', attribute: 'schemeID', within: 'DeliveryLocation' },
    { rule: 'BR-CL-17', within: 'TaxCategory' },
    { rule: 'BR-CL-18', within: 'ClassifiedTaxCategory' },
  ],
};

/** SEPA is no register, but may stand for one with the seller and the payee. */
const isCreditorId = (place: Place, code: string, ancestors: readonly XmlElement[]): boolean =>
  place.rule === 'BR-CL-10' && code === 'SEPA' && ancestors.some((a) => a.name === 'AccountingSupplierParty' || a.name === 'PayeeParty');

/** Every coded value of a UBL document, wherever it stands. */
export function codesIn(root: XmlElement): CodedValue[] {
  const found: CodedValue[] = [];
  // From the root to the parent of the element that is looked at.
  const ancestors: XmlElement[] = [];
  const visit = (element: XmlElement): void => {
    if (element.ns === CBC)
      for (const place of PLACES[element.name] ?? []) {
        const parent = parentOf(ancestors);
        if (place.within !== undefined && !(parent?.name === place.within && parent.ns === CAC)) continue;
        if (place.when && !place.when(ancestors)) continue;
        const raw = place.attribute === undefined ? element.text : attributeOf(element, place.attribute);
        if (raw === undefined || (place.attribute === undefined && collapse(raw) === '')) continue;
        const code = collapse(raw);
        if (!isCreditorId(place, code, ancestors))
          found.push({ rule: place.rule, code, path: '', place: { line: element.line, column: element.column } });
      }
    ancestors.push(element);
    for (const child of element.children) visit(child);
    ancestors.pop();
  };
  visit(root);
  found.push(...notesIn(root));
  return found;
}

/** The subject of a note that begins with #code#. */
function notesIn(root: XmlElement): CodedValue[] {
  return root.children.flatMap((note) => {
    const code = note.name === 'Note' && note.ns === CBC ? /^\s*#([A-Z0-9]{2,3})#/.exec(note.text)?.[1] : undefined;
    return code === undefined ? [] : [{ rule: 'BR-CL-08', code, path: 'notes', place: { line: note.line, column: note.column } }];
  });
}
