import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { insertLines, type TestLine } from '../../test/support/lines.ts';
import { columnOf, DIMENSION_NAMES, type Column } from '../../domain/bill/columns.ts';
import { conditionOf } from '../../domain/bill/filter.ts';
import type { MeasureName } from '../../domain/formats/fields.ts';
import { unwrap } from '../../domain/result.ts';
import { keyedMonths, linesAmong } from '../blocks/months.ts';
import { makeBlocks, makeCountsAnew } from '../blocks/build.ts';
import { TooLarge } from '../blocks/measure-sum.ts';
import { sidesOf } from '../blocks/sides.ts';
import { createBook, type Book } from '../book.ts';
import type { ReadDb } from '../connection.ts';
import { monthSums, plainMonths } from './analysis-months.ts';
import { plainItems, plainResourceMonths, RESOURCE_COLUMNS, resourceItems, resourceMonths } from './analysis-resources.ts';
import type { AnalysisScope } from './analysis-scope.ts';
import { plainSides, sideGroups, textsOf } from './analysis-sides.ts';

const PERIODS = ['2023-08', '2023-09', '2023-10', '2024-01'];
const AMOUNTS = ['0', '-0.0000000001', '12.5', '-3.00000001', '999999999999.99', '-1000000000000000', '900719.9254740993'];
const few = (...texts: string[]): fc.Arbitrary<string> => fc.constantFrom(...texts);

const line = fc.record(
  {
    currency: few('USD', 'CNY', 'JPY'),
    account: few('a', 'b'),
    productType: few('ECS', 'EVS', '云硬盘'),
    product: few('ECS', 'x'),
    spec: few('s1', 's2'),
    resourceId: few('r1', 'r2', 'r3', 'ECS'),
    resourceName: few('web', 'db'),
    billType: few('pay', 'refund'),
    usageUnit: few('GB', 'h'),
    tags: few('env:prod;team:red', 'env:prod', 'env:;team:red', 'owner:x', ';env:;'),
    orderId: few('CS1', 'CS2'),
    date: few('2023-08-31', '1969-12-31'),
    payable: few(...AMOUNTS),
    listPrice: few(...AMOUNTS.slice(0, 5)),
    usage: few('1', '2.5', '0'),
    unitPrice: few('0.1', '0.2'),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<TestLine>;
const batch = fc.record({
  lines: fc.array(line, { minLength: 1, maxLength: 25 }),
  period: fc.constantFrom(...PERIODS),
  vendor: fc.constantFrom('huawei' as const, 'tencent' as const),
  kind: fc.constantFrom('detail' as const, 'statement' as const),
});
const COLUMNS: Column[] = [...DIMENSION_NAMES, 'tag:env', 'tag:team'].map((name) => unwrap(columnOf(name)));
const condition = fc
  .constantFrom(
    { column: 'productType', op: 'is' as const, value: 'ECS' },
    { column: 'currency', op: 'is' as const, value: 'USD' },
    { column: 'tag:env', op: 'missing' as const, value: '' },
    { column: 'payable', op: 'atLeast' as const, value: '0' },
    { column: 'orderId', op: 'isNot' as const, value: 'CS1' },
  )
  .map((filter) => unwrap(conditionOf(filter)));
const scope: fc.Arbitrary<AnalysisScope> = fc.record({
  where: fc.array(condition, { maxLength: 2 }),
  hideZero: fc.boolean(),
  search: few('', '', 'r1', 'CS2'),
  kind: fc.constantFrom('detail' as const, 'statement' as const),
});
const question = fc.record({
  scope,
  columns: fc.uniqueArray(fc.constantFrom(...COLUMNS), { minLength: 1, maxLength: 3, selector: (c) => c.name }),
  measure: fc.constantFrom<MeasureName>('payable', 'listPrice', 'tax'),
  now: fc.uniqueArray(fc.constantFrom(...PERIODS), { maxLength: 3 }),
  before: fc.uniqueArray(fc.constantFrom(...PERIODS), { maxLength: 2 }),
  chosen: fc.array(fc.nat(30), { maxLength: 4 }),
});

let folder: string;
let made = 0;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'tallybook-analysis-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const newBook = (): Book => createBook(join(folder, `${++made}.tallybook`));

function putBatch(book: Book, { lines, ...options }: typeof batch extends fc.Arbitrary<infer T> ? T : never): void {
  insertLines(book, lines, options);
  book.write.transaction(() => makeBlocks(book.write, book.write.get<{ id: number }>('SELECT MAX(id) AS id FROM batch')!.id));
}

/** Groups have no order. */
const sorted = (rows: readonly object[]): object[] =>
  rows
    .map((row) => ({ row, text: JSON.stringify(row, (_, v: unknown) => (typeof v === 'bigint' ? `${v}n` : v)) }))
    .toSorted((a, b) => (a.text < b.text ? -1 : 1))
    .map(({ row }) => row);
const asked = <T>(keys: readonly T[], chosen: readonly number[]): T[] =>
  keys.length === 0 ? [] : chosen.map((n) => keys[n % keys.length]!);

it('compares sides, months and resources from blocks as from the lines', () => {
  let answered = 0;
  fc.assert(
    fc.property(
      fc.array(batch, { minLength: 1, maxLength: 4 }),
      fc.array(fc.nat(60), { maxLength: 3 }),
      fc.boolean(),
      fc.array(question, { minLength: 8, maxLength: 8 }),
      (batches, superseded, counted, questions) => {
        const book = newBook();
        try {
          for (const one of batches) putBatch(book, one);
          for (const id of superseded) book.write.run('UPDATE bill_line SET superseded_by = 1 WHERE id = ?', [id]);
          if (counted) book.write.transaction(() => makeCountsAnew(book.write));
          for (const { scope: lines, columns, measure, now, before, chosen } of questions)
            answered += same(book.read, { lines, columns, measure, now, before, chosen });
        } finally {
          book.close();
        }
      },
    ),
    { numRuns: 20 },
  );
  expect(answered).toBeGreaterThan(40);
}, 120_000);

interface Question {
  lines: AnalysisScope;
  columns: Column[];
  measure: MeasureName;
  now: string[];
  before: string[];
  chosen: number[];
}

/** Holds both answers against each other; how many of them blocks could tell. */
function same(read: ReadDb, { lines, columns, measure, now, before, chosen }: Question): number {
  const sides = { now, before };
  const periods = [...before, ...now];
  const plain = plainSides(read, lines, columns, measure, sides);
  expect(sorted(sideGroups(read, lines, columns, measure, sides).map(ordered))).toEqual(sorted(plain.map(ordered)));
  for (const of of [
    undefined,
    {
      column: columns[0]!,
      keys: asked(
        plain.map((g) => g.keys[0]!),
        chosen,
      ),
    },
  ])
    expect(sorted(monthSums(read, lines, periods, measure, of).map(ordered))).toEqual(
      sorted(plainMonths(read, lines, periods, measure, of).map(ordered)),
    );
  const resources = plainSides(read, lines, RESOURCE_COLUMNS, 'payable', sides).map((g) => g.keys);
  const some = asked(resources, chosen);
  expect(resourceItems(read, lines, sides, some).map(ordered)).toEqual(
    some.length > 0 ? plainItems(read, lines, sides, some).map(ordered) : [],
  );
  if (some.length > 0 && periods.length > 0)
    expect(resourceMonths(read, lines, periods, some)).toEqual(plainResourceMonths(read, lines, periods, some));
  return Number(told(() => sidesOf(read, lines, columns, measure, sides)) && told(() => keyedMonths(read, lines, periods, measure, [])));
}

/** Sums beyond 53 bits are thrown back to SQL. */
function told(work: () => unknown): boolean {
  try {
    return work() !== null;
  } catch (error) {
    if (!(error instanceof TooLarge)) throw error;
    return false;
  }
}

/** A row with its names in one order, so that its text tells it. */
const ordered = (row: object): object => Object.fromEntries(Object.entries(row).toSorted(([a], [b]) => (a < b ? -1 : 1)));

it('finds the lines of resources by every column', () => {
  const book = newBook();
  putBatch(book, {
    lines: [
      { resourceId: 'r1', productType: 'ECS', account: 'a' },
      { resourceId: 'r1', productType: 'EVS', account: 'a' },
      { productType: 'ECS', account: 'a' },
      { productType: 'EVS', account: 'a' },
    ],
    period: '2023-09',
    vendor: 'huawei',
    kind: 'detail',
  });
  const lines: AnalysisScope = { where: [], hideZero: false, search: '', kind: 'detail' };
  const id = (text: string): bigint => BigInt(book.read.get<{ id: number }>('SELECT id FROM term WHERE text = ?', [text])!.id);
  const of = (resource: bigint | null, most: number): number[] | null =>
    linesAmong(
      book.read,
      lines,
      ['2023-09'],
      RESOURCE_COLUMNS.map((column, i) => ({ column, among: [[1n, id('a'), id('ECS'), resource][i]!] })),
      most,
    );
  expect(of(null, 10)).toEqual([3]);
  expect(of(id('r1'), 10)).toEqual([1]);
  expect(of(id('r1'), 0)).toBeNull();
  book.close();
});

it('leaves sums beyond 53 bits to the lines', () => {
  const book = newBook();
  const half = { lines: [{ payable: '9000000000000000.5' }], period: '2023-09', vendor: 'huawei', kind: 'detail' } as const;
  for (const one of [half, half]) putBatch(book, { ...one, lines: [...one.lines] });
  const lines: AnalysisScope = { where: [], hideZero: false, search: '', kind: 'detail' };
  const sides = { before: [], now: ['2023-09'] };
  expect(() => sidesOf(book.read, lines, [unwrap(columnOf('period'))], 'payable', sides)).toThrow(TooLarge);
  expect(sideGroups(book.read, lines, [unwrap(columnOf('period'))], 'payable', sides)).toMatchObject([
    { keys: [202309n], now: 180_000_000_000_000_010_000_000_000n, linesNow: 2 },
  ]);
  expect(monthSums(book.read, lines, ['2023-09'], 'payable')).toMatchObject([{ sum: 180_000_000_000_000_010_000_000_000n }]);
  book.close();
});

it('reads keys of tags as a whole as their texts', () => {
  const book = newBook();
  putBatch(book, {
    lines: [{ tags: 'env:prod;team:red', payable: '1' }, { payable: '2' }],
    period: '2023-09',
    vendor: 'huawei',
    kind: 'detail',
  });
  const tags = unwrap(columnOf('tags'));
  const lines: AnalysisScope = { where: [], hideZero: false, search: '', kind: 'detail' };
  for (const of of [sideGroups, plainSides]) {
    const groups = of(book.read, lines, [tags], 'payable', { before: [], now: ['2023-09'] });
    const texts = textsOf(
      book.read,
      tags,
      groups.map((g) => g.keys[0]!),
    );
    expect(texts.toSorted()).toEqual(['env:prod;team:red', null].toSorted());
  }
  book.close();
});
