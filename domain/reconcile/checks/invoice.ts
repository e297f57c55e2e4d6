import { absolute, equal, subtract, sum, type Amount } from '../../money/amount.ts';
import { POLICIES, round, type RoundingPolicy } from '../../money/rounding.ts';
import { exactTotal } from '../../bill/total.ts';
import { isTaxLine, sumMeasures, sumsWhere } from '../bill-types.ts';
import { judge, type CheckRule } from '../check.ts';
import { creditedAsRefunded } from './credit.ts';
import { roundedOtherwise, waysOf, type Charges, type Way } from '../eras.ts';
import type { Facts } from '../facts.ts';
import { cashMeasures, figure, invoicesDrill, linesDrill } from '../figures.ts';
import { invoicePolicy, roundingStep, INVOICE_POLICIES } from '../policies.ts';
import { STEPS } from '../steps.ts';

/** How the charges came to the invoice's figure: rounded once, or as the bill of its month was cut; null where neither makes it. */
function invoiceWay(facts: Facts, charges: Charges, policy: RoundingPolicy, wanted: Amount): Way | null {
  const value = round(charges.exact, policy);
  if (equal(value, wanted)) return { policy, value, steps: [roundingStep(charges.exact, policy)] };
  if (facts.vendor === 'huawei') for (const way of waysOf(facts, charges)) if (equal(way.value, wanted)) return way;
  return null;
}

/** Left: payable less coupons of every line, refunds included, tax lines not. Right: net of the period's invoices less credit notes. */
export const invoiceNet: CheckRule = {
  id: 'invoice.net',
  title: { en: 'Invoice net = bill of the period', zh: '发票不含税金额 = 本期账单' },
  step: STEPS.invoices,
  scope: 'invoices',
  left: { en: 'payable less coupons of every line, refunds included, tax lines not', zh: '应付金额减代金券（含退款，不含税金行）' },
  right: { en: "net of the period's invoices less credit notes", zh: '本期发票不含税金额减贷项发票' },
  tolerance: INVOICE_POLICIES,
  explanation: { en: "The invoice charges the month's bill, rounded once.", zh: '发票按本期账单开具，只取整一次。' },
  vendors: null,
  source: 'Huawei Cloud billing guide 10.1 (invoices are drawn from the month’s bill); Zilliz Cloud: understand your invoice',
  run(facts) {
    const bill = facts.detail ?? facts.statement;
    if (!bill && facts.invoices.length === 0) return [];
    const total = bill && exactTotal(bill.sums);
    const taxLines = bill && exactTotal(sumsWhere(bill, isTaxLine));
    const left = total === null ? null : subtract(total, taxLines ?? '0');
    const right = facts.invoices.length === 0 ? null : sum(facts.invoices.map((i) => i.net));
    const policy = invoicePolicy(facts);
    // What is charged in money, which is what the payable leaves after coupons; the rules of earlier months cut it in pieces.
    const charges: Charges | null =
      left === null
        ? null
        : {
            kind: facts.detail ? 'detail' : 'statement',
            measures: cashMeasures(facts),
            billTypes: bill!.groups.map((group) => group.billType).filter((type) => !isTaxLine(type)),
            exact: left,
          };
    return [
      judge({
        left: figure(
          'Bill: payable less coupons, without tax lines',
          '账单：应付金额减代金券（不含税金行）',
          left,
          linesDrill(facts, facts.detail ? 'detail' : 'statement'),
        ),
        right: figure('Invoices: net, credit notes taken off', '发票：不含税金额（已减贷项发票）', right, invoicesDrill(facts)),
        missing: {
          left: { en: 'There is no bill of this period for the invoice. Import it.', zh: '发票对应的本期账单不存在。请导入账单。' },
          right: {
            en: 'There is no invoice of this period. Add it, or link an invoice to the period.',
            zh: '本期没有发票。请添加发票，或将已有发票关联到本期。',
          },
        },
        pass: { en: 'The invoice charges exactly the bill.', zh: '发票与账单完全一致。' },
        explain: () => {
          const way = invoiceWay(facts, charges!, policy, right!);
          return way
            ? {
                policy: way.policy,
                words: {
                  en: `The invoice is in whole cents. ${way.policy.title}.`,
                  zh: `发票按最小货币单位开具；差异由取整规则 ${way.policy.id} 产生。`,
                },
                arithmetic: way.steps,
              }
            : null;
        },
        why: (difference) => {
          // A wrong credit note is named as what it is; a rounding would fit to the cent by chance.
          if (!creditedAsRefunded(facts)) return [];
          const other = roundedOtherwise(facts, charges!, right!, difference);
          return other ? [other] : [];
        },
        fail: (difference) => ({
          en: `Bill and invoice differ by ${difference} ${facts.currency}. Ask the vendor, or look for lines of that amount.`,
          zh: `账单与发票相差 ${difference} ${facts.currency}。请与厂商核对，或查找该金额的明细行。`,
        }),
        tolerance: policy.id,
        arithmetic: facts.invoices.map((i) => `${i.number}: ${i.net}`),
        bad: (difference) => facts.probe.linesWithPayable(absolute(difference)),
      }),
    ];
  },
};

/** Left: tax on the bill (税金 column and tax lines). Right: tax of the period's invoices. Only where the bill carries tax. */
export const invoiceTax: CheckRule = {
  id: 'invoice.tax',
  title: { en: 'Invoice tax = tax on the bill', zh: '发票税额 = 账单税金' },
  step: STEPS.invoices,
  scope: 'invoices',
  left: { en: 'tax on the bill: tax lines and tax column', zh: '账单税金（税金行与税金列）' },
  right: { en: "tax of the period's invoices", zh: '本期发票税额' },
  tolerance: [POLICIES.taxLine.id],
  explanation: { en: 'The invoice charges the tax that the bill carries.', zh: '发票税额与账单税金一致。' },
  vendors: null,
  source: 'Huawei Cloud billing guide 7.2.2.2 (消费-税金, 退款-税金); Tencent Cloud International bill fields (Tax Amount)',
  run(facts) {
    const bill = facts.detail ?? facts.statement;
    if (!bill || facts.invoices.length === 0) return [];
    const parts = [exactTotal(sumsWhere(bill, isTaxLine)), sumMeasures(bill.sums, ['tax'])].flatMap((p) => p ?? []);
    if (parts.length === 0) return [];
    const left = sum(parts);
    const right = sum(facts.invoices.map((i) => i.tax));
    const policy = POLICIES.taxLine;
    return [
      judge({
        left: figure('Bill: tax', '账单：税金', left, linesDrill(facts, facts.detail ? 'detail' : 'statement')),
        right: figure('Invoices: tax', '发票：税额', right, invoicesDrill(facts)),
        missing: {
          left: { en: 'The bill carries no tax.', zh: '账单没有税金。' },
          right: { en: 'There is no invoice of this period.', zh: '本期没有发票。' },
        },
        pass: { en: 'The invoice charges exactly the tax of the bill.', zh: '发票税额与账单税金一致。' },
        explain: () =>
          equal(round(left, policy), right)
            ? {
                policy,
                words: { en: `${policy.title}.`, zh: `每张单据的税额四舍五入到分（${policy.id}）。` },
                arithmetic: [roundingStep(left, policy)],
              }
            : null,
        fail: (difference) => ({
          en: `The tax on bill and invoice differs by ${difference} ${facts.currency}.`,
          zh: `账单税金与发票税额相差 ${difference} ${facts.currency}。`,
        }),
        tolerance: policy.id,
        arithmetic: facts.invoices.map((i) => `${i.number}: ${i.tax}`),
      }),
    ];
  },
};
