import { equal, subtract, sum, type Amount } from '../../money/amount.ts';
import { say } from '../../words/said.ts';
import { rowLine, type ListRow } from '../beside/beside.ts';
import { judgeItems, type Item } from '../beside/items.ts';
import type { CheckRule } from '../check.ts';
import type { InvoiceFact } from '../facts.ts';
import { figure, invoicesDrill } from '../figures.ts';
import { STEPS } from '../steps.ts';

/** How a number is compared: letter case and spaces aside. */
const form = (number: string): string => number.replace(/\s+/g, '').toUpperCase();
const CANCELLED = /作废|取消|void|cancel|红冲/i;

/** Left: the vendor's list of invoices of the month. Right: the same documents in the book. */
export const invoiceList: CheckRule = {
  id: 'invoice.list',
  title: { en: "Vendor's list of invoices = invoices in the book", zh: '厂商发票列表 = 账本发票' },
  step: STEPS.invoices,
  scope: 'invoices',
  left: { en: "the vendor's list of invoices of the month", zh: '厂商发票列表（本期）' },
  right: { en: 'totals of the same numbers in the book', zh: '账本中相同号码发票的总额' },
  tolerance: [],
  explanation: {
    en: 'Every invoice that the vendor lists is in the book, once and for its amount.',
    zh: '厂商列出的每张发票都在账本中，且金额一致。',
  },
  vendors: null,
  source: 'Huawei Cloud billing guide 10.1 (发票管理)',
  run(facts) {
    const rows = facts.probe.beside
      .rows('vendor-invoices')
      .filter(
        (row) =>
          row.values['period']?.startsWith(facts.period) &&
          row.values['number'] &&
          row.values['amount'] &&
          !CANCELLED.test(row.values['status'] ?? ''),
      );
    if (rows.length === 0) return [];
    const own = new Map(facts.invoices.map((i) => [form(i.number), i]));
    const pairs = rows.map((row) => ({ row, amount: row.values['amount']!, invoice: own.get(form(row.values['number']!)) ?? null }));
    const wrong = pairs.filter(({ amount, invoice }) => !invoice || !fits(amount, invoice));
    const booked = pairs.filter(({ invoice }) => invoice !== null);
    return [
      judgeItems({
        left: figure("Vendor's list of invoices", '厂商发票列表', sum(pairs.map((p) => p.amount)), null),
        right: figure(
          'The same numbers in the book',
          '账本中相同号码',
          facts.invoices.length === 0 ? null : sum(booked.map(({ amount, invoice }) => (fits(amount, invoice!) ? amount : invoice!.total))),
          invoicesDrill(facts),
        ),
        missing: {
          left: { en: 'There is no list.', zh: '没有发票列表。' },
          right: {
            en: 'The list has invoices of this period, the book has none. Add them.',
            zh: '列表中有本期发票，账本中没有。请添加发票。',
          },
        },
        pass: { en: `${pairs.length} listed invoices are in the book.`, zh: `列表中的 ${pairs.length} 张发票均在账本中。` },
        fail: (difference) => ({
          en: `The list and the book differ by ${difference} ${facts.currency}.`,
          zh: `发票列表与账本相差 ${difference} ${facts.currency}。`,
        }),
        some: (n) => ({ en: `${n} listed invoices are not in the book as the vendor has them.`, zh: `${n} 张发票与列表不一致。` }),
        items: wrong.map(({ row, amount, invoice }) => itemOf(row, amount, invoice)),
      }),
    ];
  },
};

/** The list may print a credit note without its sign. */
const fits = (amount: Amount, invoice: InvoiceFact): boolean =>
  equal(amount, invoice.total) || (invoice.kind === 'credit-note' && equal(subtract('0', amount), invoice.total));

function itemOf(row: ListRow, amount: Amount, invoice: InvoiceFact | null): Item {
  const number = row.values['number']!;
  if (!invoice)
    return {
      kind: 'invoice.missing',
      amount,
      text: say`Invoice ${{ invoice: number }} of ${{ amount }} is in the vendor's list and not in the book.`,
      lines: [rowLine(row, say`${{ amount }}, not in the book`)],
    };
  return {
    kind: 'invoice.amount',
    amount: subtract(amount, invoice.total),
    text: say`Invoice ${{ invoice: number }}: the vendor's list states ${{ amount }}, the book ${{ total: invoice.total }}.`,
    lines: [rowLine(row, say`${{ amount }}; the book has ${{ total: invoice.total }}`)],
  };
}
