import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { pack, xmlOf } from '../../../test/support/einvoice.ts';
import { validInvoice } from '../../../test/support/einvoice-models.ts';
import type { XmlElement } from '../xml.ts';
import { CAC } from './names.ts';
import { writeUbl } from './write.ts';

/** What may stand in an element, in the order of the schema; made by others than the writer (test/fixtures/einvoice). */
interface Structure {
  [name: string]: { many?: true; attributes?: string[]; children?: Structure };
}
const invoice = JSON.parse(
  readFileSync(fileURLToPath(new URL('../../../test/fixtures/einvoice/ubl-structure.json', import.meta.url)), 'utf8'),
) as Structure;
// It knows one identifier of a payee, where the binding has a second for the creditor of a direct debit.
invoice['cac:PayeeParty']!.children!['cac:PartyIdentification']!.many = true;

/** What UBL-CreditNote-2.1.xsd has otherwise: the order of dates, type and references; no due day, no project; other names. */
const CREDIT_NOTE =
  'cbc:CustomizationID cbc:ProfileID cbc:ID cbc:IssueDate cbc:TaxPointDate cbc:CreditNoteTypeCode cbc:Note cbc:DocumentCurrencyCode cbc:TaxCurrencyCode cbc:AccountingCost cbc:BuyerReference cac:InvoicePeriod cac:OrderReference cac:BillingReference cac:DespatchDocumentReference cac:ReceiptDocumentReference cac:ContractDocumentReference cac:AdditionalDocumentReference cac:OriginatorDocumentReference cac:AccountingSupplierParty cac:AccountingCustomerParty cac:PayeeParty cac:TaxRepresentativeParty cac:Delivery cac:PaymentMeans cac:PaymentTerms cac:AllowanceCharge cac:TaxTotal cac:LegalMonetaryTotal cac:CreditNoteLine';
const renamed: Readonly<Record<string, string>> = {
  'cbc:CreditNoteTypeCode': 'cbc:InvoiceTypeCode',
  'cac:CreditNoteLine': 'cac:InvoiceLine',
};
const creditNote: Structure = Object.fromEntries(CREDIT_NOTE.split(' ').map((name) => [name, invoice[renamed[name] ?? name]!]));
creditNote['cac:CreditNoteLine'] = {
  many: true,
  children: Object.fromEntries(
    Object.entries(invoice['cac:InvoiceLine']!.children!).map(([name, of]) => [name.replace('Invoiced', 'Credited'), of]),
  ),
};
// Where the day on which a credit note is due stands.
const { 'cbc:PaymentMeansCode': code, ...means } = invoice['cac:PaymentMeans']!.children!;
creditNote['cac:PaymentMeans'] = { many: true, children: { 'cbc:PaymentMeansCode': code!, 'cbc:PaymentDueDate': {}, ...means } };

/** Every element that is unknown, out of order or there too often, and every unknown attribute, by its way. */
function faults(element: XmlElement, structure: Structure, way = ''): string[] {
  const order = Object.keys(structure);
  let last = -1;
  const seen = new Set<string>();
  return element.children.flatMap((child) => {
    const name = `${child.ns === CAC ? 'cac' : 'cbc'}:${child.name}`;
    const here = `${way}/${name}`;
    const rule = structure[name];
    if (!rule) return [`${here} is unknown`];
    const place = order.indexOf(name);
    const found = [
      ...(place < last ? [`${here} after ${order[last]}`] : []),
      ...(seen.has(name) && !rule.many ? [`${here} twice`] : []),
      ...child.attributes.filter((a) => !rule.attributes?.includes(a.name)).map((a) => `${here}/@${a.name}`),
      ...(child.children.length === 0 && child.text === '' ? [`${here} is empty`] : []),
    ];
    last = Math.max(last, place);
    seen.add(name);
    return [...found, ...faults(child, rule.children ?? {}, here)];
  });
}

describe('the elements of what is written', () => {
  it('are those of the schema in its order, for any invoice and credit note', () => {
    fc.assert(
      fc.property(validInvoice, (model) => {
        expect(faults(xmlOf(writeUbl(model)), model.kind === 'invoice' ? invoice : creditNote)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('would be found out of order', () => {
    const [, text] = Object.entries(pack('examples-ubl'))[0]!;
    const root = xmlOf(text);
    expect(faults(root, invoice)).toEqual([]);
    expect(faults({ ...root, children: root.children.toReversed() }, invoice).length).toBeGreaterThan(5);
    expect(faults({ ...root, children: [root.children[0]!, root.children[0]!] }, invoice)).toEqual(['/cbc:CustomizationID twice']);
  });
});
