import { daysInMonth } from '../../../domain/time/plain-date.ts';
import { billTypes, type BillType } from '../../../domain/formats/huawei/bill-types.ts';
import { two, type HuaweiLine } from '../../../services/sample/huawei/lines.ts';
import { payment } from '../../../services/sample/huawei/payment.ts';
import { resourceOf, type HuaweiResource } from '../../../services/sample/huawei/resource.ts';
import { mix, Random } from '../../../services/sample/random.ts';
import type { Money } from '../../../services/sample/tally.ts';
import { roundToCents, times, timesHalfUp, units, type Units } from '../../../services/sample/units.ts';
import { PERIOD, TAX_PERCENT, type BookSize } from './options.ts';

/** A line of the book's detail bill. */
export type BookLine = HuaweiLine;

/** An order that lines of the month speak of; `paid` is the month and day of its payment. */
export interface BookOrder {
  id: string;
  /** Of a refund: the order that it takes back. */
  original: string | null;
  line: BookLine;
  /** Day of payment, `YYYY-MM-DD`. */
  paid: string;
}

export interface BookLines {
  lines: BookLine[];
  orders: BookOrder[];
}

const TYPE: ReadonlyMap<string, BillType> = new Map(billTypes.map((type) => [type.code, type]));
const typeOf = (code: string): BillType => TYPE.get(code)!;
/** The contract's discount of each product type: one rate for every line of it. */
const RATES = ['0', '0.05', '0.12', '0.15', '0.1', '0.2', '0.08'].map(units);
const PERCENT: Units = BigInt(TAX_PERCENT) * 1_000_000n;
/** Shares of the lines: the last account's bill comes in a file of its own. */
const ACCOUNTS = [
  [60, 'demo-finance'],
  [83, 'demo-research'],
  [97, 'demo-shop'],
  [100, 'demo-lab'],
] as const;
export const OWN_FILE = 'demo-lab';

const resource = (seed: number, index: number): HuaweiResource => {
  const made = resourceOf(seed, index);
  // Every thirtieth resource is the last account's, so that a small book has some too.
  const at = index % 30 === 7 ? 99 : mix(seed + 7, index) % 97;
  const number = ACCOUNTS.findIndex(([below]) => at < below);
  return { ...made, account: ACCOUNTS[number]![1], accountId: `0000000000000000000000000000000${number + 1}` };
};

const rateOf = (line: Pick<HuaweiLine, 'resource'>): Units => {
  let sum = 0;
  for (const sign of line.resource.item.typeCode) sum += sign.charCodeAt(0);
  return RATES[sum % RATES.length]!;
};

/** What is charged in money: the base of the tax. */
export const charged = (money: Money): Units => (money.payable ?? 0n) - (money.coupon ?? 0n);
const plain = (payable: Units): Money => ({
  listPrice: payable,
  discount: 0n,
  roundingOff: 0n,
  payable,
  cash: 0n,
  credit: null,
  coupon: 0n,
  flexiCoupon: null,
  storedCard: null,
  monthlySettled: payable,
  writeOff: 0n,
});

/**
 * The lines of one month of a monthly-settled account and its sub-accounts, in which everything fits everything else: list price =
 * unit price × usage, one discount a product type, refunds below what their orders were paid, tax on what is charged in money.
 * About `lines` of them, and the month-end taxes of pay-per-use. The same seed gives the same lines.
 */
export function bookLines({ lines: wanted, seed }: BookSize): BookLines {
  const random = new Random(mix(seed, 29));
  const days = daysOf(wanted);
  const result: BookLines = { lines: [], orders: [] };
  const resources = Math.max(12, Math.floor(wanted / 10));
  for (let trade = 0; result.lines.length < wanted; trade++) {
    const of = resource(seed, random.int(resources));
    const when = { day: random.pick(days), hour: random.int(20), minute: random.int(60) };
    if (of.item.monthly === null || random.chance(780)) usage(result, random, seed, trade, of, when);
    else order(result, random, trade, of, when);
  }
  result.lines.push(...monthEndTaxes(result.lines, days.at(-1)!, seed));
  return result;
}

/** Days of the month on which something is charged: all of them, few in a small book, for each day comes in a file of its own. */
function daysOf(lines: number): number[] {
  const last = daysInMonth(Number(PERIOD.slice(0, 4)), Number(PERIOD.slice(5)));
  return lines < 10_000 ? [3, 11, 20, last] : Array.from({ length: last }, (_, i) => i + 1);
}

type When = Pick<HuaweiLine, 'day' | 'hour' | 'minute'>;

const hex = (value: number): string => value.toString(16).padStart(8, '0');

function usage(result: BookLines, random: Random, seed: number, trade: number, of: HuaweiResource, { day, hour }: When): void {
  const tradeId = `${hex(mix(seed, trade))}${hex(mix(trade, 3))}${hex(mix(trade, 5))}${hex(trade)}`;
  const timed = of.item.unit.en === 'hours';
  for (let i = random.between(1, 3); i > 0; i--) {
    const unitPrice = units(of.item.hourly);
    const used = timed ? units('1') : BigInt(random.between(1, 2_000_000)) * 10_000n;
    const listPrice = times(unitPrice, used);
    const line: BookLine = {
      tradeId,
      originalTradeId: null,
      billType: typeOf('5'),
      subscription: false,
      months: null,
      resource: of,
      day,
      hour: hour + i,
      minute: 0,
      unitPrice,
      usage: used,
      money: charge(listPrice, times(listPrice, rateOf({ resource: of })), random),
    };
    result.lines.push(line);
    // Honest twins: equal in every cell.
    if (random.chance(3)) result.lines.push(line);
  }
}

function charge(listPrice: Units, discount: Units, random: Random): Money {
  const payable = listPrice - discount;
  return { listPrice, discount, roundingOff: 0n, payable, ...payment(payable, 'monthly', random) };
}

const KINDS = [
  [550, '1'],
  [760, '2'],
  [860, '8'],
  [900, '3'],
  [970, '4'],
  [990, '9'],
  [1000, '16'],
] as const;

/** An order and the line of its tax. A refund takes back part of an order of the month, or of the month before. */
function order(result: BookLines, random: Random, trade: number, of: HuaweiResource, when: When): void {
  const at = random.int(1000);
  const code = KINDS.find(([below]) => at < below)![1];
  const serial = (n: number): string => n.toString(36).toUpperCase().padStart(7, '0');
  const stamp = `${PERIOD.slice(2).replace('-', '')}${two(when.day)}${two(when.hour)}${two(when.minute)}`;
  const id = `CS${stamp}${serial(trade)}`;
  const months = code === '1' || code === '2' || code === '8' ? random.pick([1, 1, 1, 3, 12]) : null;
  const make = (list: Units, rate: Units, billType: string, more: Partial<BookLine>): BookLine => ({
    tradeId: id,
    originalTradeId: null,
    billType: typeOf(billType),
    subscription: true,
    months,
    resource: of,
    ...when,
    unitPrice: null,
    usage: null,
    money: charge(list, roundToCents(times(list, rate)), random),
    ...more,
  });
  const full = units(of.item.monthly!) * BigInt(months ?? 1);
  let line: BookLine;
  if (code === '4') {
    const original = originalOf(result, random, trade, of, when, make, full);
    const paid = charged(original.line.money);
    const back = -roundToCents(times(paid, BigInt(random.between(5, 90)) * 1_000_000n));
    if (back === 0n) return;
    line = make(back, 0n, '4', { originalTradeId: original.id, resource: original.line.resource });
  } else {
    const part = roundToCents(times(full, BigInt(random.between(3, 60)) * 1_000_000n));
    line = make(months === null ? (code === '9' ? -part : part) : full, code === '9' ? 0n : rateOf({ resource: of }), code, {});
  }
  result.lines.push(line);
  if (code !== '9' && code !== '16') result.orders.push({ id, original: line.originalTradeId, line, paid: `${PERIOD}-${two(when.day)}` });
  const tax = roundToCents(timesHalfUp(charged(line.money), PERCENT));
  if (tax !== 0n)
    result.lines.push({
      ...line,
      billType: typeOf(code === '9' ? '101' : code === '16' ? '102' : code === '4' ? '100' : '15'),
      money: plain(tax),
    });
}

/** An order that can be taken back: one of the month that was not yet, else a new one of the month before. */
function originalOf(
  result: BookLines,
  random: Random,
  trade: number,
  of: HuaweiResource,
  when: When,
  make: (list: Units, rate: Units, billType: string, more: Partial<BookLine>) => BookLine,
  full: Units,
): BookOrder {
  const taken = new Set(result.orders.flatMap((o) => o.original ?? []));
  const open = random.chance(500)
    ? result.orders.find(
        (o) =>
          o.original === null &&
          !taken.has(o.id) &&
          o.line.billType.code === '1' &&
          o.paid < `${PERIOD}-${two(when.day)}` &&
          charged(o.line.money) > 1_000_000n,
      )
    : undefined;
  if (open) return open;
  const id = `CS2404${two(when.day > 30 ? 30 : when.day)}${two(when.hour)}${two(when.minute)}${trade.toString(36).toUpperCase().padStart(7, '0')}`;
  const line = make(full, rateOf({ resource: of }), '1', { tradeId: id, months: 1 });
  const earlier = { id, original: null, line, paid: `2024-04-${two(when.day > 30 ? 30 : when.day)}` };
  result.orders.push(earlier);
  return earlier;
}

/** What pay-per-use of an account and product type is taxed by, once at the end of the month. */
function monthEndTaxes(lines: readonly BookLine[], day: number, seed: number): BookLine[] {
  const groups = new Map<string, { line: BookLine; base: Units }>();
  for (const line of lines) {
    if (line.subscription) continue;
    const key = `${line.resource.account} ${line.resource.item.typeCode}`;
    const group = groups.get(key);
    if (group) group.base += charged(line.money);
    else groups.set(key, { line, base: charged(line.money) });
  }
  return [...groups.values()].map(({ line, base }, i) => ({
    ...line,
    tradeId: `${hex(mix(seed, i))}${hex(mix(i, 11))}${hex(mix(i, 13))}7a780${i.toString(16).padStart(3, '0')}`,
    billType: typeOf('15'),
    resource: { ...line.resource, id: '--', name: '--', tags: null },
    day,
    hour: 22,
    minute: 0,
    unitPrice: null,
    usage: null,
    money: plain(timesHalfUp(base, PERCENT)),
  }));
}
