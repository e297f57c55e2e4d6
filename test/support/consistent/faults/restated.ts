import type { Money } from '../../../../services/sample/tally.ts';
import { print8, roundToCents, timesHalfUp, units, type Units } from '../../../../services/sample/units.ts';
import type { Random } from '../../../../services/sample/random.ts';
import type { KindId } from '../../../../domain/reconcile/kinds.ts';
import { billFiles, detailName, filesWith, OWN_NAME } from '../bill-files.ts';
import type { ConsistentBook } from '../book.ts';
import { charged, type BookLine } from '../lines.ts';
import { rowNumber, type Table } from '../table.ts';
import type { Injection } from './fault.ts';

/** A line at random of those that fit, and its place among the lines. */
function pickLine(book: ConsistentBook, random: Random, fits: (line: BookLine, at: number) => boolean): number {
  const start = random.int(book.lines.length);
  for (let i = 0; i < book.lines.length; i++) {
    const at = (start + i) % book.lines.length;
    if (book.lines[at] !== book.lines[at + 1] && book.lines[at] !== book.lines[at - 1] && fits(book.lines[at]!, at)) return at;
  }
  return -1;
}

/** A fault of the vendor's own reckoning: all that is told of the bill tells it alike. `change` gives the line's wrong money; null: no place. */
const restated = (
  id: string,
  kind: KindId,
  also: readonly KindId[],
  what: string,
  fits: (line: BookLine, at: number, book: ConsistentBook) => boolean,
  change: (line: BookLine, at: number, book: ConsistentBook) => Partial<Money>,
): Injection => ({
  id,
  kind,
  also: ['invoice.amount', 'rounding.other', ...also],
  apply(book, random) {
    const at = pickLine(book, random, (line, i) => fits(line, i, book));
    if (at < 0) return null;
    const line = book.lines[at]!;
    const wrong: BookLine = { ...line, money: { ...line.money, ...change(line, at, book) } };
    const lines = book.lines.with(at, wrong);
    const told = billFiles(lines);
    const names = filesWith(lines, wrong);
    const files = new Map(names.map((name) => [name, told.get(name)!()]));
    const detail = names.find((name) => name === OWN_NAME || name.startsWith(detailName(0).slice(0, -5)))!;
    const row = differing(files.get(detail)!, book.table(detail));
    const amount = print8((wrong.money.payable ?? 0n) - (line.money.payable ?? 0n));
    return { files, lines: [[{ file: detail, row: rowNumber(row) }]], amount, what: `${what}, in every telling` };
  },
});

const differing = (a: Table, b: Table): number => a.rows.findIndex((row, i) => row.some((cell, k) => cell !== b.rows[i]![k]));

/** More is payable by so much, and settled at the month's end. */
const more = ({ money }: BookLine, by: Units): Partial<Money> => ({
  payable: money.payable! + by,
  monthlySettled: money.monthlySettled! + by,
});
const isUsage = (line: BookLine): boolean =>
  line.billType.code === '5' && line.money.listPrice! > 10_000_000n && line.money.monthlySettled! > 0n;
/** It has a discount, and enough others of the product type are there to know the contract's rate by. */
const hasLike = (line: BookLine, _at: number, { lines }: ConsistentBook): boolean =>
  isUsage(line) &&
  line.money.discount! > 0n &&
  lines.filter((l) => isUsage(l) && l.resource.item.typeCode === line.resource.item.typeCode).length > 20;
/** The order line before its tax line. */
const taxed = (book: ConsistentBook, at: number): BookLine | undefined =>
  book.lines[at - 1]?.tradeId === book.lines[at]!.tradeId ? book.lines[at - 1] : undefined;

export const restatedFaults: readonly Injection[] = [
  restated(
    'tax-rate',
    'tax.rate',
    [],
    'an order is taxed at 6 %',
    (line, at, book) => line.billType.code === '15' && line.subscription && charged(taxed(book, at)?.money ?? {}) > 500_000_000n,
    (line, at, book) => {
      const tax = roundToCents(timesHalfUp(charged(taxed(book, at)!.money), units('0.06')));
      return { ...more(line, tax - line.money.payable!), listPrice: tax };
    },
  ),
  restated(
    'list-price-told',
    'line.usage',
    ['line.price', 'tax.rate', 'line.discount'],
    'the list price is not unit price × usage',
    isUsage,
    (line) => {
      const by = line.money.listPrice! / 7n;
      return { ...more(line, by), listPrice: line.money.listPrice! + by };
    },
  ),
  restated('discount-told', 'line.discount', ['tax.rate'], 'the discount is not the contract’s', hasLike, (line) => {
    const by = line.money.listPrice! / 25n;
    return { ...more(line, by), discount: line.money.discount! - by };
  }),
  restated(
    'refund-told',
    'refund.exceeds',
    ['order.amount', 'tax.rate', 'credit.refund', 'line.amount'],
    'a refund is above what its order was paid',
    (line) => line.billType.code === '4' && line.originalTradeId !== null && line.money.monthlySettled! < 0n,
    (line, _at, book) => {
      const original = book.orders.find((o) => o.id === line.originalTradeId)!;
      const by = -charged(original.line.money) - line.money.payable! - 12_000_000n;
      return { ...more(line, by), listPrice: line.money.listPrice! + by };
    },
  ),
];
