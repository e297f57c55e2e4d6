import { print8, printShort } from '../../../../services/sample/units.ts';
import { STATEMENT_NAME } from '../bill-files.ts';
import type { ConsistentBook } from '../book.ts';
import { rowNumber } from '../table.ts';
import {
  addTo,
  changed,
  isOrder,
  isUsage,
  MONEY,
  parts,
  pick,
  pickDetail,
  pickedAt,
  placesWhere,
  type Fault,
  type Injection,
  type Picked,
  type Place,
} from './fault.ts';

const ORDER = '订单号/交易号';
/** What the detail bill says nowhere can only be shown where another telling says it. */
const inStatement = (book: ConsistentBook, row: Picked): Place[] => placesWhere(book.table(STATEMENT_NAME), ORDER, row.cell(ORDER));
const one = (row: Picked, amount: string | null, what: string): Fault => ({
  files: changed(row.table),
  lines: [[row.place]],
  amount,
  what,
});
const isCharged = (row: Picked): boolean => isUsage(row) || isOrder(row);
/** Lines whose amount nobody else in the file has in the same place, so that a twin is no other honest line. */
const hasNoTwin = (row: Picked): boolean => {
  const text = row.table.rows[row.row]!.join();
  return row.table.rows.every((other, i) => i === row.row || other.join() !== text);
};

/** Lines of the same resource that have the same amounts. */
function likeIt(book: ConsistentBook, row: Picked): Place[] {
  const of = (r: Picked): string => ['资源ID', '账单类型', ...MONEY].map((name) => r.cell(name)).join();
  const own = of(row);
  return parts(book).flatMap((name) => {
    const table = book.table(name);
    return placesWhere(table, '资源ID', row.cell('资源ID')).filter((place) => of(pickedAt(table, place.row - 2)) === own);
  });
}

/** Faults of single lines of the detail bill. */
export const lineFaults: readonly Injection[] = [
  {
    id: 'drop-line',
    kind: 'line.missing',
    also: [],
    apply(book, random) {
      const row = pickDetail(book, random, (r) => isCharged(r) && hasNoTwin(r));
      if (!row) return null;
      row.table.rows.splice(row.row, 1);
      return { ...one(row, null, 'a line is left out'), lines: [inStatement(book, row)] };
    },
  },
  {
    id: 'duplicate-line',
    kind: 'line.duplicate',
    also: [],
    apply(book, random) {
      const row = pickDetail(book, random, (r) => isUsage(r) && hasNoTwin(r));
      if (!row) return null;
      row.table.rows.splice(row.row + 1, 0, [...row.table.rows[row.row]!]);
      return { ...one(row, row.cell('应付金额'), 'a line is there twice'), lines: [[row.place, { ...row.place, row: row.place.row + 1 }]] };
    },
  },
  {
    id: 'duplicate-line-other-id',
    kind: 'line.duplicate',
    // Where a coupon paid the line, the twin's has no movement.
    also: ['coupon.unrecorded'],
    apply(book, random) {
      const row = pickDetail(book, random, (r) => isUsage(r) && hasNoTwin(r));
      if (!row) return null;
      row.table.rows.push([...row.table.rows[row.row]!]);
      const twin = pickedAt(row.table, row.table.rows.length - 1);
      twin.set(ORDER, `${row.cell(ORDER).slice(0, -4)}ffff`);
      return { ...one(row, row.cell('应付金额'), 'a line is there twice, under another number'), lines: [[twin.place]] };
    },
  },
  {
    id: 'last-digit',
    kind: 'line.amount',
    also: ['line.usage', 'line.discount'],
    apply(book, random) {
      const row = pickDetail(book, random, isUsage);
      if (!row) return null;
      const by = random.chance(500) ? 1n : -1n;
      addTo(row, by, '官网价', '应付金额', '月度结算');
      return one(row, print8(by), 'the eighth decimal is another');
    },
  },
  {
    id: 'amount',
    kind: 'line.amount',
    also: ['line.usage', 'line.discount', 'order.amount', 'tax.rate'],
    apply(book, random) {
      const row = pickDetail(book, random, isCharged);
      if (!row) return null;
      const by = BigInt(random.between(1, 9_000_000)) * 10n;
      addTo(row, by, '官网价', '应付金额', '月度结算');
      return one(row, print8(by), 'an amount is another, the columns add up');
    },
  },
  {
    id: 'payable-alone',
    kind: 'line.arithmetic',
    also: ['line.amount', 'line.discount', 'order.amount', 'tax.rate'],
    apply(book, random) {
      const row = pickDetail(book, random, isCharged);
      if (!row) return null;
      const by = BigInt(random.between(1, 90_000));
      addTo(row, by, '应付金额');
      return one(row, print8(by), 'the payable is another, the columns do not add up');
    },
  },
  {
    id: 'list-price-alone',
    kind: 'line.arithmetic',
    also: ['line.amount', 'line.usage', 'line.price', 'line.discount', 'order.amount'],
    apply(book, random) {
      const row = pickDetail(book, random, isCharged);
      if (!row) return null;
      const by = BigInt(random.between(1, 90_000));
      addTo(row, by, '官网价');
      return one(row, print8(by), 'the list price is another, the columns do not add up');
    },
  },
  {
    id: 'discount',
    kind: 'line.discount',
    also: ['line.amount', 'order.amount', 'tax.rate'],
    apply(book, random) {
      const row = pickDetail(book, random, (r) => isUsage(r) && r.money('官网价') > 10_000_000n);
      if (!row) return null;
      const by = row.money('官网价') / BigInt(random.between(15, 40));
      addTo(row, -by, '优惠金额');
      addTo(row, by, '应付金额', '月度结算');
      return one(row, print8(by), 'the discount is another');
    },
  },
  {
    id: 'sign',
    kind: 'line.sign',
    also: ['line.amount', 'line.usage', 'order.amount', 'tax.rate'],
    apply(book, random) {
      const row = pickDetail(book, random, isCharged);
      if (!row) return null;
      for (const name of MONEY) row.set(name, print8(-row.money(name)));
      return one(row, print8(2n * row.money('应付金额')), 'the sign of a charge is turned');
    },
  },
  {
    id: 'refund-sign',
    kind: 'line.sign',
    also: ['line.amount', 'order.amount', 'tax.rate'],
    apply(book, random) {
      const row = pickDetail(book, random, (r) => r.cell('账单类型') === '退款-退订');
      if (!row) return null;
      for (const name of MONEY) row.set(name, print8(-row.money(name)));
      return one(row, print8(2n * row.money('应付金额')), 'the sign of a refund is turned');
    },
  },
  {
    id: 'swap-accounts',
    kind: 'line.account',
    also: [],
    apply(book, random) {
      const row = pickDetail(book, random, isUsage);
      const other =
        row && pick(row.table, random, (r) => isUsage(r) && r.cell('账号') !== row.cell('账号') && r.cell(ORDER) !== row.cell(ORDER));
      if (!row || !other) return null;
      const [a, b] = [row.cell('账号'), other.cell('账号')];
      row.set('账号', b);
      other.set('账号', a);
      return { files: changed(row.table), lines: [[row.place], [other.place]], amount: null, what: 'two lines have each other’s account' };
    },
  },
  ...(
    [
      ['account', 'line.account', ['账号'], []],
      ['resource', 'line.resource', ['资源ID', '资源名称', '资源标签', '可用区'], []],
      ['product', 'line.product', ['产品类型编码', '产品类型', '产品编码', '产品'], ['line.price', 'line.discount', 'tax.rate']],
      ['project', 'line.project', ['企业项目', '企业项目ID'], []],
    ] as const
  ).map(([id, kind, columns, also]): Injection => ({
    id,
    kind,
    also,
    apply(book, random) {
      const row = pickDetail(book, random, isUsage);
      const [first] = columns;
      const other =
        row &&
        pick(
          row.table,
          random,
          (r) =>
            isUsage(r) &&
            r.cell(first) !== row.cell(first) &&
            r.cell('区域') === row.cell('区域') &&
            (id !== 'resource' || r.cell('规格') === row.cell('规格')),
        );
      if (!row || !other) return null;
      for (const name of columns) row.set(name, other.cell(name));
      const what = `${first} is that of another line`;
      // Which of a resource's equal lines is the wrong one, nothing tells.
      return id === 'resource' ? { ...one(row, null, what), lines: [[row.place, ...likeIt(book, row)]] } : one(row, null, what);
    },
  })),
  {
    id: 'period',
    kind: 'line.period',
    also: [],
    apply(book, random) {
      const row = pickDetail(book, random, (r) => isUsage(r) && hasNoTwin(r));
      if (!row) return null;
      row.set('账期', '2024-06');
      const day = (text: string): string => text.replaceAll(/2024-05-\d\d/g, '2024-06-01');
      for (const name of ['消费时间', '使用开始时间', '使用结束时间', '交易时间']) row.set(name, day(row.cell(name)));
      return { ...one(row, row.cell('应付金额'), 'a line is in the next month'), lines: [[row.place, ...inStatement(book, row)]] };
    },
  },
  {
    id: 'day',
    kind: 'line.date',
    also: [],
    apply(book, random) {
      const row = pickDetail(book, random, (r) => isUsage(r) && hasNoTwin(r));
      if (!row) return null;
      const from = row.cell('消费时间').slice(0, 10);
      const to = pick(row.table, random, (r) => r.cell('消费时间').slice(0, 10) !== from)
        ?.cell('消费时间')
        .slice(0, 10);
      if (!to) return null;
      for (const name of ['消费时间', '使用开始时间', '使用结束时间', '交易时间']) row.set(name, row.cell(name).replaceAll(from, to));
      return one(row, null, `a line is on ${to} instead of ${from}`);
    },
  },
  {
    id: 'currency',
    kind: 'line.currency',
    also: [],
    apply(book, random) {
      const row = pickDetail(book, random, (r) => isUsage(r) && hasNoTwin(r));
      if (!row) return null;
      row.set('币种', 'CNY');
      return { ...one(row, row.cell('应付金额'), 'a line is in another currency'), lines: [[row.place, ...inStatement(book, row)]] };
    },
  },
  {
    id: 'method',
    kind: 'line.method',
    also: [],
    apply(book, random) {
      const row = pickDetail(book, random, (r) => isUsage(r) && r.money('现金支付') === 0n);
      if (!row) return null;
      const paid = row.money('月度结算');
      row.set('现金支付', print8(paid));
      row.set('月度结算', print8(0n));
      return one(row, print8(paid), 'a line is paid in cash instead of settled');
    },
  },
  {
    id: 'usage',
    kind: 'line.usage',
    also: [],
    apply(book, random) {
      const row = pickDetail(book, random, (r) => isUsage(r) && r.money('官网价') > 1_000_000n);
      if (!row) return null;
      const used = printShort(row.money('使用量') + BigInt(random.between(1, 9)) * 10_000_000n);
      row.set('使用量', used);
      row.set('使用量(定价量纲)*', used);
      return one(row, null, 'the quantity is another');
    },
  },
  {
    id: 'unit-price',
    kind: 'line.price',
    also: ['line.usage'],
    apply(book, random) {
      const row = pickDetail(book, random, (r) => isUsage(r) && r.money('官网价') > 1_000_000n);
      if (!row) return null;
      row.set('单价', print8(row.money('单价') + row.money('单价') / BigInt(random.between(3, 9))));
      return one(row, null, 'the unit price is another');
    },
  },
  {
    id: 'statement-amount',
    kind: 'line.amount',
    also: ['line.method', 'order.amount'],
    apply(book, random) {
      const row = pick(book.table(STATEMENT_NAME), random, isCharged);
      if (!row) return null;
      const by = BigInt(random.between(1, 9_000_000)) * 10n;
      addTo(row, by, '官网价', '应付金额', '月度结算');
      return one(row, print8(by), 'an amount of the transaction statement is another');
    },
  },
  {
    id: 'statement-drop',
    kind: 'line.missing',
    also: [],
    apply(book, random) {
      const statement = book.table(STATEMENT_NAME);
      const detail = pickDetail(book, random, isUsage);
      const row = detail && pick(statement, random, (r) => r.cell(ORDER) === detail.cell(ORDER));
      if (!row) return null;
      const listed = detail.table.rows.flatMap((_, i) =>
        pickedAt(detail.table, i).cell(ORDER) === row.cell(ORDER) ? [{ file: detail.table.name, row: rowNumber(i) }] : [],
      );
      statement.rows.splice(row.row, 1);
      return { files: changed(statement), lines: [listed], amount: row.cell('应付金额'), what: 'the transaction statement lacks a row' };
    },
  },
];
