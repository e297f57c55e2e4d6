import type { Delivery, PaymentInstructions, SupportingDocument, TaxSubtotal, Totals } from '../model.ts';
import { collapse, trimXml, type XmlElement } from '../xml.ts';
import { taxOf } from './read-lines.ts';
import { addressOf } from './read-parties.ts';
import { given, type Reading } from './reading.ts';

type Node = XmlElement | undefined;

export function deliveryOf(reading: Reading, node: Node): Delivery | undefined {
  if (!node) return undefined;
  const location = reading.group(node, 'DeliveryLocation');
  return given({
    name: reading.text(reading.group(reading.group(node, 'DeliveryParty'), 'PartyName'), 'Name', 'delivery.name'),
    location: reading.identifier(location, 'ID', 'delivery.location'),
    date: reading.date(node, 'ActualDeliveryDate', 'delivery.date'),
    address: addressOf(reading, reading.group(location, 'Address', 'delivery.address'), 'delivery.address'),
  });
}

export function paymentOf(reading: Reading, node: XmlElement, path: string): PaymentInstructions {
  reading.keep(node, path);
  const account = reading.group(node, 'PayeeFinancialAccount', `${path}.account`);
  const card = reading.group(node, 'CardAccount', `${path}.card`);
  const mandate = reading.group(node, 'PaymentMandate', `${path}.debit`);
  // UBL asks for the card's network, which has no term of its own.
  if (card) reading.element(card, 'NetworkID');
  return given({
    code: reading.code(node, 'PaymentMeansCode', `${path}.code`),
    text: reading.attribute(reading.element(node, 'PaymentMeansCode'), 'name'),
    remittance: reading.text(node, 'PaymentID', `${path}.remittance`),
    account:
      account &&
      given({
        id: reading.code(account, 'ID', `${path}.account.id`),
        name: reading.text(account, 'Name'),
        provider: reading.code(reading.group(account, 'FinancialInstitutionBranch'), 'ID'),
      }),
    card: card && given({ number: reading.code(card, 'PrimaryAccountNumberID'), holder: reading.text(card, 'HolderName') }),
    debit:
      mandate &&
      given({ mandate: reading.code(mandate, 'ID'), account: reading.code(reading.group(mandate, 'PayerFinancialAccount'), 'ID') }),
  });
}

/** BG-22 but for the taxes; the path of an amount is `totals.<field>`. */
export function totalsOf(reading: Reading, node: Node): Totals | undefined {
  if (!node) return undefined;
  const amount = (name: string, field: keyof Totals) => reading.number(node, name, `totals.${field}`);
  return given({
    lines: amount('LineExtensionAmount', 'lines'),
    allowances: amount('AllowanceTotalAmount', 'allowances'),
    charges: amount('ChargeTotalAmount', 'charges'),
    net: amount('TaxExclusiveAmount', 'net'),
    gross: amount('TaxInclusiveAmount', 'gross'),
    prepaid: amount('PrepaidAmount', 'prepaid'),
    rounding: amount('PayableRoundingAmount', 'rounding'),
    payable: amount('PayableAmount', 'payable'),
  });
}

/**
 * The tax totals, told apart by their currency: BT-110 in the document's, BT-111 in that of accounting. Where the document names
 * no currency the one with a breakdown is its own. A total in any other currency is not read.
 */
export function taxTotalsOf(reading: Reading, root: XmlElement, currency: string | undefined, taxCurrency: string | undefined) {
  const nodes = reading.groups(root, 'TaxTotal');
  const currencyOf = (node: XmlElement) => reading.attribute(reading.element(node, 'TaxAmount'), 'currencyID');
  const detailed = (node: XmlElement) => reading.group(node, 'TaxSubtotal') !== undefined;
  const own =
    currency === undefined
      ? (nodes.find(detailed) ?? nodes[0])
      : (nodes.find((node) => currencyOf(node) === currency) ?? nodes.find((node) => detailed(node) && currencyOf(node) === undefined));
  const other = taxCurrency === undefined ? undefined : nodes.find((node) => node !== own && currencyOf(node) === taxCurrency);
  // A breakdown belongs to the document whatever its total is in: one too many is told by the rules on the breakdown.
  const broken = nodes.filter(detailed);
  for (const node of nodes) if (node !== own && node !== other && !broken.includes(node)) reading.taken.delete(node);
  const tax = own === undefined || (currency !== undefined && currencyOf(own) !== currency) ? undefined : own;
  // A total that is neither is told, also where the breakdown beside it is read.
  for (const node of broken) {
    const amount = node !== tax && node !== other ? reading.element(node, 'TaxAmount') : undefined;
    if (amount) reading.taken.delete(amount);
  }
  return {
    tax: reading.number(tax, 'TaxAmount', 'totals.tax'),
    taxInTaxCurrency: reading.number(other, 'TaxAmount', 'totals.taxInTaxCurrency'),
    taxes: broken
      .flatMap((node) => reading.groups(node, 'TaxSubtotal'))
      .map((node, n): TaxSubtotal => subtotalOf(reading, node, `taxes[${n}]`)),
  };
}

function subtotalOf(reading: Reading, node: XmlElement, path: string): TaxSubtotal {
  reading.keep(node, path);
  const category = reading.group(node, 'TaxCategory');
  return given({
    base: reading.number(node, 'TaxableAmount', `${path}.base`),
    amount: reading.number(node, 'TaxAmount', `${path}.amount`),
    ...taxOf(reading, category, path),
    reason: reading.text(category, 'TaxExemptionReason', `${path}.reason`),
    reasonCode: reading.code(category, 'TaxExemptionReasonCode', `${path}.reasonCode`),
  });
}

/** BG-24 of an AdditionalDocumentReference. */
export function attachmentOf(reading: Reading, node: XmlElement, path: string): SupportingDocument {
  reading.keep(node, path);
  const attachment = reading.group(node, 'Attachment');
  const binary = reading.element(attachment, 'EmbeddedDocumentBinaryObject', `${path}.content`);
  return given({
    id: reading.code(node, 'ID', `${path}.id`),
    description: reading.text(node, 'DocumentDescription'),
    uri: reading.code(reading.group(attachment, 'ExternalReference'), 'URI'),
    content:
      binary &&
      given({
        base64: collapse(trimXml(binary.text)).replaceAll(' ', ''),
        mime: reading.attribute(binary, 'mimeCode'),
        file: reading.attribute(binary, 'filename'),
      }),
  });
}
