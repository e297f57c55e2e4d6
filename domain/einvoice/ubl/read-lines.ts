import type { AllowanceCharge, Item, Line, NamedTax, Period, Price } from '../model-lines.ts';
import type { XmlElement } from '../xml.ts';
import { schemeOf } from './read-parties.ts';
import { given, type Reading } from './reading.ts';

type Node = XmlElement | undefined;

/** BG-25 of an InvoiceLine or CreditNoteLine. */
export function lineOf(reading: Reading, node: XmlElement, path: string): Line {
  reading.keep(node, path);
  const quantity = reading.element(node, 'InvoicedQuantity') ? 'InvoicedQuantity' : 'CreditedQuantity';
  return given({
    id: reading.code(node, 'ID', `${path}.id`),
    note: reading.text(node, 'Note', `${path}.note`),
    object: objectOf(reading, node, path),
    quantity: reading.number(node, quantity, `${path}.quantity`),
    unit: reading.attribute(reading.element(node, quantity), 'unitCode'),
    net: reading.number(node, 'LineExtensionAmount', `${path}.net`),
    orderLine: reading.code(reading.group(node, 'OrderLineReference'), 'LineID', `${path}.orderLine`),
    accountingReference: reading.text(node, 'AccountingCost', `${path}.accountingReference`),
    period: periodOf(reading, reading.group(node, 'InvoicePeriod', `${path}.period`), `${path}.period`),
    ...allowancesOf(reading, node, path),
    price: priceOf(reading, reading.group(node, 'Price', `${path}.price`), `${path}.price`),
    ...itemAndTaxOf(reading, reading.group(node, 'Item', `${path}.item`), path),
  });
}

/** BT-128: a document reference of type 130. */
function objectOf(reading: Reading, line: XmlElement, path: string) {
  const references = reading.groups(line, 'DocumentReference');
  const object = references.find((node) => reading.code(node, 'DocumentTypeCode') === '130');
  for (const node of references) if (node !== object) reading.taken.delete(node);
  return object && reading.identifier(object, 'ID', `${path}.object`);
}

export function periodOf(reading: Reading, node: Node, path: string): Period | undefined {
  if (!node) return undefined;
  return given({ first: reading.date(node, 'StartDate', `${path}.first`), last: reading.date(node, 'EndDate', `${path}.last`) });
}

/** Category and rate of a TaxCategory or ClassifiedTaxCategory, and the scheme where it is not VAT. */
export function taxOf(reading: Reading, node: Node, path: string): NamedTax | undefined {
  if (!node) return undefined;
  const scheme = schemeOf(reading, node) ?? '';
  return given({
    category: reading.code(node, 'ID', `${path}.category`),
    rate: reading.number(node, 'Percent', `${path}.rate`),
    scheme: scheme.toUpperCase() === 'VAT' ? undefined : scheme,
  });
}

/** Allowances and charges of the document or of a line, by their indicator. One without an indicator is neither, and not read. */
export function allowancesOf(
  reading: Reading,
  parent: XmlElement,
  path: string,
): { allowances: AllowanceCharge[]; charges: AllowanceCharge[] } {
  const both = { allowances: [] as AllowanceCharge[], charges: [] as AllowanceCharge[] };
  for (const node of reading.groups(parent, 'AllowanceCharge')) {
    const indicator = reading.code(node, 'ChargeIndicator');
    if (indicator === undefined || !/^(?:true|false|0|1)$/.test(indicator)) {
      reading.taken.delete(node);
      continue;
    }
    const kind = indicator === 'true' || indicator === '1' ? 'charges' : 'allowances';
    const way = `${path}${path && '.'}${kind}[${both[kind].length}]`;
    reading.keep(node, way);
    both[kind].push(
      given({
        amount: reading.number(node, 'Amount', `${way}.amount`),
        base: reading.number(node, 'BaseAmount', `${way}.base`),
        percent: reading.number(node, 'MultiplierFactorNumeric', `${way}.percent`),
        tax: path === '' ? taxOf(reading, reading.group(node, 'TaxCategory'), `${way}.tax`) : undefined,
        reason: reading.text(node, 'AllowanceChargeReason', `${way}.reason`),
        reasonCode: reading.code(node, 'AllowanceChargeReasonCode', `${way}.reasonCode`),
      }),
    );
  }
  return both;
}

function priceOf(reading: Reading, node: Node, path: string): Price | undefined {
  if (!node) return undefined;
  const discount = reading.group(node, 'AllowanceCharge');
  if (discount) reading.element(discount, 'ChargeIndicator');
  return given({
    net: reading.number(node, 'PriceAmount', `${path}.net`),
    discount: reading.number(discount, 'Amount', `${path}.discount`),
    gross: reading.number(discount, 'BaseAmount', `${path}.gross`),
    per: reading.number(node, 'BaseQuantity', `${path}.per`),
    perUnit: reading.attribute(reading.element(node, 'BaseQuantity'), 'unitCode'),
  });
}

function itemAndTaxOf(reading: Reading, node: Node, linePath: string): { item?: Item; tax?: NamedTax } {
  if (!node) return {};
  const path = `${linePath}.item`;
  const item: Item = given({
    name: reading.text(node, 'Name', `${path}.name`),
    description: reading.text(node, 'Description', `${path}.description`),
    sellerId: reading.code(reading.group(node, 'SellersItemIdentification'), 'ID', `${path}.sellerId`),
    buyerId: reading.code(reading.group(node, 'BuyersItemIdentification'), 'ID', `${path}.buyerId`),
    standardId: reading.identifier(reading.group(node, 'StandardItemIdentification'), 'ID', `${path}.standardId`),
    classes: reading.groups(node, 'CommodityClassification').flatMap((of, n) => {
      const code = reading.element(of, 'ItemClassificationCode', `${path}.classes[${n}]`);
      if (!code) return [];
      return [
        given({
          code: reading.code(of, 'ItemClassificationCode'),
          list: reading.attribute(code, 'listID'),
          version: reading.attribute(code, 'listVersionID'),
        }),
      ];
    }),
    origin: reading.code(reading.group(node, 'OriginCountry'), 'IdentificationCode', `${path}.origin`),
    attributes: reading
      .groups(node, 'AdditionalItemProperty')
      .map((of, n) =>
        given({ name: reading.text(reading.keep(of, `${path}.attributes[${n}]`), 'Name'), value: reading.text(of, 'Value') }),
      ),
  });
  const tax = taxOf(reading, reading.group(node, 'ClassifiedTaxCategory', `${linePath}.tax`), `${linePath}.tax`);
  return given({ item, tax });
}
