import type { Delivery, EInvoice, Note, PaymentInstructions, SupportingDocument } from '../model.ts';
import { branch, leaf, xmlText, type XmlOut } from '../xml-write.ts';
import { CAC, CBC, CREDIT_NOTE, INVOICE } from './names.ts';
import { allowancesOut, lineOut, periodOut, type Money } from './write-lines.ts';
import { addressOut, categoryOut, identified, partyOut, payeeOut, representativeOut } from './write-parties.ts';

type Out = XmlOut | undefined;

/**
 * An invoice as UBL 2.1 Invoice or CreditNote (binding of CEN/TS 16931-3-2), elements in the order of the schema, none empty.
 * It writes what the model says and judges nothing: check it first. The day on which a credit note is due stands at its means of
 * payment; where it has none, UBL has no room for that day.
 */
export function writeUbl(i: EInvoice): string {
  const credit = i.kind === 'credit-note';
  const money = moneyIn(i.currency);
  const reference = (name: string, id: string | undefined): Out => branch(name, [leaf('cbc:ID', id)]);
  const type = leaf(credit ? 'cbc:CreditNoteTypeCode' : 'cbc:InvoiceTypeCode', i.typeCode);
  const notes = (i.notes ?? []).map(noteOut);
  const taxPoint = leaf('cbc:TaxPointDate', i.taxPoint);
  const additional = additionalOut(i, credit);
  const tender = reference('cac:OriginatorDocumentReference', i.tender);
  const contract = reference('cac:ContractDocumentReference', i.contract);
  const children: Out[] = [
    leaf('cbc:CustomizationID', i.specification),
    leaf('cbc:ProfileID', i.process),
    leaf('cbc:ID', i.number),
    leaf('cbc:IssueDate', i.issued),
    ...(credit ? [taxPoint, type, ...notes] : [leaf('cbc:DueDate', i.due), type, ...notes, taxPoint]),
    leaf('cbc:DocumentCurrencyCode', i.currency),
    leaf('cbc:TaxCurrencyCode', i.taxCurrency),
    leaf('cbc:AccountingCost', i.accountingReference),
    leaf('cbc:BuyerReference', i.buyerReference),
    periodOut(i.period, i.taxPointCode),
    orderOut(i),
    ...(i.preceding ?? []).map((p) =>
      branch('cac:BillingReference', [branch('cac:InvoiceDocumentReference', [leaf('cbc:ID', p.number), leaf('cbc:IssueDate', p.issued)])]),
    ),
    reference('cac:DespatchDocumentReference', i.despatchAdvice),
    reference('cac:ReceiptDocumentReference', i.receivingAdvice),
    // The two schemas have these in another order.
    ...(credit ? [contract, ...additional, tender] : [tender, contract, ...additional, reference('cac:ProjectReference', i.project)]),
    partyOut('cac:AccountingSupplierParty', i.seller, i.payee ? undefined : i.creditor),
    partyOut('cac:AccountingCustomerParty', i.buyer, undefined),
    payeeOut(i.payee, i.creditor),
    representativeOut(i.representative),
    deliveryOut(i.delivery),
    ...(i.payments ?? []).map((payment, n) => paymentOut(payment, credit && n === 0 ? i.due : undefined)),
    branch('cac:PaymentTerms', [leaf('cbc:Note', i.paymentTerms)]),
    ...allowancesOut(i, money),
    ...taxTotalsOut(i, money),
    totalsOut(i, money),
    ...(i.lines ?? []).map((line) => lineOut(line, credit, money)),
  ];
  return xmlText({
    name: credit ? 'CreditNote' : 'Invoice',
    attributes: { xmlns: credit ? CREDIT_NOTE : INVOICE, 'xmlns:cac': CAC, 'xmlns:cbc': CBC },
    content: children,
  });
}

const moneyIn =
  (currency: string | undefined): Money =>
  (name, amount) =>
    leaf(name, amount, { currencyID: currency });

const noteOut = ({ subject, text }: Note): Out => leaf('cbc:Note', subject === undefined ? text : `#${subject}#${text ?? ''}`);

/** UBL asks for the order's own number where the seller's is given: NA stands for one that is not known. */
const orderOut = ({ purchaseOrder, salesOrder }: EInvoice): Out =>
  branch('cac:OrderReference', [
    leaf('cbc:ID', purchaseOrder ?? (salesOrder === undefined ? undefined : 'NA')),
    leaf('cbc:SalesOrderID', salesOrder),
  ]);

/** The invoiced object, in a credit note the project, and the supporting documents. */
function additionalOut(i: EInvoice, credit: boolean): Out[] {
  const typed = (id: Out, type: string): Out => id && branch('cac:AdditionalDocumentReference', [id, leaf('cbc:DocumentTypeCode', type)]);
  return [
    typed(identified('cbc:ID', i.invoicedObject), '130'),
    credit ? typed(leaf('cbc:ID', i.project), '50') : undefined,
    ...(i.attachments ?? []).map(attachmentOut),
  ];
}

const attachmentOut = (a: SupportingDocument): Out =>
  branch('cac:AdditionalDocumentReference', [
    leaf('cbc:ID', a.id),
    leaf('cbc:DocumentDescription', a.description),
    branch('cac:Attachment', [
      leaf('cbc:EmbeddedDocumentBinaryObject', a.content?.base64, { mimeCode: a.content?.mime, filename: a.content?.file }),
      branch('cac:ExternalReference', [leaf('cbc:URI', a.uri)]),
    ]),
  ]);

const deliveryOut = (d: Delivery | undefined): Out =>
  d &&
  branch('cac:Delivery', [
    leaf('cbc:ActualDeliveryDate', d.date),
    branch('cac:DeliveryLocation', [identified('cbc:ID', d.location), addressOut('cac:Address', d.address)]),
    branch('cac:DeliveryParty', [branch('cac:PartyName', [leaf('cbc:Name', d.name)])]),
  ]);

const paymentOut = (p: PaymentInstructions, due: string | undefined): Out =>
  branch('cac:PaymentMeans', [
    leaf('cbc:PaymentMeansCode', p.code, { name: p.text }),
    leaf('cbc:PaymentDueDate', due),
    leaf('cbc:PaymentID', p.remittance),
    p.card &&
      branch('cac:CardAccount', [
        leaf('cbc:PrimaryAccountNumberID', p.card.number),
        // The schema asks for the network, the model has no term for it.
        leaf('cbc:NetworkID', 'NA'),
        leaf('cbc:HolderName', p.card.holder),
      ]),
    p.account &&
      branch('cac:PayeeFinancialAccount', [
        leaf('cbc:ID', p.account.id),
        leaf('cbc:Name', p.account.name),
        branch('cac:FinancialInstitutionBranch', [leaf('cbc:ID', p.account.provider)]),
      ]),
    p.debit &&
      branch('cac:PaymentMandate', [
        leaf('cbc:ID', p.debit.mandate),
        branch('cac:PayerFinancialAccount', [leaf('cbc:ID', p.debit.account)]),
      ]),
  ]);

/** The total in the document's currency with its breakdown, and the one in the currency of accounting. */
function taxTotalsOut(i: EInvoice, money: Money): Out[] {
  const { totals, taxes } = i;
  return [
    branch('cac:TaxTotal', [
      money('cbc:TaxAmount', totals?.tax),
      ...(taxes ?? []).map((tax) =>
        branch('cac:TaxSubtotal', [
          money('cbc:TaxableAmount', tax.base),
          money('cbc:TaxAmount', tax.amount),
          categoryOut('cac:TaxCategory', tax),
        ]),
      ),
    ]),
    branch('cac:TaxTotal', [leaf('cbc:TaxAmount', totals?.taxInTaxCurrency, { currencyID: i.taxCurrency })]),
  ];
}

const totalsOut = ({ totals: t }: EInvoice, money: Money): Out =>
  t &&
  branch('cac:LegalMonetaryTotal', [
    money('cbc:LineExtensionAmount', t.lines),
    money('cbc:TaxExclusiveAmount', t.net),
    money('cbc:TaxInclusiveAmount', t.gross),
    money('cbc:AllowanceTotalAmount', t.allowances),
    money('cbc:ChargeTotalAmount', t.charges),
    money('cbc:PrepaidAmount', t.prepaid),
    money('cbc:PayableRoundingAmount', t.rounding),
    money('cbc:PayableAmount', t.payable),
  ]);
