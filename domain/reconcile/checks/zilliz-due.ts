import { add, compare, subtract, sum, type Amount } from '../../money/amount.ts';
import { say } from '../../words/said.ts';
import { dayOf, rowLine, type ListRow } from '../beside/beside.ts';
import { judge, type CheckRule } from '../check.ts';
import type { Facts, InvoiceFact } from '../facts.ts';
import { figure, invoicesDrill } from '../figures.ts';
import { STEPS } from '../steps.ts';

const NOT_PAID = /取消|待支付|未支付|关闭|cancel|unpaid|pending|closed/i;

/** The interface adds tax and takes off what was paid ahead; the page knows neither. */
interface Due {
  invoice: InvoiceFact;
  due: Amount;
  usage: Amount;
  coupons: Amount;
  tax: Amount;
  advance: Amount;
}

/** Left: amount due. Right: paid orders of subscriptions in the month, and usage less coupons of the invoices. */
export const zillizDue: CheckRule = {
  id: 'zilliz.due',
  title: { en: 'Amount due = subscription orders + usage − coupons', zh: '应付总金额 = 包年包月订单 + 按量计费用量 − 优惠券' },
  step: STEPS.vendor,
  scope: 'invoices',
  left: { en: 'amount due, before what was paid ahead', zh: '应付总金额（未减预付）' },
  right: { en: 'orders of subscriptions paid in the month + usage − coupons + tax', zh: '当月已支付包年包月订单 + 用量 − 优惠券 + 税' },
  tolerance: [],
  explanation: {
    en: 'What the month owes is the subscriptions that were ordered and the use, less coupons. Tax and advances of the invoice are told apart.',
    zh: '当月应付由包年包月订单与按量用量减去优惠券组成；账单的税与预付单列。',
  },
  vendors: ['zilliz'],
  source: 'Zilliz Cloud: understand your invoice (amount due)',
  run(facts) {
    const found = facts.invoices.flatMap((invoice) => dueOf(invoice) ?? []);
    if (found.length === 0) return [];
    const orders = ordersOf(facts);
    const left = sum(found.map((d) => add(d.due, d.advance)));
    const usage = sum(found.map((d) => add(subtract(d.usage, d.coupons), d.tax)));
    const rest = subtract(left, usage);
    const ordered = orders && sum(orders.map((row) => row.values['amount']!));
    // Without the list, what is due beyond the usage may be orders.
    const right = ordered === null ? (compare(rest, '0') > 0 ? null : usage) : add(usage, ordered);
    return [
      judge({
        left: figure('Amount due, before advances', '应付总金额（未减预付）', left, invoicesDrill(facts)),
        right: figure('Orders + usage − coupons + tax', '订单 + 用量 − 优惠券 + 税', right, invoicesDrill(facts)),
        missing: {
          left: { en: 'There is no invoice.', zh: '没有账单。' },
          right: {
            en: `${rest} ${facts.currency} of what is due is no usage. Import the list of subscription orders.`,
            zh: `应付中 ${rest} ${facts.currency} 不是用量费用。请导入包年包月订单列表。`,
          },
        },
        pass:
          orders === null
            ? {
                en: 'Usage less coupons makes all that is due; no subscription order is in it.',
                zh: '应付全部为用量减优惠券，不含包年包月订单。',
              }
            : {
                en: `${orders.length} paid orders and the usage make what is due.`,
                zh: `${orders.length} 笔已支付订单与用量合计等于应付。`,
              },
        fail: (difference) => ({
          en: `What is due differs from its parts by ${difference} ${facts.currency}.`,
          zh: `应付与其构成相差 ${difference} ${facts.currency}。`,
        }),
        arithmetic: [
          ...found.map(
            (d) =>
              say`${{ invoice: d.invoice.number }}: ${{ due: d.due }} due + ${{ advance: d.advance }} paid ahead; usage ${{ usage: d.usage }} − coupons ${{ coupons: d.coupons }} + tax ${{ tax: d.tax }}`,
          ),
          ...(ordered === null ? [] : [say`${{ count: orders!.length }} subscription orders: ${{ ordered }}`]),
        ],
        why: (difference) => [
          {
            kind: orders === null ? 'invoice.amount' : 'order.amount',
            amount: difference,
            text: say`${{ left }} is due; the orders make ${{ ordered: ordered ?? '0' }}, usage less coupons and with tax ${{ usage }}.`,
            bad: {
              lines: (orders ?? []).slice(0, 200).map((row) => rowLine(row, say`order ${{ amount: row.values['amount']! }}`)),
              count: orders?.length ?? 0,
            },
          },
        ],
      }),
    ];
  },
};

/** Null where the vendor gave no usage or nothing due: such an invoice states no formula. */
function dueOf(invoice: InvoiceFact): Due | null {
  const { amountDue: due, usageAmount: usage, creditsApplied, tax, advancePayAmount } = invoice.figures;
  if (invoice.kind !== 'invoice' || due === undefined || usage === undefined) return null;
  return { invoice, due, usage, coupons: creditsApplied ?? '0', tax: tax ?? '0', advance: advancePayAmount ?? '0' };
}

/** Orders paid in the month; null where the book has no list of them for the month. */
function ordersOf(facts: Facts): ListRow[] | null {
  const rows = facts.probe.beside.rows('orders');
  const own = rows.filter((row) => dayOf(row, 'paidAt', 'createdAt')?.startsWith(facts.period));
  if (rows.length === 0) return null;
  return own.filter((row) => row.values['amount'] && !NOT_PAID.test(row.values['status'] ?? ''));
}
