import { refuse } from '../../result.ts';
import { say } from '../../words/said.ts';
import type { EInvoice, Note } from '../model.ts';
import type { ReadInvoice } from '../read.ts';
import { childrenOf, trimXml, type XmlElement } from '../xml.ts';
import { codesIn } from './codes.ts';
import { CBC, CREDIT_NOTE, INVOICE } from './names.ts';
import { allowancesOf, lineOf, periodOf } from './read-lines.ts';
import { creditorOf, partyOf, payeeOf, representativeOf } from './read-parties.ts';
import { attachmentOf, deliveryOf, paymentOf, taxTotalsOf, totalsOf } from './read-settlement.ts';
import { given, Reading } from './reading.ts';
import { checkSyntax } from './syntax.ts';
import { unreadIn } from './unread.ts';

/** Whether the tree is a UBL 2.1 Invoice or CreditNote. */
export const isUbl = (root: XmlElement): boolean =>
  (root.name === 'Invoice' && root.ns === INVOICE) || (root.name === 'CreditNote' && root.ns === CREDIT_NOTE);

/**
 * Reads a UBL 2.1 Invoice or CreditNote into the terms of EN 16931 (binding of CEN/TS 16931-3-2). Nothing is refused for being
 * wrong: broken rules of the syntax and everything that has no place in the model are findings. Refuses with
 * `einvoice.not-ubl` what is neither.
 */
export function readUbl(root: XmlElement): ReadInvoice {
  if (!isUbl(root))
    refuse('einvoice.not-ubl', say`The file begins with “${{ name: root.name.slice(0, 40) }}” and is no UBL 2.1 invoice or credit note.`, {
      remedy: 'Check whether it is an electronic invoice, and of which format.',
    });
  const reading = new Reading();
  reading.keep(root, '');
  const invoice = invoiceOf(reading, root);
  return {
    syntax: 'ubl',
    invoice,
    codes: codesIn(root),
    findings: [...reading.findings, ...checkSyntax(root), ...unreadIn(root, reading)],
    places: reading.places,
  };
}

function invoiceOf(r: Reading, root: XmlElement): EInvoice {
  const credit = root.name === 'CreditNote';
  const order = r.group(root, 'OrderReference');
  const period = r.group(root, 'InvoicePeriod', 'period');
  const supplier = r.group(root, 'AccountingSupplierParty', 'seller');
  const payee = r.group(root, 'PayeeParty', 'payee');
  const payments = r.groups(root, 'PaymentMeans');
  const references = referencesOf(r, root, credit);
  const currency = r.code(root, 'DocumentCurrencyCode', 'currency');
  const taxCurrency = r.code(root, 'TaxCurrencyCode', 'taxCurrency');
  const { taxes, ...taxTotals } = taxTotalsOf(r, root, currency, taxCurrency);
  const totals = totalsOf(r, r.group(root, 'LegalMonetaryTotal', 'totals'));
  const reference = (name: string, path: string) => r.code(r.group(root, name), 'ID', path);
  return given<EInvoice>({
    kind: credit ? 'credit-note' : 'invoice',
    number: r.code(root, 'ID', 'number'),
    issued: r.date(root, 'IssueDate', 'issued'),
    typeCode: r.code(root, credit ? 'CreditNoteTypeCode' : 'InvoiceTypeCode', 'typeCode'),
    currency,
    taxCurrency,
    taxPoint: r.date(root, 'TaxPointDate', 'taxPoint'),
    taxPointCode: r.code(period, 'DescriptionCode', 'taxPointCode'),
    // A credit note has no day of its own on which it is due; its means of payment have one.
    due:
      r.date(root, 'DueDate', 'due') ??
      r.date(
        payments.find((p) => r.element(p, 'PaymentDueDate')),
        'PaymentDueDate',
        'due',
      ),
    buyerReference: r.text(root, 'BuyerReference', 'buyerReference'),
    project: reference('ProjectReference', 'project') ?? references.project,
    contract: reference('ContractDocumentReference', 'contract'),
    ...ordersOf(r, order),
    receivingAdvice: reference('ReceiptDocumentReference', 'receivingAdvice'),
    despatchAdvice: reference('DespatchDocumentReference', 'despatchAdvice'),
    tender: reference('OriginatorDocumentReference', 'tender'),
    invoicedObject: references.object,
    accountingReference: r.text(root, 'AccountingCost', 'accountingReference'),
    paymentTerms: r.text(r.group(root, 'PaymentTerms'), 'Note', 'paymentTerms'),
    notes: notesOf(r, root),
    process: r.code(root, 'ProfileID', 'process'),
    specification: r.code(root, 'CustomizationID', 'specification'),
    preceding: r.groups(root, 'BillingReference').map((node, n) => {
      const document = r.group(r.keep(node, `preceding[${n}]`), 'InvoiceDocumentReference');
      return given({ number: r.code(document, 'ID'), issued: r.date(document, 'IssueDate', `preceding[${n}].issued`) });
    }),
    seller: partyOf(r, supplier, 'seller'),
    buyer: partyOf(r, r.group(root, 'AccountingCustomerParty', 'buyer'), 'buyer'),
    payee: payeeOf(r, payee),
    representative: representativeOf(r, r.group(root, 'TaxRepresentativeParty', 'representative')),
    delivery: deliveryOf(r, r.group(root, 'Delivery', 'delivery')),
    period: periodOf(r, period, 'period'),
    payments: payments.map((node, n) => paymentOf(r, node, `payments[${n}]`)),
    creditor: creditorOf(r, [r.group(supplier, 'Party'), payee]),
    ...allowancesOf(r, root, ''),
    totals:
      totals || taxTotals.tax !== undefined || taxTotals.taxInTaxCurrency !== undefined ? given({ ...totals, ...taxTotals }) : undefined,
    taxes,
    attachments: references.attachments,
    lines: r.groups(root, credit ? 'CreditNoteLine' : 'InvoiceLine').map((node, n) => lineOf(r, node, `lines[${n}]`)),
  });
}

/** UBL asks for the order's own number where the seller's is given: NA stands for one that is not known. */
function ordersOf(r: Reading, order: XmlElement | undefined): Pick<EInvoice, 'purchaseOrder' | 'salesOrder'> {
  const [purchaseOrder, salesOrder] = [r.code(order, 'ID', 'purchaseOrder'), r.code(order, 'SalesOrderID', 'salesOrder')];
  return { purchaseOrder: purchaseOrder === 'NA' && salesOrder !== undefined ? undefined : purchaseOrder, salesOrder };
}

/** AdditionalDocumentReference: the invoiced object (130), in a credit note the project (50), else a supporting document. */
function referencesOf(r: Reading, root: XmlElement, credit: boolean) {
  const nodes = r.groups(root, 'AdditionalDocumentReference').map((node) => ({ node, type: r.code(node, 'DocumentTypeCode') }));
  const object = nodes.find(({ type }) => type === '130')?.node;
  const project = credit ? nodes.find(({ type }) => type === '50')?.node : undefined;
  const others = nodes.filter(({ node }) => node !== object && node !== project);
  return {
    object: object && r.identifier(object, 'ID', 'invoicedObject'),
    project: project && r.code(project, 'ID', 'project'),
    attachments: others.map(({ node }, n) => attachmentOf(r, node, `attachments[${n}]`)),
  };
}

/** BG-1: the subject's code stands between two # before the text. */
function notesOf(r: Reading, root: XmlElement): Note[] {
  return childrenOf(root, CBC, 'Note').flatMap((node, n): Note[] => {
    const text = trimXml(r.keep(node, `notes[${n}]`).text);
    const coded = /^#([A-Z0-9]{2,3})#/.exec(text);
    if (coded) return [given({ subject: coded[1], text: text.slice(coded[0].length) || undefined })];
    return text === '' ? [] : [{ text }];
  });
}
