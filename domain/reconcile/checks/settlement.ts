import { compare, subtract, sum } from '../../money/amount.ts';
import { findingsOf, type Item } from '../beside/items.ts';
import { judge, type CheckRule } from '../check.ts';
import { figure, invoicesDrill, paymentsDrill } from '../figures.ts';
import { paidOn, settlementOf, withheldOn } from '../settled.ts';
import { STEPS } from '../steps.ts';
import { say } from '../../words/said.ts';

/** Left: the invoices' totals less credits. Right: paid, withheld and open; an invoice paid too much has nothing open and shows. */
export const invoiceSettlement: CheckRule = {
  id: 'invoice.settlement',
  title: { en: 'Invoice total = paid + withheld + open', zh: '发票总额 = 已付 + 已扣缴 + 未结' },
  step: STEPS.settlement,
  scope: 'payments',
  left: { en: 'totals of the invoices less credits', zh: '发票总额减贷项' },
  right: { en: 'paid + withheld + open', zh: '已付 + 已扣缴 + 未结' },
  tolerance: [],
  explanation: { en: 'An invoice that is paid too much has nothing open and shows here.', zh: '多付的发票没有未结金额，在此显示差异。' },
  vendors: null,
  source: 'Huawei Cloud billing guide 6.1.1 (total = paid + remaining)',
  run(facts) {
    if (!facts.invoices.some((i) => i.kind === 'invoice')) return [];
    const money = settlementOf(facts);
    return [
      judge({
        left: figure('Invoices: total less credits', '发票总额（已减贷项）', money.total, invoicesDrill(facts)),
        right: figure(
          'Paid + withheld + open',
          '已付 + 已扣缴 + 未结',
          sum([money.paid, money.withheld, money.open]),
          paymentsDrill(facts),
        ),
        missing: { left: { en: 'There is no invoice.', zh: '没有发票。' }, right: { en: 'There is no payment.', zh: '没有付款。' } },
        pass: {
          en: `Paid ${money.paid}, withheld ${money.withheld}, open ${money.open} ${facts.currency}.`,
          zh: `已付 ${money.paid}，已扣缴 ${money.withheld}，未结 ${money.open} ${facts.currency}。`,
        },
        fail: (difference) => ({
          en: `More is laid against the invoices than they charge: ${difference} ${facts.currency}. Correct the allocations.`,
          zh: `付款和凭证超过发票金额：${difference} ${facts.currency}。请更正分配。`,
        }),
        why: () =>
          findingsOf(
            facts.invoices.flatMap((i): Item[] => {
              const over = subtract(sum([paidOn(facts, i), withheldOn(facts, i), i.credited]), i.total);
              if (i.kind !== 'invoice' || compare(over, '0') <= 0) return [];
              return [
                {
                  kind: 'payment.over',
                  amount: subtract('0', over),
                  text: say`${{ invoice: i.number }}: ${{ over }} more is laid on it than it charges.`,
                  lines: [],
                },
              ];
            }),
          ),
        arithmetic: facts.invoices
          .filter((i) => i.kind === 'invoice')
          .map(
            (i) =>
              say`${{ invoice: i.number }}: ${{ total: i.total }} = paid ${{ paid: paidOn(facts, i) }} + withheld ${{ withheld: withheldOn(facts, i) }} + credited ${{ credited: i.credited }} + open ${{ open: subtract(i.total, sum([paidOn(facts, i), withheldOn(facts, i), i.credited])) }}`,
          ),
      }),
    ];
  },
};

/** Left: the payments that touch the period. Right: their shares on invoices, and what is left of them, which is never negative. */
export const paymentAllocation: CheckRule = {
  id: 'payment.allocation',
  title: { en: 'Payments = allocated + left', zh: '付款金额 = 已分配 + 未分配' },
  step: STEPS.settlement,
  scope: 'payments',
  left: { en: "payments on the period's invoices", zh: '涉及本期发票的付款' },
  right: { en: 'their shares, and what is left of them', zh: '已分配金额与剩余金额' },
  tolerance: [],
  explanation: { en: 'No payment is divided beyond its amount.', zh: '付款分配不得超过付款金额。' },
  vendors: null,
  source: 'Tallybook DECISIONS: allocation',
  run(facts) {
    if (facts.payments.length === 0) return [];
    const shares = facts.payments.map((p) => ({ payment: p, allocated: sum(p.shares.map((s) => s.amount)) }));
    const left = sum(
      shares.map(({ payment, allocated }) => (compare(payment.amount, allocated) > 0 ? subtract(payment.amount, allocated) : '0')),
    );
    const allocated = sum(shares.map((s) => s.allocated));
    return [
      judge({
        left: figure(
          "Payments on the period's invoices",
          '涉及本期发票的付款',
          sum(facts.payments.map((p) => p.amount)),
          paymentsDrill(facts),
        ),
        right: figure('Allocated to invoices, and left', '已分配到发票 + 未分配', sum([allocated, left]), invoicesDrill(facts)),
        missing: { left: { en: 'There is no payment.', zh: '没有付款。' }, right: { en: 'There is no invoice.', zh: '没有发票。' } },
        pass: {
          en: `Allocated ${allocated}, left ${left} ${facts.currency}.`,
          zh: `已分配 ${allocated}，未分配 ${left} ${facts.currency}。`,
        },
        fail: (difference) => ({
          en: `A payment is allocated beyond its amount: ${difference} ${facts.currency}.`,
          zh: `付款分配超过其金额：${difference} ${facts.currency}。`,
        }),
        why: () =>
          findingsOf(
            shares
              .filter((s) => compare(s.allocated, s.payment.amount) > 0)
              .map((s): Item => ({
                kind: 'payment.over',
                amount: subtract(s.payment.amount, s.allocated),
                text: say`${{ reference: s.payment.reference }} of ${{ paid: s.payment.amount }}: ${{ allocated: s.allocated }} is allocated of it.`,
                lines: [],
              })),
          ),
        arithmetic: shares.map(
          ({ payment, allocated: own }) => `${payment.reference}: ${payment.amount} = ${own} + ${subtract(payment.amount, own)}`,
        ),
      }),
    ];
  },
};
