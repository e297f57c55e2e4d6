import { parse } from 'csv-parse/sync';
import { print8, printShort, units } from '../../../../services/sample/units.ts';
import type { ConsistentBook } from '../book.ts';
import { OTHERS } from '../others.ts';
import type { Table } from '../table.ts';
import { addTo, changed, pick, placesWhere, type Injection, type Picked } from './fault.ts';

/** A CSV of a sample as a table. */
function tableOf(book: ConsistentBook, name: string): Table {
  const [header = [], ...rows] = parse(book.text(name)) as string[][];
  return { name, header, rows };
}
type Sum = Record<'TotalCost' | 'RealTotalCost' | 'CashPayAmount', string>;
type Charge = { fee: string; resource_id: string };
const isPaid = (row: Picked): boolean => row.cell('组件原价') !== '-' && row.money('现金账户支出(元)') > 1_000_000n;
const TOTAL = '优惠后总价';

/** The record's amounts are texts; nothing else of the document is a fraction that must be kept. */
const withCharges = (book: ConsistentBook, change: (charges: Charge[]) => number | null): { text: string; row: number } | null => {
  const document = JSON.parse(book.text(OTHERS.qingcloudCharges)) as { charge_record_set: Charge[]; total_count: number };
  const row = change(document.charge_record_set);
  document.total_count = document.charge_record_set.length;
  return row === null ? null : { text: `${JSON.stringify(document)}\n`, row };
};

/** Faults of the other vendors' bills. */
export const otherFaults: readonly Injection[] = [
  {
    id: 'tencent-amount',
    kind: 'line.amount',
    also: ['line.usage', 'line.discount'],
    apply(book, random) {
      const row = pick(tableOf(book, OTHERS.tencentDetail), random, isPaid);
      if (!row) return null;
      const by = BigInt(random.between(1, 900_000)) * 100n;
      addTo(row, by, '组件原价', TOTAL, '现金账户支出(元)');
      return { files: changed(row.table), lines: [[row.place]], amount: print8(by), what: 'an amount of Tencent’s details is another' };
    },
  },
  {
    id: 'tencent-arithmetic',
    kind: 'line.arithmetic',
    also: ['line.amount'],
    apply(book, random) {
      const row = pick(tableOf(book, OTHERS.tencentDetail), random, isPaid);
      if (!row) return null;
      const by = BigInt(random.between(1, 9000)) * 100n;
      addTo(row, by, TOTAL);
      return {
        files: changed(row.table),
        lines: [[row.place]],
        amount: print8(by),
        what: 'a total of Tencent’s details is not the sum of its payments',
      };
    },
  },
  {
    id: 'tencent-drop',
    kind: 'line.missing',
    also: [],
    apply(book, random) {
      const row = pick(tableOf(book, OTHERS.tencentDetail), random, isPaid);
      if (!row) return null;
      row.table.rows.splice(row.row, 1);
      const { Response } = JSON.parse(book.text(OTHERS.tencentResources)) as { Response: { ResourceSummarySet: { ResourceId: string }[] } };
      const told = Response.ResourceSummarySet.flatMap(({ ResourceId }, i) =>
        ResourceId === row.cell('资源ID') ? [{ file: OTHERS.tencentResources, row: i + 1 }] : [],
      );
      return {
        files: changed(row.table), // The resource that lacks a line is all that can be told.
        lines: [[...told, ...placesWhere(row.table, '资源ID', row.cell('资源ID'))]],
        amount: row.cell(TOTAL),
        what: 'Tencent’s details lack a line',
      };
    },
  },
  {
    id: 'tencent-summary',
    kind: 'line.amount',
    also: [],
    apply(book, random) {
      const document = JSON.parse(book.text(OTHERS.tencentSummary)) as {
        Response: { SummaryOverview: Sum[] };
      };
      const items = document.Response.SummaryOverview;
      const item = random.pick(items.filter((i) => i.TotalCost !== '-'));
      const by = BigInt(random.between(1, 900_000)) * 100n;
      for (const name of ['TotalCost', 'RealTotalCost', 'CashPayAmount'] as const) item[name] = print8(units(item[name]) + by);
      const files = new Map([[OTHERS.tencentSummary, `${JSON.stringify(document)}\n`]]);
      return {
        files,
        lines: [[{ file: OTHERS.tencentSummary, row: items.indexOf(item) + 1 }]],
        amount: print8(by),
        what: 'a sum of Tencent’s summary is another',
      };
    },
  },
  ...(
    [
      ['qingcloud-drop', 'line.missing', (charges: Charge[], at: number) => void charges.splice(at, 1)],
      ['qingcloud-twice', 'line.duplicate', (charges: Charge[], at: number) => void charges.splice(at + 1, 0, { ...charges[at]! })],
      [
        'qingcloud-fee',
        'line.amount',
        (charges: Charge[], at: number) => void (charges[at]!.fee = printShort(units(charges[at]!.fee) + 1_230_000n)),
      ],
    ] as const
  ).map(([id, kind, change]): Injection => ({
    id,
    kind,
    // Its sums tell types alone: a difference of a type is all that is known for sure.
    also: ['line.amount', 'line.missing', 'line.duplicate'],
    apply(book, random) {
      const made = withCharges(book, (charges) => {
        const at = random.int(charges.length);
        change(charges, at);
        return at;
      });
      if (!made) return null;
      return {
        files: new Map([[OTHERS.qingcloudCharges, made.text]]),
        lines: [],
        amount: null,
        what: 'a charge of QingCloud is left out, there twice, or another',
      };
    },
  })),
  {
    id: 'zilliz-usage',
    kind: 'invoice.amount',
    also: ['line.missing'],
    apply(book, random) {
      const row = pick(tableOf(book, OTHERS.zillizUsage), random, (r) => units(r.cell('amount').slice(0, -2)) > 2_000_000n);
      if (!row) return null;
      row.table.rows.splice(row.row, 1);
      return { files: changed(row.table), lines: [], amount: row.cell('amount'), what: 'a day’s cost of Zilliz is left out' };
    },
  },
  {
    id: 'zilliz-credits',
    kind: 'invoice.amount',
    also: ['line.arithmetic', 'payment.amount', 'tax.rate'],
    apply(book, random) {
      const text = book.text(OTHERS.zillizInvoice);
      const by = random.between(1, 90);
      const made = text.replace(/"creditsApplied":(\d+)/, (_, credits: string) => `"creditsApplied":${Number(credits) + by}`);
      return {
        files: new Map([[OTHERS.zillizInvoice, made]]),
        papers: book.papers,
        lines: [],
        amount: null,
        what: 'the subtotal of an invoice of Zilliz is not its usage less credits',
      };
    },
  },
];
