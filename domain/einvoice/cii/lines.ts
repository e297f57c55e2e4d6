import { add, isAmount, type Amount } from '../../money/amount.ts';
import type { AllowanceCharge, Item, Line, NamedTax, Period, Price } from '../model-lines.ts';
import { attributeOf, type XmlElement } from '../xml.ts';
import { all, at, code, day, identifier, present, some, text } from './nodes.ts';

type Node = XmlElement | undefined;

/** BG-25 of an IncludedSupplyChainTradeLineItem. */
export function lineOf(node: XmlElement): Line {
  const settlement = at(node, 'SpecifiedLineTradeSettlement');
  const agreement = at(node, 'SpecifiedLineTradeAgreement');
  const quantity = at(node, 'SpecifiedLineTradeDelivery', 'BilledQuantity');
  return (
    present({
      id: code(node, 'AssociatedDocumentLineDocument', 'LineID'),
      note: text(node, 'AssociatedDocumentLineDocument', 'IncludedNote', 'Content'),
      object: objectOf(settlement),
      quantity: code(quantity),
      unit: (quantity && attributeOf(quantity, 'unitCode')) || undefined,
      net: code(settlement, 'SpecifiedTradeSettlementLineMonetarySummation', 'LineTotalAmount'),
      orderLine: code(agreement, 'BuyerOrderReferencedDocument', 'LineID'),
      accountingReference: code(settlement, 'ReceivableSpecifiedTradeAccountingAccount', 'ID'),
      period: periodOf(at(settlement, 'BillingSpecifiedPeriod')),
      allowances: allowancesOf(settlement, false),
      charges: allowancesOf(settlement, true),
      price: priceOf(agreement),
      tax: taxOf(at(settlement, 'ApplicableTradeTax')),
      item: itemOf(at(node, 'SpecifiedTradeProduct')),
    }) ?? {}
  );
}

/** BT-128: an additional document of type 130. */
function objectOf(settlement: Node) {
  const reference = all(settlement, 'AdditionalReferencedDocument').find((r) => (code(r, 'TypeCode') ?? '130') === '130');
  return present({ id: code(reference, 'IssuerAssignedID'), scheme: code(reference, 'ReferenceTypeCode') });
}

export const periodOf = (node: Node): Period | undefined => present({ first: day(node, 'StartDateTime'), last: day(node, 'EndDateTime') });

/** Category and rate of an ApplicableTradeTax or CategoryTradeTax. */
export const taxOf = (node: Node): NamedTax | undefined =>
  present({ category: code(node, 'CategoryCode'), rate: code(node, 'RateApplicablePercent') });

/** Allowances (`charge` false) or charges of a settlement; those of the document have a tax. */
export const allowancesOf = (settlement: Node, charge: boolean): AllowanceCharge[] | undefined =>
  some(
    all(settlement, 'SpecifiedTradeAllowanceCharge')
      .filter((node) => /^(?:true|1)$/.test(code(node, 'ChargeIndicator', 'Indicator') ?? '') === charge)
      .map((node) =>
        present({
          amount: code(node, 'ActualAmount'),
          base: code(node, 'BasisAmount'),
          percent: code(node, 'CalculationPercent'),
          tax: taxOf(at(node, 'CategoryTradeTax')),
          reason: text(node, 'Reason'),
          reasonCode: code(node, 'ReasonCode'),
        }),
      ),
  );

/** BG-29: the discount of the gross price is the sum of what is taken off it. */
function priceOf(agreement: Node): Price | undefined {
  const [net, gross] = [at(agreement, 'NetPriceProductTradePrice'), at(agreement, 'GrossPriceProductTradePrice')];
  const per = at(net, 'BasisQuantity') ?? at(gross, 'BasisQuantity');
  return present({
    net: code(net, 'ChargeAmount'),
    discount: discountOf(gross),
    gross: code(gross, 'ChargeAmount'),
    per: code(per),
    perUnit: (per && attributeOf(per, 'unitCode')) || undefined,
  });
}

function discountOf(gross: Node): string | undefined {
  const amounts = all(gross, 'AppliedTradeAllowanceCharge').map((node) => code(node, 'ActualAmount'));
  if (amounts.length < 2) return amounts[0];
  return amounts.every((a): a is Amount => a !== undefined && isAmount(a)) ? amounts.reduce(add) : amounts.join(' + ');
}

function itemOf(node: Node): Item | undefined {
  return present({
    name: text(node, 'Name'),
    description: text(node, 'Description'),
    sellerId: code(node, 'SellerAssignedID'),
    buyerId: code(node, 'BuyerAssignedID'),
    standardId: identifier(at(node, 'GlobalID')),
    classes: some(
      all(node, 'DesignatedProductClassification')
        .map((c) => at(c, 'ClassCode'))
        .map((c) => c && present({ code: code(c), list: attributeOf(c, 'listID'), version: attributeOf(c, 'listVersionID') })),
    ),
    origin: code(node, 'OriginTradeCountry', 'ID'),
    attributes: some(
      all(node, 'ApplicableProductCharacteristic').map((c) => present({ name: text(c, 'Description'), value: text(c, 'Value') })),
    ),
  });
}
