import { addDays, periodBounds } from '../../time/plain-date.ts';
import { say } from '../../words/said.ts';
import { dayOf, rowLine, type ListRow } from '../beside/beside.ts';
import { sumsByOrder } from '../beside/by-order.ts';
import { judgeItems, unjudged, type Item } from '../beside/items.ts';
import { isInstalment, orderTypes, taxTypes } from '../beside/line-types.ts';
import { amountOf, sumOf, tenOf, type Ten } from '../beside/tens.ts';
import type { CheckRule, Verdict } from '../check.ts';
import type { Facts } from '../facts.ts';
import { figure, linesDrill } from '../figures.ts';
import { STEPS } from '../steps.ts';

/** An order of the list; several rows of one number are its products. */
interface Order {
  id: string;
  day: string | null;
  amount: Ten;
  rows: ListRow[];
}

const GIVES_BACK = /退订|退款|降配|unsub|refund|downgrade/i;
/** Orders that were never paid are on no bill. */
const NOT_PAID = /取消|待支付|待付款|未支付|处理中|审核|审批|失败|关闭|cancel|unpaid|pending|processing|fail|closed/i;
/** A refund above this waits for its approval, at most a day, and belongs to the month in which it succeeds (Huawei Cloud billing guide 3.4.2.1). */
const APPROVED_ABOVE: Ten = tenOf('1000');

const listedAmount = ({ values }: ListRow): Ten | null => {
  const amount = values['amount'] ? tenOf(values['amount']) : null;
  return amount !== null && amount > 0n && GIVES_BACK.test(values['orderType'] ?? '') ? -amount : amount;
};

function listedOrders(facts: Facts): Map<string, Order> {
  const orders = new Map<string, Order>();
  for (const row of facts.probe.beside.rows('orders')) {
    const { orderId, status, paidAt } = row.values;
    const amount = listedAmount(row);
    if (!orderId || amount === null || NOT_PAID.test(status ?? '') || (!status && !paidAt)) continue;
    const order = orders.get(orderId);
    if (order) {
      order.amount += amount;
      order.rows.push(row);
    } else orders.set(orderId, { id: orderId, day: dayOf(row, 'paidAt', 'created'), amount, rows: [row] });
  }
  return orders;
}

/** Left: orders of the vendor's list that were paid in the month. Right: the bill's lines of these orders, tax lines not. */
export const orderBill: CheckRule = {
  id: 'order.bill',
  title: { en: 'Orders = bill lines of the orders', zh: '订单列表 = 账单中的订单' },
  step: STEPS.lists,
  scope: 'lists',
  left: { en: 'amounts of the orders paid in the month, as the list of orders states them', zh: '订单列表中本月支付的订单金额' },
  right: { en: 'payable of the bill lines with their order numbers, tax lines not', zh: '账单中这些订单号的应付金额（不含税金行）' },
  tolerance: [],
  explanation: {
    en: 'What was ordered is billed, once and for its amount; instalments are left out, and a large refund counts in the month in which it was approved.',
    zh: '所订即所付：每个订单按其金额入账一次；按月（年）付费的订单不计，大额退款计入审批通过的账期。',
  },
  vendors: null,
  source: 'Huawei Cloud billing guide 3.3.4 to 3.3.6 (orders), 3.4.2.1 (month of a refund), 7.2.2.3 (订单号/交易号)',
  run(facts) {
    const { beside } = facts.probe;
    if (!facts.detail || beside.rows('orders').length === 0) return [];
    const types = orderTypes(facts);
    const billed = new Map<string, Ten>();
    const instalments = new Set<string>();
    if (types.length > 0)
      for (const { keys, sums } of beside.sums(
        { of: 'month', among: [{ key: 'billType', values: types }] },
        ['orderId', 'billType'],
        [['payable']],
      )) {
        const [id = null, billType] = keys;
        const payable = sums[0] ?? null;
        if (id === null || payable === null) continue;
        if (isInstalment(billType ?? '')) instalments.add(id);
        billed.set(id, (billed.get(id) ?? 0n) + payable);
      }
    const orders = listedOrders(facts);
    const { first, last } = periodBounds(facts.period);
    const paid = [...orders.values()].filter((o) => o.day !== null && o.day >= first && o.day <= last && !billed.has(o.id));
    const elsewhere = new Set(
      paid.length === 0
        ? []
        : beside
            .sums({ of: 'book', among: [{ key: 'orderId', values: paid.map((o) => o.id) }] }, ['orderId'], [['payable']])
            .map((g) => g.keys[0]),
    );
    const unbilled = paid.filter((o) => o.amount !== 0n && !elsewhere.has(o.id) && !waits(o, last));
    const stated = inStatement(
      facts,
      unbilled.map((o) => o.id),
    );
    const both = [...orders.values()].filter((o) => billed.has(o.id) && !instalments.has(o.id));
    if (both.length === 0 && unbilled.length === 0) return [];
    const held = [...both, ...unbilled];
    const differing = both.filter((o) => o.amount !== billed.get(o.id));
    const items = [...unbilled.map((o) => unbilledItem(o, stated.has(o.id))), ...differingItems(facts, differing, billed, types)];
    const verdict = judgeItems({
      left: figure('List of orders: paid in the month', '订单列表：本月支付', amountOf(sumOf(held.map((o) => o.amount))), null),
      right: figure(
        'Bill: these orders, without tax',
        '账单：这些订单（不含税金）',
        amountOf(sumOf(both.map((o) => billed.get(o.id)!))),
        linesDrill(facts, 'detail'),
      ),
      missing: { left: { en: 'There is no order.', zh: '没有订单。' }, right: { en: 'There is no bill.', zh: '没有账单。' } },
      pass: { en: `${both.length} orders are billed for their amounts.`, zh: `${both.length} 个订单均按金额入账。` },
      fail: (difference) => ({
        en: `Orders and bill differ by ${difference} ${facts.currency}: ${unbilled.length} orders are not billed, ${differing.length} for another amount.`,
        zh: `订单与账单相差 ${difference} ${facts.currency}：${unbilled.length} 个订单未入账，${differing.length} 个金额不一致。`,
      }),
      some: (n) => ({ en: `${n} orders differ from the bill, though the sums agree.`, zh: `${n} 个订单与账单不一致，尽管合计相等。` }),
      items,
    });
    // Not one order in common, but both have some: the list is of another account.
    if (both.length === 0 && billed.size > 0)
      return [
        unjudged(
          { ...verdict, status: 'pass' },
          {
            en: 'None of the orders of the list is on the bill: it may be of another account. Import the list of orders of this account.',
            zh: '列表中的订单均不在账单中，可能属于其他账号。请导入该账号的订单列表。',
          },
        ),
      ];
    return [verdict, ...unlisted(facts, orders, billed, types)];
  },
};

const waits = (order: Order, last: string): boolean =>
  order.amount < -APPROVED_ABOVE && order.day !== null && order.day >= addDays(last, -1);

/** What the transaction statement has of orders: an order that is there and not in the details is a line that is missing. */
function inStatement(facts: Facts, ids: readonly string[]): Map<string, Ten> {
  if (ids.length === 0 || !facts.statement) return new Map();
  const among = [
    { key: 'orderId', values: ids },
    { key: 'billType', values: taxTypes(facts), not: true },
  ] as const;
  return sumsByOrder(facts.probe.beside, { of: 'month', statement: true, among }, ['payable']);
}

const unbilledItem = (order: Order, stated: boolean): Item => ({
  kind: stated ? null : 'order.unbilled',
  amount: amountOf(order.amount),
  text: say`Order ${{ order: order.id }} of ${{ amount: amountOf(order.amount) }} was paid on ${{ day: order.day ?? '—' }} and is on no bill.`,
  lines: order.rows.map((row) => rowLine(row, say`order of ${{ amount: row.values['amount'] ?? '—' }}, not on the bill`)),
});

function differingItems(facts: Facts, orders: readonly Order[], billed: ReadonlyMap<string, Ten>, types: readonly string[]): Item[] {
  if (orders.length === 0) return [];
  const stated = inStatement(
    facts,
    orders.map((o) => o.id),
  );
  return orders.slice(0, 200).map((order): Item => {
    const own = billed.get(order.id)!;
    const [listed, charged] = [amountOf(order.amount), amountOf(own)];
    const { lines } = facts.probe.beside.lines(
      { of: 'month', among: [{ key: 'billType', values: types }] },
      ['orderId'],
      [[order.id]],
      (line) => say`payable ${{ payable: line.payable ?? '—' }} of the order's ${{ billed: charged }}; the list states ${{ listed }}`,
    );
    return {
      // Where statement and details differ, that is named there.
      kind: stated.has(order.id) && stated.get(order.id) !== own ? null : 'order.amount',
      amount: amountOf(order.amount - own),
      text: say`Order ${{ order: order.id }}: the list states ${{ listed }}, the bill ${{ billed: charged }}.`,
      lines,
    };
  });
}

/** Numbers of adjustments by the vendor (调账-…), which are no orders of anybody. */
const adjustments = (facts: Facts, types: readonly string[]): Set<string | null | undefined> => {
  const values = types.filter((t) => /^调账|adjust/i.test(t));
  return new Set(
    values.length === 0
      ? []
      : facts.probe.beside.sums({ of: 'month', among: [{ key: 'billType', values }] }, ['orderId'], [['payable']]).map((g) => g.keys[0]),
  );
};

/** Orders on the bill that the list does not have, though it covers the month: advice to import it anew, no failure. */
function unlisted(facts: Facts, orders: ReadonlyMap<string, Order>, billed: ReadonlyMap<string, Ten>, types: readonly string[]): Verdict[] {
  const adjusted = adjustments(facts, types);
  const unknown = [...billed].filter(([id, amount]) => !orders.has(id) && amount !== 0n && !adjusted.has(id));
  if (unknown.length === 0) return [];
  const all = new Set(facts.probe.beside.rows('orders').map((row) => row.values['orderId']));
  const ids = unknown.map(([id]) => id).filter((id) => !all.has(id));
  if (ids.length === 0) return [];
  const amount = sumOf(unknown.filter(([id]) => !all.has(id)).map(([, value]) => value));
  const whole = sumOf(billed.values());
  const { lines, count } = facts.probe.beside.lines(
    { of: 'month', among: [{ key: 'billType', values: types }] },
    ['orderId'],
    ids.map((id) => [id]),
    (line) => say`order ${{ order: line.orderId ?? '—' }} of ${{ payable: line.payable ?? '—' }} is not in the list of orders`,
  );
  const verdict = judgeItems({
    left: figure('Bill: orders', '账单：订单', amountOf(whole), linesDrill(facts, 'detail')),
    right: figure('Of these in the list of orders', '其中在订单列表中', amountOf(whole - amount), null),
    missing: { left: { en: 'There is no bill.', zh: '没有账单。' }, right: { en: 'There is no list of orders.', zh: '没有订单列表。' } },
    pass: { en: 'All are listed.', zh: '均在列表中。' },
    fail: () => ({ en: 'Orders are not in the list.', zh: '部分订单不在列表中。' }),
    some: () => ({ en: 'Orders are not in the list.', zh: '部分订单不在列表中。' }),
    items: [],
  });
  const item: Item = {
    kind: 'order.unknown',
    amount: amountOf(amount),
    text: say`${{ count: ids.length }} orders of the bill are not in the list of orders, the first of them ${{ order: ids[0]! }}.`,
    lines,
    count,
  };
  return [
    {
      ...unjudged(
        { ...verdict, status: 'pass' },
        {
          en: `${ids.length} orders of the bill are not in the list of orders. Import the list of the whole month.`,
          zh: `账单中有 ${ids.length} 个订单不在订单列表中。请导入整月的订单列表。`,
        },
        [item],
      ),
      part: { id: 'unlisted', words: { en: 'complete list', zh: '列表完整性' } },
    },
  ];
}
