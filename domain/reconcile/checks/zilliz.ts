import { add, compare, equal, subtract, sum, type Amount } from '../../money/amount.ts';
import { POLICIES, round } from '../../money/rounding.ts';
import { findingsOf, type Item } from '../beside/items.ts';
import { judge, type CheckRule, type Verdict, type Words } from '../check.ts';
import type { Facts, InvoiceFact } from '../facts.ts';
import { figure, invoicesDrill, linesDrill, paymentsDrill } from '../figures.ts';
import { roundingStep } from '../policies.ts';
import { paidOn, withheldOn } from '../settled.ts';
import { STEPS } from '../steps.ts';
import { say } from '../../words/said.ts';
import { statusTitle } from '../../words/titles.ts';

const SOURCE = 'Zilliz Cloud: understand your invoice; invoice API v2';

interface Formula {
  id: string;
  title: Words;
  left: string;
  plus: string;
  minus: string | null;
}

/** Figures of the invoice interface; alreadyBilledAmount has no documented place in any of them. */
const FORMULAS: readonly Formula[] = [
  {
    id: 'zilliz.subtotal',
    title: { en: 'Subtotal = usage − credits', zh: '小计 = 用量总金额 − 优惠券' },
    left: 'subtotal',
    plus: 'usageAmount',
    minus: 'creditsApplied',
  },
  { id: 'zilliz.total', title: { en: 'Total = subtotal + tax', zh: '总额 = 小计 + 税' }, left: 'total', plus: 'subtotal', minus: null },
  {
    id: 'zilliz.amount-due',
    title: { en: 'Amount due = total − advance payment', zh: '应付 = 总额 − 预付' },
    left: 'amountDue',
    plus: 'total',
    minus: 'advancePayAmount',
  },
];

/** Both sides on one invoice; null where the vendor gave not all figures. */
function sides(formula: Formula, invoice: InvoiceFact): { left: Amount; right: Amount; text: string } | null {
  const [left, plus] = [invoice.figures[formula.left], invoice.figures[formula.plus]];
  const other = invoice.figures[formula.minus ?? 'tax'];
  if (left === undefined || plus === undefined || other === undefined) return null;
  const right = formula.minus ? subtract(plus, other) : add(plus, other);
  return {
    left,
    right,
    text: `${invoice.number}: ${left} ${equal(left, right) ? '=' : '≠'} ${plus} ${formula.minus ? '−' : '+'} ${other}${equal(left, right) ? '' : ` = ${right}`}`,
  };
}

const side = ({ title }: Formula, at: 0 | 1): Words => ({ en: title.en.split(' = ')[at]!, zh: title.zh.split(' = ')[at]! });

const formulaCheck = (formula: Formula): CheckRule => ({
  id: formula.id,
  title: formula.title,
  step: STEPS.vendor,
  scope: 'invoices',
  left: side(formula, 0),
  right: side(formula, 1),
  tolerance: [],
  explanation: { en: "The vendor's own figures fit its own formula, invoice by invoice.", zh: '厂商自身数据逐张符合其公式。' },
  vendors: ['zilliz'],
  source: SOURCE,
  run: (facts) => holdFormula(facts, formula),
});

function holdFormula(facts: Facts, formula: Formula): Verdict[] {
  const found = facts.invoices.flatMap((i) => sides(formula, i) ?? []);
  if (found.length === 0) return [];
  const [left, right] = [side(formula, 0), side(formula, 1)];
  const wrong = found.filter((f) => !equal(f.left, f.right));
  const findings = findingsOf(
    wrong.map((f): Item => ({
      kind: 'invoice.amount',
      amount: subtract(f.left, f.right),
      text: say`${{ formula: formula.title }} does not hold: ${{ figures: f.text }}`,
      lines: [],
    })),
  );
  const verdict = judge({
    left: figure(left.en, left.zh, sum(found.map((f) => f.left)), invoicesDrill(facts)),
    right: figure(right.en, right.zh, sum(found.map((f) => f.right)), invoicesDrill(facts)),
    missing: { left: formula.title, right: formula.title },
    pass: { en: `${found.length} invoices fit.`, zh: `${found.length} 张账单均符合。` },
    fail: (difference) => ({
      en: `The vendor's own figures differ by ${difference} ${facts.currency}.`,
      zh: `厂商自身数据相差 ${difference} ${facts.currency}。`,
    }),
    arithmetic: found.map((f) => f.text),
    why: () => findings,
  });
  return [
    verdict.status === 'pass' && wrong.length > 0
      ? {
          ...verdict,
          status: 'fail',
          findings,
          explanation: {
            en: `${wrong.length} invoices do not fit, though their sums do.`,
            zh: `${wrong.length} 张账单不符合，尽管合计相等。`,
          },
        }
      : verdict,
  ];
}

/** Left: what the vendor calls unpaid (nothing once it says paid). Right: amount due less what the book has paid. */
export const zillizUnpaid: CheckRule = {
  id: 'zilliz.unpaid',
  title: { en: 'Unpaid = amount due − cash', zh: '未支付金额 = 应付 − 现金余额扣款' },
  step: STEPS.vendor,
  scope: 'payments',
  left: { en: "unpaid by the vendor's state", zh: '厂商状态下的未支付金额' },
  right: { en: 'amount due − what the book has paid', zh: '应付 − 账本已付' },
  tolerance: [],
  explanation: { en: 'What the vendor says is unpaid is what the book has not paid.', zh: '厂商显示的未支付金额与账本一致。' },
  vendors: ['zilliz'],
  source: SOURCE,
  run(facts) {
    const billed = facts.invoices.filter((i) => i.kind === 'invoice' && i.figures['amountDue'] !== undefined);
    if (billed.length === 0) return [];
    const due = (i: InvoiceFact): Amount => i.figures['amountDue']!;
    const settled = (i: InvoiceFact): Amount => sum([paidOn(facts, i), withheldOn(facts, i), i.credited]);
    const closed = (i: InvoiceFact): boolean => i.stated === 'paid' || i.stated === 'free';
    const unpaidByVendor = (i: InvoiceFact): Amount => {
      if (closed(i)) return '0';
      const rest = subtract(due(i), settled(i));
      // The interface states no unpaid amount: an open invoice owes what is left, and never less than nothing.
      return compare(rest, '0') > 0 ? rest : '0';
    };
    const unseen = billed.filter((i) => closed(i) && compare(due(i), '0') > 0 && compare(settled(i), '0') === 0);
    const paid = sum(billed.map(settled));
    return [
      judge({
        left: figure('Unpaid, as the vendor states it', '未支付金额（厂商状态）', sum(billed.map(unpaidByVendor)), invoicesDrill(facts)),
        right: figure(
          'Amount due less cash',
          '应付 − 现金扣款',
          unseen.length > 0 ? null : subtract(sum(billed.map(due)), paid),
          paymentsDrill(facts),
        ),
        missing: {
          left: { en: 'There is no invoice.', zh: '没有账单。' },
          right: {
            en: `The vendor says that ${unseen.map((i) => i.number).join(', ')} is paid. Add the payment.`,
            zh: `厂商显示 ${unseen.map((i) => i.number).join('、')} 已支付。请添加付款。`,
          },
        },
        pass: { en: `Of the amount due, ${paid} ${facts.currency} is settled.`, zh: `应付金额中已结清 ${paid} ${facts.currency}。` },
        fail: (difference) => ({
          en: `The vendor's state and the payments differ by ${difference} ${facts.currency}.`,
          zh: `厂商状态与付款相差 ${difference} ${facts.currency}。`,
        }),
        arithmetic: billed.map(
          (i) =>
            say`${{ invoice: i.number }} (${{ state: statusTitle(i.stated) }}): ${{ due: due(i) }} − ${{ settled: settled(i) }} = ${{ open: subtract(due(i), settled(i)) }}`,
        ),
      }),
    ];
  },
};

/** Left: usage lines with up to ten decimals. Right: usage on the invoices in cents. Only where usage lines are there. */
export const zillizUsage: CheckRule = {
  id: 'zilliz.usage',
  title: { en: 'Usage lines = usage on the invoice', zh: '用量明细合计 = 账单用量总金额' },
  step: STEPS.vendor,
  scope: 'invoices',
  left: { en: 'usage lines, up to ten decimals', zh: '用量明细（至多十位小数）' },
  right: { en: 'usage on the invoices', zh: '账单用量总金额' },
  tolerance: [POLICIES.zillizUsage.id],
  explanation: { en: 'The invoice charges the usage of the month, rounded once to cents.', zh: '账单按本月用量计费，只取整一次到分。' },
  vendors: ['zilliz'],
  source: SOURCE,
  run(facts) {
    const usage = facts.invoices.flatMap((i) => i.figures['usageAmount'] ?? []);
    const left = facts.usagePayable;
    if (left === null || usage.length === 0) return [];
    const right = sum(usage);
    const policy = POLICIES.zillizUsage;
    return [
      judge({
        left: figure('Usage lines', '用量明细', left, linesDrill(facts, 'detail')),
        right: figure('Invoices: usage', '账单：用量总金额', right, invoicesDrill(facts)),
        missing: {
          left: { en: 'The usage lines have no amount.', zh: '用量明细没有金额。' },
          right: { en: 'There is no invoice.', zh: '没有账单。' },
        },
        pass: { en: 'The invoice charges exactly the usage.', zh: '账单与用量一致。' },
        explain: () =>
          equal(round(left, policy), right)
            ? {
                policy,
                words: { en: `${policy.title}.`, zh: `月内十位小数的费用在账单上四舍五入到分（${policy.id}）。` },
                arithmetic: [roundingStep(left, policy)],
              }
            : null,
        fail: (difference) => ({
          en: `Usage lines and invoice differ by ${difference} ${facts.currency}.`,
          zh: `用量明细与账单相差 ${difference} ${facts.currency}。`,
        }),
        tolerance: policy.id,
        why: (difference) => [
          {
            kind: 'invoice.amount',
            amount: difference,
            text: say`The usage lines add up to ${{ usage: left }}, the invoices charge ${{ charged: right }}.`,
            bad: facts.probe.linesWithPayable(compare(difference, '0') < 0 ? subtract('0', difference) : difference),
          },
        ],
      }),
    ];
  },
};

export const zillizChecks: readonly CheckRule[] = [...FORMULAS.map(formulaCheck), zillizUnpaid, zillizUsage];
