import type { EInvoice, SupportingDocument } from '../model.ts';
import { attributeOf, type XmlElement } from '../xml.ts';
import { allowancesOf, lineOf, periodOf } from './lines.ts';
import { all, at, code, day, identifier, present, some, text } from './nodes.ts';
import { addressOf, partyOf, payeeOf, representativeOf } from './parties.ts';
import { logisticsOf, paymentsOf, precedingOf, taxesOf, totalsOf } from './settlement.ts';

/** UNCL 1001: documents that give money back. */
const CREDIT_TYPES = new Set(['81', '83', '261', '262', '296', '308', '381', '396', '420', '458', '532']);
/** UNTDID 2475, which CII writes, as UNTDID 2005, which the model asks for (BT-8). */
const TAX_POINTS: Readonly<Record<string, string>> = { '5': '3', '29': '35', '72': '432' };

/** Root elements: UN/CEFACT CrossIndustryInvoice D16B/D22B, and the CrossIndustryDocument of ZUGFeRD 1.0. */
export const isCii = (root: XmlElement): boolean =>
  (root.name === 'CrossIndustryInvoice' && root.ns === 'urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100') ||
  (root.name === 'CrossIndustryDocument' && root.ns.startsWith('urn:ferd:CrossIndustryDocument:invoice:'));

/**
 * A Cross Industry Invoice in the terms of the model (EN 16931-3-3, and ZUGFeRD 1.0 by the same terms). Profiles that carry less than an
 * invoice needs (MINIMUM, BASIC WL) leave terms absent.
 */
export function ciiModel(root: XmlElement): EInvoice {
  const [context, document] = [at(root, 'ExchangedDocumentContext'), at(root, 'ExchangedDocument')];
  const transaction = at(root, 'SupplyChainTradeTransaction');
  const agreement = at(transaction, 'ApplicableHeaderTradeAgreement');
  const delivery = at(transaction, 'ApplicableHeaderTradeDelivery');
  const settlement = at(transaction, 'ApplicableHeaderTradeSettlement');
  const typeCode = code(document, 'TypeCode');
  const [currency, taxCurrency] = [code(settlement, 'InvoiceCurrencyCode'), code(settlement, 'TaxCurrencyCode')];
  const taxPoint = all(settlement, 'ApplicableTradeTax')
    .map((tax) => day(tax, 'TaxPointDate'))
    .find((d) => d !== undefined);
  const taxPointCode = all(settlement, 'ApplicableTradeTax')
    .map((tax) => code(tax, 'DueDateTypeCode'))
    .find((c) => c !== undefined);
  const referenced = (type: string) => all(agreement, 'AdditionalReferencedDocument').find((r) => code(r, 'TypeCode') === type);
  const terms = all(settlement, 'SpecifiedTradePaymentTerms');
  const charges = [...(allowancesOf(settlement, true) ?? []), ...logisticsOf(settlement)];
  return {
    kind: typeCode !== undefined && CREDIT_TYPES.has(typeCode) ? 'credit-note' : 'invoice',
    ...present<Partial<EInvoice>>({
      number: code(document, 'ID'),
      issued: day(document, 'IssueDateTime'),
      typeCode,
      currency,
      taxCurrency,
      taxPoint,
      taxPointCode: taxPointCode && (TAX_POINTS[taxPointCode] ?? taxPointCode),
      due: terms.map((t) => day(t, 'DueDateDateTime')).find((d) => d !== undefined),
      buyerReference: code(agreement, 'BuyerReference'),
      project: code(agreement, 'SpecifiedProcuringProject', 'ID'),
      contract: code(agreement, 'ContractReferencedDocument', 'IssuerAssignedID'),
      purchaseOrder: code(agreement, 'BuyerOrderReferencedDocument', 'IssuerAssignedID'),
      salesOrder: code(agreement, 'SellerOrderReferencedDocument', 'IssuerAssignedID'),
      receivingAdvice: code(delivery, 'ReceivingAdviceReferencedDocument', 'IssuerAssignedID'),
      despatchAdvice: code(delivery, 'DespatchAdviceReferencedDocument', 'IssuerAssignedID'),
      tender: code(referenced('50'), 'IssuerAssignedID'),
      invoicedObject: present({ id: code(referenced('130'), 'IssuerAssignedID'), scheme: code(referenced('130'), 'ReferenceTypeCode') }),
      accountingReference: code(settlement, 'ReceivableSpecifiedTradeAccountingAccount', 'ID'),
      paymentTerms: some(terms.map((t) => text(t, 'Description')))?.join('\n'),
      notes: some(all(document, 'IncludedNote').map((n) => present({ subject: code(n, 'SubjectCode'), text: text(n, 'Content') }))),
      process: code(context, 'BusinessProcessSpecifiedDocumentContextParameter', 'ID'),
      specification: code(context, 'GuidelineSpecifiedDocumentContextParameter', 'ID'),
      preceding: precedingOf(settlement),
      seller: partyOf(at(agreement, 'SellerTradeParty')),
      buyer: partyOf(at(agreement, 'BuyerTradeParty')),
      payee: payeeOf(at(settlement, 'PayeeTradeParty')),
      representative: representativeOf(at(agreement, 'SellerTaxRepresentativeTradeParty')),
      delivery: deliveryOf(delivery),
      period: periodOf(at(settlement, 'BillingSpecifiedPeriod')),
      payments: paymentsOf(settlement),
      creditor: code(settlement, 'CreditorReferenceID'),
      allowances: allowancesOf(settlement, false),
      charges: charges.length === 0 ? undefined : charges,
      totals: totalsOf(settlement, currency, taxCurrency),
      taxes: taxesOf(settlement),
      attachments: some(
        all(agreement, 'AdditionalReferencedDocument')
          .filter((r) => code(r, 'TypeCode') === '916')
          .map(supportingOf),
      ),
      lines: some(all(transaction, 'IncludedSupplyChainTradeLineItem').map(lineOf)),
    }),
  };
}

/** BG-13 */
function deliveryOf(node: XmlElement | undefined) {
  const place = at(node, 'ShipToTradeParty');
  return present({
    name: text(place, 'Name'),
    location: identifier(at(place, 'GlobalID') ?? at(place, 'ID')),
    date: day(node, 'ActualDeliverySupplyChainEvent', 'OccurrenceDateTime'),
    address: addressOf(at(place, 'PostalTradeAddress')),
  });
}

/** BG-24 */
function supportingOf(node: XmlElement): SupportingDocument | undefined {
  const binary = at(node, 'AttachmentBinaryObject');
  return present({
    id: code(node, 'IssuerAssignedID'),
    description: text(node, 'Name'),
    uri: code(node, 'URIID'),
    content: binary && {
      base64: binary.text,
      ...present({ mime: attributeOf(binary, 'mimeCode'), file: attributeOf(binary, 'filename') }),
    },
  });
}
