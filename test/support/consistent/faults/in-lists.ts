import { grouped } from '../../../../services/sample/registers/values.ts';
import { print8, printShort, units } from '../../../../services/sample/units.ts';
import { STATEMENT_NAME } from '../bill-files.ts';
import type { ConsistentBook } from '../book.ts';
import { LISTS } from '../lists.ts';
import type { Table } from '../table.ts';
import { changed, parts, pick, pickDetail, pickedAt, placesWhere, type Injection, type Picked, type Place } from './fault.ts';

const ORDER = '订单号/交易号';
/** The rows of an order or deduction on the bill. */
const billed = (book: ConsistentBook, id: string): Place[] => [
  ...placesWhere(book.table(STATEMENT_NAME), ORDER, id),
  ...parts(book).flatMap((name) => placesWhere(book.table(name), ORDER, id)),
];
const insert = (table: Table, row: string[]): Place => {
  table.rows.push(row);
  return pickedAt(table, table.rows.length - 1).place;
};
const COUPON = '代金券抵扣';
const remarkOf = (remark: string): { coupon: string; trade: string } => ({ coupon: remark.split(' ')[0]!, trade: remark.split(' ')[1]! });

/** Faults of the lists beside the bill. */
export const listFaults: readonly Injection[] = [
  {
    id: 'coupon-twice',
    kind: 'coupon.twice',
    also: ['coupon.unused'],
    apply(book, random) {
      const row = pick(book.table(LISTS.movements), random, (r) => r.cell('交易类型') === COUPON);
      if (!row) return null;
      const twin = [...row.table.rows[row.row]!];
      twin[0] = 'AC-499999999-0';
      const place = insert(row.table, twin);
      return {
        files: changed(row.table),
        lines: [[row.place, place]],
        amount: row.cell('金额(USD)'),
        what: 'a coupon paid the same twice',
      };
    },
  },
  {
    id: 'coupon-unrecorded',
    kind: 'coupon.unrecorded',
    also: ['coupon.unused'],
    apply(book, random) {
      const row = pick(book.table(LISTS.movements), random, (r) => r.cell('交易类型') === COUPON);
      if (!row) return null;
      row.table.rows.splice(row.row, 1);
      const lines = billed(book, remarkOf(row.cell('备注')).trade);
      return { files: changed(row.table), lines: [lines], amount: row.cell('金额(USD)'), what: 'a coupon on the bill has no movement' };
    },
  },
  {
    id: 'coupon-unused',
    kind: 'coupon.unused',
    also: ['coupon.unrecorded'],
    apply(book, random) {
      const table = book.table(LISTS.movements);
      const like = pick(table, random, (r) => r.cell('交易类型') === COUPON);
      const alone = (r: Picked): boolean => placesWhere(r.table, ORDER, r.cell(ORDER)).length === 1;
      const free = pickDetail(
        book,
        random,
        (r) => r.cell('账单类型') === '消费-使用' && r.money('代金券抵扣') === 0n && r.money('应付金额') > 1_000_000n && alone(r),
      );
      if (!like || !free) return null;
      const row = [...table.rows[like.row]!];
      row[0] = 'AC-499999998-0';
      row[4] = `${remarkOf(like.cell('备注')).coupon} ${free.cell(ORDER)}`;
      row[5] = print8(-free.money('应付金额') / 2n);
      const place = insert(table, row);
      return { files: changed(table), lines: [[place]], amount: row[5], what: 'a movement of a coupon is not on the bill' };
    },
  },
  {
    id: 'coupon-amount',
    kind: 'coupon.unrecorded',
    also: ['coupon.unused', 'line.method'],
    apply(book, random) {
      const row = pick(book.table(LISTS.movements), random, (r) => r.cell('交易类型') === COUPON && r.money('金额(USD)') < -1_000_000n);
      if (!row) return null;
      const by = -row.money('金额(USD)') / 10n;
      row.set('金额(USD)', print8(row.money('金额(USD)') + by));
      return {
        files: changed(row.table),
        lines: [[row.place, ...billed(book, remarkOf(row.cell('备注')).trade)]],
        amount: print8(by),
        what: 'a movement of a coupon is less than the bill says',
      };
    },
  },
  {
    id: 'order-unbilled',
    kind: 'order.unbilled',
    also: [],
    apply(book, random) {
      const table = book.table(LISTS.orders);
      const like = pick(table, random, (r) => r.cell('订单类型') === '新购' && r.cell('支付时间').startsWith('2024/05'));
      if (!like) return null;
      const row = [...table.rows[like.row]!];
      row[0] = `${row[0]!.slice(0, -3)}ZZZ`;
      return {
        files: changed(table),
        lines: [[insert(table, row)]],
        amount: like.cell('订单金额(USD)'),
        what: 'a paid order is not on the bill',
      };
    },
  },
  {
    id: 'order-unknown',
    kind: 'order.unknown',
    also: ['refund.without-order'],
    apply(book, random) {
      const table = book.table(LISTS.orders);
      const originals = new Set(table.rows.map((row) => row[1]));
      const row = pick(
        table,
        random,
        (r) => r.cell('订单类型') !== '退订' && r.cell('支付时间').startsWith('2024/05') && !originals.has(r.cell('订单号')),
      );
      if (!row) return null;
      table.rows.splice(row.row, 1);
      return {
        files: changed(table),
        lines: [billed(book, row.cell('订单号'))],
        amount: row.cell('订单金额(USD)'),
        what: 'a billed order is not in the list',
      };
    },
  },
  {
    id: 'order-amount',
    kind: 'order.amount',
    also: ['tax.rate'],
    apply(book, random) {
      const row = pick(book.table(LISTS.orders), random, (r) => r.cell('订单类型') !== '退订' && r.cell('支付时间').startsWith('2024/05'));
      if (!row) return null;
      const by = BigInt(random.between(1, 900)) * 1_000_000n;
      for (const name of ['官网价', '订单金额(USD)', '实付金额']) row.set(name, print8(row.money(name) + by));
      return {
        files: changed(row.table),
        lines: [[row.place, ...billed(book, row.cell('订单号'))]],
        amount: print8(by),
        what: 'an order is over another amount than the bill',
      };
    },
  },
  {
    id: 'refund-without-order',
    kind: 'refund.without-order',
    also: [],
    apply(book, random) {
      const table = book.table(LISTS.orders);
      const refund = pick(table, random, (r) => r.cell('原订单号').startsWith('CS2404'));
      if (!refund) return null;
      const original = refund.cell('原订单号');
      table.rows.splice(
        table.rows.findIndex((row) => row[0] === original),
        1,
      );
      const own = placesWhere(table, '订单号', refund.cell('订单号'));
      return {
        files: changed(table),
        lines: [[...own, ...billed(book, refund.cell('订单号'))]],
        amount: refund.cell('订单金额(USD)'),
        what: 'the order of a refund is nowhere',
      };
    },
  },
  {
    id: 'refund-exceeds',
    kind: 'refund.exceeds',
    also: [],
    apply(book, random) {
      const table = book.table(LISTS.orders);
      const refund = pick(table, random, (r) => r.cell('原订单号').startsWith('CS2404') && r.money('订单金额(USD)') < -2_000_000n);
      const original = refund && pick(table, random, (r) => r.cell('订单号') === refund.cell('原订单号'));
      if (!refund || !original) return null;
      const paid = print8(-refund.money('订单金额(USD)') / 2n);
      for (const name of ['订单金额(USD)', '实付金额']) original.set(name, paid);
      original.set('优惠金额', print8(original.money('官网价') - units(paid)));
      return {
        files: changed(table),
        lines: [[refund.place, original.place, ...billed(book, refund.cell('订单号'))]],
        amount: paid,
        what: 'a refund is above what its order was paid',
      };
    },
  },
  {
    id: 'package-over',
    kind: 'package.over',
    also: ['package.deduction'],
    apply(book, random) {
      const row = pick(book.table(LISTS.deductions), random, () => true);
      const holder = row && pick(book.table(LISTS.packages), random, (r) => r.cell('资源包ID') === row.cell('资源包ID'));
      if (!row || !holder) return null;
      const total = /\/ (\d+)GB/.exec(holder.cell('剩余使用量/总额'))![1]!;
      row.set('抵扣量', `${BigInt(total) + BigInt(random.between(1, 500))} GB`);
      return {
        files: changed(row.table),
        lines: [[row.place, holder.place]],
        amount: null,
        what: 'more is deducted than the package holds',
      };
    },
  },
  {
    id: 'package-deduction',
    kind: 'package.deduction',
    also: [],
    apply(book, random) {
      const row = pick(book.table(LISTS.deductions), random, (r) => units(r.cell('抵扣量').split(' ')[0]!) > 100_000_000n);
      const holder = row && pick(book.table(LISTS.packages), random, (r) => r.cell('资源包ID') === row.cell('资源包ID'));
      if (!row || !holder) return null;
      if (random.chance(500)) {
        row.table.rows.splice(row.row, 1);
        return { files: changed(row.table), lines: [[holder.place]], amount: null, what: 'a deduction is left out' };
      }
      const half = units(row.cell('抵扣量').split(' ')[0]!) / 2n;
      row.set('抵扣量', `${printShort(half)} GB`);
      return {
        files: changed(row.table),
        lines: [[row.place, holder.place]],
        amount: null,
        what: 'a deduction is less than the package lost',
      };
    },
  },
  {
    id: 'fx-rate-invoice',
    kind: 'fx.rate',
    also: [],
    apply(book, random) {
      const row = pick(book.table(LISTS.invoices), random, () => true);
      if (!row) return null;
      row.set('发票汇率', `1 USD = 4.${random.between(7200, 7999)} MYR`);
      return { files: changed(row.table), lines: [[row.place]], amount: null, what: 'an invoice is converted at another rate' };
    },
  },
  {
    id: 'fx-amount-invoice',
    kind: 'fx.rate',
    also: [],
    apply(book, random) {
      const row = pick(book.table(LISTS.invoices), random, () => true);
      if (!row) return null;
      const [usd, myr] = row.cell('发票金额').split(' = ') as [string, string];
      const other = units(myr.replaceAll(/[ MYR,]/g, '')) + BigInt(random.between(2, 900)) * 1_000_000n;
      row.set('发票金额', `${usd} = ${grouped(other)} MYR`);
      return { files: changed(row.table), lines: [[row.place]], amount: null, what: 'the other currency of an invoice is not at its rate' };
    },
  },
  {
    id: 'fx-rate-payment',
    kind: 'fx.rate',
    also: [],
    apply(book, random) {
      const row = pick(book.table(LISTS.payments), random, () => true);
      if (!row) return null;
      row.set('汇率', `1USD=4.${random.between(7200, 7999)} MYR`);
      return { files: changed(row.table), lines: [[row.place]], amount: null, what: 'a payment is converted at another rate' };
    },
  },
  {
    id: 'invoice-list-amount',
    kind: 'invoice.amount',
    also: ['fx.rate'],
    apply(book, random) {
      const row = pick(book.table(LISTS.invoices), random, (r) => r.cell('发票类型') === '商票');
      if (!row) return null;
      const [usd, myr] = row.cell('发票金额').split(' = ') as [string, string];
      const other = units(usd.replaceAll(/[ USD,]/g, '')) + BigInt(random.between(1, 900)) * 1_000_000n;
      row.set('发票金额', `${grouped(other)} USD = ${myr}`);
      return { files: changed(row.table), lines: [[row.place]], amount: null, what: 'the vendor’s list has another amount of an invoice' };
    },
  },
];
