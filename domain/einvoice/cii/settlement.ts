import type { AllowanceCharge } from '../model-lines.ts';
import type { PaymentInstructions, Preceding, TaxSubtotal, Totals } from '../model.ts';
import { attributeOf, type XmlElement } from '../xml.ts';
import { all, at, code, day, present, some, text } from './nodes.ts';
import { taxOf } from './lines.ts';

type Node = XmlElement | undefined;

/** BG-22; the tax total in the document's currency is BT-110, the one in the tax currency BT-111. */
export function totalsOf(settlement: Node, currency: string | undefined, taxCurrency: string | undefined): Totals | undefined {
  const sums = at(settlement, 'SpecifiedTradeSettlementHeaderMonetarySummation');
  const taxes = all(sums, 'TaxTotalAmount');
  const of = (wanted: string | undefined): Node => taxes.find((t) => wanted !== undefined && attributeOf(t, 'currencyID') === wanted);
  const own = of(currency) ?? taxes.find((t) => attributeOf(t, 'currencyID') === undefined) ?? (taxes.length === 1 ? taxes[0] : undefined);
  return present({
    lines: code(sums, 'LineTotalAmount'),
    allowances: code(sums, 'AllowanceTotalAmount'),
    charges: code(sums, 'ChargeTotalAmount'),
    net: code(sums, 'TaxBasisTotalAmount'),
    tax: code(own),
    taxInTaxCurrency: taxCurrency === undefined || taxCurrency === currency ? undefined : code(of(taxCurrency)),
    gross: code(sums, 'GrandTotalAmount'),
    prepaid: code(sums, 'TotalPrepaidAmount'),
    rounding: code(sums, 'RoundingAmount'),
    payable: code(sums, 'DuePayableAmount'),
  });
}

/** BG-23 */
export const taxesOf = (settlement: Node): TaxSubtotal[] | undefined =>
  some(
    all(settlement, 'ApplicableTradeTax').map((node) =>
      present({
        ...taxOf(node),
        base: code(node, 'BasisAmount'),
        amount: code(node, 'CalculatedAmount'),
        reason: text(node, 'ExemptionReason'),
        reasonCode: code(node, 'ExemptionReasonCode'),
      }),
    ),
  );

/** Charges for freight and the like, which the extended profiles keep apart: charges of the document (BG-21). */
export const logisticsOf = (settlement: Node): AllowanceCharge[] =>
  all(settlement, 'SpecifiedLogisticsServiceCharge').flatMap((node) => {
    const charge = present({
      amount: code(node, 'AppliedAmount'),
      tax: taxOf(at(node, 'AppliedTradeTax')),
      reason: text(node, 'Description'),
    });
    return charge ? [charge] : [];
  });

/** BG-3 */
export const precedingOf = (settlement: Node): Preceding[] | undefined =>
  some(
    all(settlement, 'InvoiceReferencedDocument').map((node) =>
      present({ number: code(node, 'IssuerAssignedID'), issued: day(node, 'FormattedIssueDateTime') }),
    ),
  );

/** BG-16, one for each means of payment; the remittance text (BT-83) is the settlement's. */
export function paymentsOf(settlement: Node): PaymentInstructions[] | undefined {
  const remittance = code(settlement, 'PaymentReference');
  const mandate = all(settlement, 'SpecifiedTradePaymentTerms')
    .map((t) => code(t, 'DirectDebitMandateID'))
    .find((m) => m !== undefined);
  const means = all(settlement, 'SpecifiedTradeSettlementPaymentMeans').map((node, index) =>
    present({
      code: code(node, 'TypeCode'),
      text: text(node, 'Information'),
      remittance,
      account: present({
        id: code(node, 'PayeePartyCreditorFinancialAccount', 'IBANID') ?? code(node, 'PayeePartyCreditorFinancialAccount', 'ProprietaryID'),
        name: text(node, 'PayeePartyCreditorFinancialAccount', 'AccountName'),
        provider: code(node, 'PayeeSpecifiedCreditorFinancialInstitution', 'BICID'),
      }),
      card: present({
        number: code(node, 'ApplicableTradeSettlementFinancialCard', 'ID'),
        holder: text(node, 'ApplicableTradeSettlementFinancialCard', 'CardholderName'),
      }),
      debit: present({
        mandate: index === 0 ? mandate : undefined,
        account: code(node, 'PayerPartyDebtorFinancialAccount', 'IBANID'),
      }),
    }),
  );
  return some(means);
}
