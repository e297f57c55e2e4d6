import type { Period } from '../../time/plain-date.ts';
import { say } from '../../words/said.ts';
import { dayOf, rowLine, type ListRow } from '../beside/beside.ts';
import { sumsByOrder } from '../beside/by-order.ts';
import { judgeItems, unjudged, type Item } from '../beside/items.ts';
import { refundTypes, taxTypes } from '../beside/line-types.ts';
import { amountOf, sumOf, tenOf, type Ten } from '../beside/tens.ts';
import type { CheckRule } from '../check.ts';
import type { Facts } from '../facts.ts';
import { figure, linesDrill } from '../figures.ts';
import { STEPS } from '../steps.ts';

interface Refund {
  id: string;
  original: string;
  amount: Ten;
  /** What was paid for the original order; null where neither the bills nor the list have it. */
  paid: Ten | null;
  row: ListRow | null;
}

/** Huawei Cloud's order numbers begin with their day: CS2008061755… is of 2020-08-06. */
const monthOf = (order: string): Period | null => {
  const match = /^[A-Z]{2}([0-9]{2})(0[1-9]|1[0-2])[0-3][0-9]/.exec(order);
  return match ? `20${match[1]}-${match[2]}` : null;
};

/** Refunds of the month whose original order the list of orders names, with what was paid for it. */
function refundsOf(facts: Facts): { refunds: Refund[]; rows: readonly ListRow[] } {
  const { beside } = facts.probe;
  const types = refundTypes(facts);
  const rows = beside.rows('orders');
  const original = new Map(
    rows.flatMap((row) => (row.values['orderId'] && row.values['originalOrderId'] ? [[row.values['orderId'], row] as const] : [])),
  );
  if (types.length === 0 || original.size === 0) return { refunds: [], rows };
  const given = sumsByOrder(beside, { of: 'month', among: [{ key: 'billType', values: types }] }, ['payable']);
  const found = [...given].flatMap(([id, amount]) => {
    const row = original.get(id);
    return row && amount < 0n ? [{ id, original: row.values['originalOrderId']!, amount: -amount, row }] : [];
  });
  if (found.length === 0) return { refunds: [], rows };
  const among = [
    { key: 'orderId', values: [...new Set(found.map((r) => r.original))] },
    { key: 'billType', values: [...types, ...taxTypes(facts)], not: true },
  ] as const;
  const paid = sumsByOrder(beside, { of: 'book', among }, ['payable']);
  const listed = new Map<string, Ten>();
  for (const { values } of rows)
    if (values['orderId'] && values['amount'])
      listed.set(values['orderId'], (listed.get(values['orderId']) ?? 0n) + tenOf(values['amount']));
  return { refunds: found.map((r) => ({ ...r, paid: paid.get(r.original) ?? listed.get(r.original) ?? null })), rows };
}

/** Left: refunds of the month with a known original order. Right: as much of them as was paid for those orders. */
export const refundOrder: CheckRule = {
  id: 'refund.order',
  title: { en: 'Refunds ≤ what was paid for their orders', zh: '退款 ≤ 原订单付款' },
  step: STEPS.lists,
  scope: 'lists',
  left: { en: 'refunds of the month that name an original order', zh: '本月有原订单号的退款' },
  right: { en: 'as much of them as was paid for their original orders', zh: '其中不超过原订单付款的部分' },
  tolerance: [],
  explanation: {
    en: 'A refund gives back at most what its order was paid with. The order may be of an earlier month of the book.',
    zh: '退款不超过原订单付款；原订单可能在更早的账期。',
  },
  vendors: null,
  source: 'Huawei Cloud billing guide 3.4.2 (refunds), 7.2.2.3 (原订单号)',
  run(facts) {
    if (!facts.detail) return [];
    const { refunds, rows } = refundsOf(facts);
    if (refunds.length === 0) return [];
    const covered = new Set([...facts.probe.beside.months(), ...rows.flatMap((row) => dayOf(row, 'paidAt', 'created')?.slice(0, 7) ?? [])]);
    const absent = refunds.filter((r) => r.paid === null);
    const lost = absent.filter((r) => covered.has(monthOf(r.original) ?? ''));
    const unseen = absent.filter((r) => !lost.includes(r));
    const known = refunds.filter((r) => r.paid !== null);
    // Several refunds of one order together give back no more than it was paid with.
    const over = [...Map.groupBy(known, (r) => r.original)].flatMap(([original, own]) => {
      const [given, paid] = [sumOf(own.map((r) => r.amount)), own[0]!.paid!];
      return given > paid ? [{ original, own, given, paid }] : [];
    });
    // Where statement and details differ in a refund, that is named there.
    const stated = inStatement(
      facts,
      over.flatMap((o) => o.own.map((r) => r.id)),
    );
    const beyond = sumOf([...over.map((o) => o.given - o.paid), ...lost.map((r) => r.amount)]);
    const all = sumOf([...known, ...lost].map((r) => r.amount));
    const items: Item[] = [
      ...over.map(({ original, own, given, paid }): Item => ({
        kind: own.some((r) => stated.has(r.id) && stated.get(r.id) !== -r.amount) ? null : 'refund.exceeds',
        amount: amountOf(given - paid),
        text: say`Refunds of ${{ given: amountOf(given) }} on order ${{ order: original }}, which was paid with ${{ paid: amountOf(paid) }}.`,
        lines: linesOfRefunds(facts, own),
      })),
      ...lost.map((r): Item => ({
        kind: 'refund.without-order',
        amount: amountOf(r.amount),
        text: say`Refund ${{ refund: r.id }} of ${{ amount: amountOf(r.amount) }}: its original order ${{ order: r.original }} is on no bill and not in the list of orders.`,
        lines: linesOfRefunds(facts, [r]),
      })),
    ];
    const verdict = judgeItems({
      left: figure('Refunds with an original order', '有原订单的退款', amountOf(all), linesDrill(facts, 'detail')),
      right: figure('Paid for these orders, up to the refund', '原订单付款（以退款为限）', amountOf(all - beyond), null),
      missing: { left: { en: 'There are no refunds.', zh: '没有退款。' }, right: { en: 'There are no orders.', zh: '没有订单。' } },
      pass: { en: `${known.length} refunds are within what was paid.`, zh: `${known.length} 笔退款均未超过付款。` },
      fail: (difference) => ({
        en: `Refunds give back ${difference} ${facts.currency} more than was paid for their orders.`,
        zh: `退款超过原订单付款 ${difference} ${facts.currency}。`,
      }),
      some: (n) => ({ en: `${n} refunds give back more than was paid.`, zh: `${n} 笔退款超过付款。` }),
      items,
    });
    if (unseen.length === 0) return [verdict];
    const doubts = unseen.map((r): Item => ({
      kind: 'refund.without-order',
      amount: amountOf(r.amount),
      text: say`Refund ${{ refund: r.id }} of ${{ amount: amountOf(r.amount) }}: its original order ${{ order: r.original }} is on no bill and not in the list of orders.`,
      lines: linesOfRefunds(facts, [r]),
    }));
    const months = [...new Set(unseen.flatMap((r) => monthOf(r.original) ?? []))].sort().join(', ');
    return [
      unjudged(
        verdict,
        {
          en: `The original orders of ${unseen.length} refunds are in no month of the book${months === '' ? '' : ` (${months})`}. Import these bills or the list of orders.`,
          zh: `${unseen.length} 笔退款的原订单不在账本的任何账期中${months === '' ? '' : `（${months}）`}。请导入相应账单或订单列表。`,
        },
        doubts,
      ),
    ];
  },
};

function inStatement(facts: Facts, ids: readonly string[]): Map<string, Ten> {
  if (ids.length === 0 || !facts.statement) return new Map();
  const among = [
    { key: 'orderId', values: ids },
    { key: 'billType', values: refundTypes(facts) },
  ] as const;
  return sumsByOrder(facts.probe.beside, { of: 'month', statement: true, among }, ['payable']);
}

const paidText = (refund: Refund | undefined): string => (refund && refund.paid !== null ? amountOf(refund.paid) : '—');

const linesOfRefunds = (facts: Facts, refunds: readonly Refund[]): Item['lines'] => [
  ...facts.probe.beside.lines(
    { of: 'month', among: [{ key: 'billType', values: refundTypes(facts) }] },
    ['orderId'],
    refunds.map((r) => [r.id]),
    (line) =>
      say`refund of ${{ payable: line.payable ?? '—' }}; its order was paid with ${{ paid: paidText(refunds.find((r) => r.id === line.orderId)) }}`,
  ).lines,
  ...refunds.flatMap((r) => (r.row ? [rowLine(r.row, say`original order ${{ order: r.original }}`)] : [])),
];
