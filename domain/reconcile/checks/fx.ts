import { equal, subtract, sum, type Amount } from '../../money/amount.ts';
import { convert, conversionPolicy } from '../../money/conversion.ts';
import { D } from '../../money/decimal.ts';
import { round } from '../../money/rounding.ts';
import { say } from '../../words/said.ts';
import { rowLine, type ListRow } from '../beside/beside.ts';
import { judgeItems, type Item } from '../beside/items.ts';
import type { CheckRule } from '../check.ts';
import type { Facts } from '../facts.ts';
import { figure, invoicesDrill } from '../figures.ts';
import { STEPS } from '../steps.ts';

interface Told {
  row: ListRow;
  name: string;
  amount: Amount;
  paid: Amount;
  to: string;
  rate: Amount | null;
}

/** Rows of the month that tell an amount in two currencies. */
function toldTwice(facts: Facts): Told[] {
  const { beside } = facts.probe;
  const rows = [
    ...beside.rows('vendor-invoices').filter((row) => row.values['period']?.startsWith(facts.period)),
    ...beside
      .rows('payment-history')
      .filter((row) => row.values['date']?.startsWith(facts.period) || facts.invoices.some((i) => i.number === row.values['documentId'])),
  ];
  return rows.flatMap((row): Told[] => {
    const { amount, paidAmount, paidCurrency, rate, number, documentId } = row.values;
    if (!amount || !paidAmount || !paidCurrency || paidCurrency === facts.currency) return [];
    return [
      {
        row,
        name: number ?? documentId ?? `${row.file} ${row.row}`,
        amount,
        paid: paidAmount,
        to: paidCurrency,
        rate: rate ?? beside.rate(paidCurrency, facts.period)?.rate ?? null,
      },
    ];
  });
}

/** Left: amounts of the month's invoices and payments as printed in another currency. Right: amount × rate, each half-up by itself. */
export const fxAmounts: CheckRule = {
  id: 'fx.amounts',
  title: { en: 'Converted amounts = amount × rate', zh: '折算金额 = 金额 × 汇率' },
  step: STEPS.lists,
  scope: 'lists',
  left: { en: 'what invoice and payment lists print in another currency', zh: '发票与付款列表中另一币种的金额' },
  right: { en: 'amount × the rate beside it, else the stated or entered rate of the month', zh: '金额 × 所列汇率；未列时取本月已知汇率' },
  tolerance: ['conversion.half-up-2', 'conversion.half-up-0'],
  explanation: { en: 'Each amount is converted by itself, half-up to cents; yen are whole.', zh: '逐笔折算，四舍五入到分；日元取整。' },
  vendors: null,
  source: 'Huawei Cloud billing guide 5.2.1, 5.2.3, 6.1.1, 6.1.4 and 10.1 (amounts in two currencies)',
  run: (facts) =>
    [...Map.groupBy(toldTwice(facts), (told) => told.to)].map(([to, all]) => {
      const rated = all.filter((t): t is Told & { rate: Amount } => t.rate !== null);
      const due = (t: { amount: Amount; rate: Amount }): Amount => convert(t.amount, t.rate, to).value;
      const verdict = judgeItems({
        currency: to,
        left: figure(`Lists: amounts in ${to}`, `列表：${to} 金额`, sum(rated.map((t) => t.paid)), null),
        right: figure('Amount × rate', '金额 × 汇率', rated.length === 0 ? null : sum(rated.map(due)), null),
        missing: {
          left: { en: 'No list prints a second currency.', zh: '列表中没有第二币种。' },
          right: {
            en: `No rate to ${to} is known for the month. Enter it under statements, or import the invoice list.`,
            zh: `本月没有到 ${to} 的汇率。请录入汇率，或导入发票列表。`,
          },
        },
        pass: { en: `${rated.length} amounts follow their rates.`, zh: `${rated.length} 笔金额均符合汇率。` },
        fail: (difference) => ({ en: `Converted amounts are off by ${difference} ${to}.`, zh: `折算金额相差 ${difference} ${to}。` }),
        some: (n) => ({
          en: `${n} amounts do not follow their rates, though the sums agree.`,
          zh: `${n} 笔金额与汇率不符，尽管合计相等。`,
        }),
        tolerance: conversionPolicy(to).id,
        arithmetic: rated.slice(0, 20).map((t) => convert(t.amount, t.rate, to).step),
        items: rated.filter((t) => !equal(t.paid, due(t))).map((t) => itemOf(t, due(t))),
      });
      return verdict;
    }),
};

function itemOf(t: Told & { rate: Amount }, due: Amount): Item {
  const { policy } = convert(t.amount, t.rate, t.to);
  const amount = subtract(t.paid, due);
  const lines = [rowLine(t.row, say`${{ amount: t.amount }} × ${{ rate: t.rate }} = ${{ due }}, printed ${{ paid: t.paid }}`)];
  if (equal(round(new D(t.amount).times(t.rate).toFixed(), { mode: 'truncate', places: policy.places }), t.paid))
    return {
      kind: 'rounding.other',
      amount,
      text: say`${{ name: t.name }}: ${{ amount: t.amount }} × ${{ rate: t.rate }} was cut, not rounded half-up.`,
      lines,
    };
  const implied = new D(t.paid).dividedBy(t.amount).toSignificantDigits(7).toFixed();
  return {
    kind: 'fx.rate',
    amount,
    text: say`${{ name: t.name }}: ${{ amount: t.amount }} was converted at ${{ implied }}, and the stated rate is ${{ rate: t.rate }}.`,
    lines,
  };
}

/** Left: rates on the book's invoices of the month, applied to their totals. Right: the rate that the vendor's list states for them. */
export const fxInvoices: CheckRule = {
  id: 'fx.invoices',
  title: { en: "Rate of the invoice = rate of the vendor's list", zh: '发票汇率 = 厂商发票列表汇率' },
  step: STEPS.invoices,
  scope: 'invoices',
  left: { en: 'totals of the invoices at their own rates', zh: '发票总额 × 发票汇率' },
  right: { en: 'the same at the rates that the invoice list states for them', zh: '发票总额 × 发票列表汇率' },
  tolerance: ['conversion.half-up-2', 'conversion.half-up-0'],
  explanation: {
    en: 'An invoice in the book was recorded with the rate that the vendor states for it.',
    zh: '账本中的发票汇率与厂商列表一致。',
  },
  vendors: null,
  source: 'Huawei Cloud billing guide 10.1 (发票汇率)',
  run(facts) {
    const { beside } = facts.probe;
    const rates = beside.invoiceRates();
    if (rates.size === 0) return [];
    const rows = new Map(
      beside
        .rows('vendor-invoices')
        .flatMap((row) => (row.values['number'] && row.values['rate'] ? [[row.values['number'], row] as const] : [])),
    );
    const held = facts.invoices.flatMap((invoice) => {
      const [own, row] = [rates.get(invoice.id), rows.get(invoice.number)];
      return own && row && row.values['paidCurrency'] === own.currency ? [{ invoice, own, row, stated: row.values['rate']! }] : [];
    });
    return [...Map.groupBy(held, (h) => h.own.currency)].map(([to, all]) =>
      judgeItems({
        currency: to,
        left: figure(
          'Invoices at their own rates',
          '发票 × 发票汇率',
          sum(all.map((h) => convert(h.invoice.total, h.own.rate, to).value)),
          invoicesDrill(facts),
        ),
        right: figure("At the vendor's rates", '发票 × 厂商汇率', sum(all.map((h) => convert(h.invoice.total, h.stated, to).value)), null),
        missing: { left: { en: 'There is no invoice.', zh: '没有发票。' }, right: { en: 'There is no rate.', zh: '没有汇率。' } },
        pass: { en: `${all.length} invoices have the vendor's rate.`, zh: `${all.length} 张发票汇率一致。` },
        fail: (difference) => ({ en: `The rates make a difference of ${difference} ${to}.`, zh: `汇率差异为 ${difference} ${to}。` }),
        some: (n) => ({ en: `${n} invoices have another rate.`, zh: `${n} 张发票汇率不一致。` }),
        tolerance: conversionPolicy(to).id,
        items: all
          .filter((h) => !equal(h.own.rate, h.stated))
          .map((h): Item => ({
            kind: 'fx.rate',
            amount: subtract(convert(h.invoice.total, h.own.rate, to).value, convert(h.invoice.total, h.stated, to).value),
            text: say`${{ invoice: h.invoice.number }}: recorded at ${{ own: h.own.rate }}, the vendor states ${{ rate: h.stated }}.`,
            lines: [rowLine(h.row, say`rate ${{ rate: h.stated }}`)],
          })),
      }),
    );
  },
};
