import type { AllowanceCharge, Item, Line, Period, Price } from '../model-lines.ts';
import { branch, leaf, type XmlOut } from '../xml-write.ts';
import { categoryOut, identified } from './write-parties.ts';

type Out = XmlOut | undefined;

/** Writes an amount of the document's currency. */
export type Money = (name: string, amount: string | undefined) => Out;

export const periodOut = (period: Period | undefined, taxPointCode?: string): Out =>
  branch('cac:InvoicePeriod', [
    leaf('cbc:StartDate', period?.first),
    leaf('cbc:EndDate', period?.last),
    leaf('cbc:DescriptionCode', taxPointCode),
  ]);

/** Allowances, then charges. */
export function allowancesOut(of: { allowances?: readonly AllowanceCharge[]; charges?: readonly AllowanceCharge[] }, money: Money): Out[] {
  const out =
    (indicator: string) =>
    (a: AllowanceCharge): Out =>
      branch('cac:AllowanceCharge', [
        leaf('cbc:ChargeIndicator', indicator),
        leaf('cbc:AllowanceChargeReasonCode', a.reasonCode),
        leaf('cbc:AllowanceChargeReason', a.reason),
        leaf('cbc:MultiplierFactorNumeric', a.percent),
        money('cbc:Amount', a.amount),
        money('cbc:BaseAmount', a.base),
        categoryOut('cac:TaxCategory', a.tax),
      ]);
  return [...(of.allowances ?? []).map(out('false')), ...(of.charges ?? []).map(out('true'))];
}

/** An InvoiceLine or CreditNoteLine. */
export function lineOut(line: Line, credit: boolean, money: Money): Out {
  return branch(credit ? 'cac:CreditNoteLine' : 'cac:InvoiceLine', [
    leaf('cbc:ID', line.id),
    leaf('cbc:Note', line.note),
    leaf(credit ? 'cbc:CreditedQuantity' : 'cbc:InvoicedQuantity', line.quantity, { unitCode: line.unit }),
    money('cbc:LineExtensionAmount', line.net),
    leaf('cbc:AccountingCost', line.accountingReference),
    periodOut(line.period),
    branch('cac:OrderLineReference', [leaf('cbc:LineID', line.orderLine)]),
    line.object && branch('cac:DocumentReference', [identified('cbc:ID', line.object), leaf('cbc:DocumentTypeCode', '130')]),
    ...allowancesOut(line, money),
    itemOut(line),
    priceOut(line.price, money),
  ]);
}

function itemOut({ item, tax }: Line): Out {
  const of: Item = item ?? {};
  return branch('cac:Item', [
    leaf('cbc:Description', of.description),
    leaf('cbc:Name', of.name),
    branch('cac:BuyersItemIdentification', [leaf('cbc:ID', of.buyerId)]),
    branch('cac:SellersItemIdentification', [leaf('cbc:ID', of.sellerId)]),
    branch('cac:StandardItemIdentification', [identified('cbc:ID', of.standardId)]),
    branch('cac:OriginCountry', [leaf('cbc:IdentificationCode', of.origin)]),
    ...(of.classes ?? []).map((c) =>
      branch('cac:CommodityClassification', [leaf('cbc:ItemClassificationCode', c.code, { listID: c.list, listVersionID: c.version })]),
    ),
    categoryOut('cac:ClassifiedTaxCategory', tax),
    ...(of.attributes ?? []).map((a) => branch('cac:AdditionalItemProperty', [leaf('cbc:Name', a.name), leaf('cbc:Value', a.value)])),
  ]);
}

function priceOut(price: Price | undefined, money: Money): Out {
  if (!price) return undefined;
  const discounted = price.discount !== undefined || price.gross !== undefined;
  return branch('cac:Price', [
    money('cbc:PriceAmount', price.net),
    leaf('cbc:BaseQuantity', price.per, { unitCode: price.perUnit }),
    discounted
      ? branch('cac:AllowanceCharge', [
          leaf('cbc:ChargeIndicator', 'false'),
          money('cbc:Amount', price.discount),
          money('cbc:BaseAmount', price.gross),
        ])
      : undefined,
  ]);
}
