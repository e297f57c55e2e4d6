import { equal, subtract, sum } from '../../money/amount.ts';
import { daysBetween } from '../../time/plain-date.ts';
import { say } from '../../words/said.ts';
import { judgeItems, type Item } from '../beside/items.ts';
import type { CheckRule } from '../check.ts';
import { figure, invoicesDrill, paymentsDrill } from '../figures.ts';
import { STEPS } from '../steps.ts';

/** Left: totals of the month's invoices. Right: the same without those that look like another one of the month. */
export const invoiceTwice: CheckRule = {
  id: 'invoice.twice',
  title: { en: 'No invoice is in the book twice', zh: '发票无重复' },
  step: STEPS.invoices,
  scope: 'invoices',
  left: { en: "totals of the period's invoices", zh: '本期发票总额' },
  right: { en: 'the same without suspected repetitions', zh: '剔除疑似重复后的总额' },
  tolerance: [],
  explanation: {
    en: 'An invoice of the same figures under nearly the same number is suspected; mark the pair as two documents where it is not so.',
    zh: '金额相同而号码相近的发票视为疑似重复；如确为两张，请标记为不同单据。',
  },
  vendors: null,
  source: 'Tallybook: duplicates of documents (invoices/duplicates)',
  run(facts) {
    const invoices = facts.invoices.filter((i) => i.kind === 'invoice');
    if (invoices.length < 2) return [];
    const byId = new Map(invoices.map((i) => [i.id, i]));
    const repeated = new Map(
      facts.probe.beside.repeatedInvoices().flatMap(({ first, second }) => {
        const [a, b] = [byId.get(first), byId.get(second)];
        return a && b && equal(a.net, b.net) && equal(a.tax, b.tax) ? [[b.id, { a, b }] as const] : [];
      }),
    );
    const total = sum(invoices.map((i) => i.total));
    return [
      judgeItems({
        left: figure('Invoices: total', '发票总额', total, invoicesDrill(facts)),
        right: figure(
          'Without repetitions',
          '剔除重复',
          subtract(total, sum([...repeated.values()].map(({ b }) => b.total))),
          invoicesDrill(facts),
        ),
        missing: { left: { en: 'There is no invoice.', zh: '没有发票。' }, right: { en: 'There is no invoice.', zh: '没有发票。' } },
        pass: { en: `${invoices.length} invoices, none of them twice.`, zh: `${invoices.length} 张发票，无重复。` },
        fail: (difference) => ({
          en: `Invoices of ${difference} ${facts.currency} seem to be there twice.`,
          zh: `疑似重复发票 ${difference} ${facts.currency}。`,
        }),
        some: (n) => ({ en: `${n} invoices seem to be there twice.`, zh: `${n} 张发票疑似重复。` }),
        items: [...repeated.values()].map(({ a, b }): Item => ({
          kind: 'invoice.duplicate',
          amount: b.total,
          text: say`${{ second: b.number }} of ${{ total: b.total }} repeats ${{ first: a.number }}.`,
          lines: [],
        })),
      }),
    ];
  },
};

/** References that are one, or one with something put behind it. */
const alike = (a: string, b: string): boolean => {
  const [x, y] = [a, b].map((text) => text.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase()) as [string, string];
  return x !== '' && y !== '' && (x === y || x.startsWith(y) || y.startsWith(x));
};

/** Left: payments of the month's invoices with their repetitions. Right: without. */
export const paymentTwice: CheckRule = {
  id: 'payment.twice',
  title: { en: 'No payment is in the book twice', zh: '付款无重复' },
  step: STEPS.settlement,
  scope: 'payments',
  left: {
    en: "payments on the period's invoices, and others of the same day, amount and reference",
    zh: '本期发票付款及日期、金额、参考号相同的其他付款',
  },
  right: { en: 'each of them once', zh: '各计一次' },
  tolerance: [],
  explanation: {
    en: 'A payment of the same amount within three days and under the same reference was entered twice.',
    zh: '三天内金额与参考号相同的付款视为重复录入。',
  },
  vendors: null,
  source: 'Tallybook DECISIONS: payments',
  run(facts) {
    if (facts.payments.length === 0) return [];
    const known = facts.probe.beside.payments();
    const seen = new Set<number>();
    const repeated = facts.payments.flatMap((p) => {
      seen.add(p.id);
      return known
        .filter(
          (other) =>
            !seen.has(other.id) &&
            equal(other.amount, p.amount) &&
            Math.abs(daysBetween(other.date, p.date)) <= 3 &&
            alike(other.reference, p.reference),
        )
        .map((other) => {
          seen.add(other.id);
          return { payment: p, other };
        });
    });
    const once = sum(facts.payments.filter((p) => !repeated.some(({ other }) => other.id === p.id)).map((p) => p.amount));
    return [
      judgeItems({
        left: figure(
          'Payments with repetitions',
          '付款（含重复）',
          sum([once, ...repeated.map(({ other }) => other.amount)]),
          paymentsDrill(facts),
        ),
        right: figure('Each once', '各计一次', once, paymentsDrill(facts)),
        missing: { left: { en: 'There is no payment.', zh: '没有付款。' }, right: { en: 'There is no payment.', zh: '没有付款。' } },
        pass: { en: `${facts.payments.length} payments, none of them twice.`, zh: `${facts.payments.length} 笔付款，无重复。` },
        fail: (difference) => ({
          en: `Payments of ${difference} ${facts.currency} seem to be there twice.`,
          zh: `疑似重复付款 ${difference} ${facts.currency}。`,
        }),
        some: (n) => ({ en: `${n} payments seem to be there twice.`, zh: `${n} 笔付款疑似重复。` }),
        items: repeated.map(({ payment, other }): Item => ({
          kind: 'payment.duplicate',
          amount: other.amount,
          text: say`${{ second: other.reference }} of ${{ date: other.date }} is payment ${{ first: payment.reference }} of ${{ amount: other.amount }} once more.`,
          lines: [],
        })),
      }),
    ];
  },
};
