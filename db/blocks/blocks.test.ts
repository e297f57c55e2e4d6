import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { insertLines, type TestLine } from '../../test/support/lines.ts';
import { columnOf, DIMENSION_NAMES, type Column } from '../../domain/bill/columns.ts';
import { conditionOf, FILTER_OPS, type Condition } from '../../domain/bill/filter.ts';
import { MEASURE_NAMES, TERM_NAMES } from '../../domain/formats/fields.ts';
import { unwrap } from '../../domain/result.ts';
import { createBook, type Book } from '../book.ts';
import { undoBatch } from '../queries/batches.ts';
import { billFacets, plainFacets } from '../queries/bills-facets.ts';
import { EVERYTHING, type BillScope } from '../queries/bills-filter.ts';
import { billGroups, plainGroups, type GroupSort } from '../queries/bills-groups.ts';
import { billPage, plainPage } from '../queries/bills-lines.ts';
import { periodTotals, plainPeriods } from '../queries/bills-periods.ts';
import { billTotals, plainTotals } from '../queries/bills-sums.ts';
import { makeBlocks, makeCountsAnew } from './build.ts';
import { groupsOf } from './groups.ts';
import { pageIds } from './page.ts';
import { allSets, blockSets } from './store.ts';
import { wrongBlocks } from './verify.ts';

const PERIODS = ['2023-08', '2023-09', '2024-01'];
const TEXTS = ['ECS', 'ecs', '云服务器', '云硬盘', 'a_b', 'ÄÖ', 'env:prod;team:red', 'env:test', ';env:;', '50%', '𠀀', '\uFFFD'];
const AMOUNTS = ['0', '-0.0000000001', '0.01', '12.5', '-3.00000001', '999999999999.99', '-1000000000000000', '900719.9254740993', '7'];
const DATES = ['2023-08-31', '2023-09-01', '1969-12-31'];

const text = fc.constantFrom(...TEXTS);
const line: fc.Arbitrary<TestLine> = fc.record(
  {
    ...Object.fromEntries(TERM_NAMES.map((name) => [name, text])),
    currency: fc.constantFrom('USD', 'CNY'),
    ...Object.fromEntries(MEASURE_NAMES.slice(0, 5).map((name) => [name, fc.constantFrom(...AMOUNTS)])),
    payable: fc.bigInt(-(10n ** 14n), 10n ** 14n).map((n) => `${n / 100_000n}`),
    usage: fc.constantFrom(...AMOUNTS),
    orderId: fc.constantFrom('CS1', 'cs2', '单号', 'CS10'),
    date: fc.constantFrom(...DATES),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<TestLine>;

const batch = fc.record({
  lines: fc.array(line, { minLength: 1, maxLength: 25 }),
  period: fc.constantFrom(...PERIODS),
  vendor: fc.constantFrom('huawei', 'tencent', 'other'),
  kind: fc.constantFrom('detail', 'statement'),
});
/** What happens to a book after its batches were written. */
const event = fc.oneof(
  fc.record({ type: fc.constant('supersede' as const), line: fc.nat(60), by: fc.nat(5) }),
  fc.record({ type: fc.constant('comeBack' as const), line: fc.nat(60) }),
  fc.record({ type: fc.constant('recount' as const), line: fc.nat(60), kind: fc.constantFrom(0, 10, 12) }),
  fc.record({ type: fc.constant('undo' as const), batch: fc.nat(5) }),
  fc.record({ type: fc.constant('count' as const) }),
);

const GROUPS: Column[] = [...DIMENSION_NAMES, 'tag:env', 'tag:team'].map((name) => unwrap(columnOf(name)));
const SORTS: Column[] = [...GROUPS, ...MEASURE_NAMES.map((name) => unwrap(columnOf(name))), unwrap(columnOf('usage'))];
const valueOf = (column: Column): fc.Arbitrary<string> => {
  if (column.type === 'measure' || column.type === 'quantity') return fc.constantFrom(...AMOUNTS);
  if (column.name === 'period') return fc.constantFrom(...PERIODS);
  if (column.name === 'date') return fc.constantFrom(...DATES);
  if (column.name === 'vendor') return fc.constantFrom('huawei', 'tencent', 'zilliz');
  if (column.name === 'kind') return fc.constantFrom('detail', 'statement');
  if (column.name === 'batch') return fc.constantFrom('1', '2', '3');
  if (column.name === 'orderId') return fc.constantFrom('CS1', 'CS2', '单', '');
  return fc.oneof(text, fc.constantFrom('prod', 'E', '云', ''));
};
const condition: fc.Arbitrary<Condition> = fc.tuple(fc.constantFrom(...SORTS), fc.constantFrom(...FILTER_OPS)).chain(([column, op]) => {
  const money = column.type === 'measure' || column.type === 'quantity';
  const one = op === 'contains' || op === 'atLeast' || op === 'atMost';
  return fc
    .array(valueOf(column), { minLength: one ? 1 : 0, maxLength: one ? 1 : 3 })
    .map((value) => unwrap(conditionOf({ column: column.name, op: money && op === 'contains' ? 'is' : op, value })));
});
const scope: fc.Arbitrary<BillScope> = fc.record({
  period: fc.option(fc.constantFrom(...PERIODS)),
  from: fc.option(fc.constantFrom(...PERIODS)),
  to: fc.option(fc.constantFrom(...PERIODS)),
  where: fc.array(condition, { maxLength: 2 }),
  hideZero: fc.boolean(),
  search: fc.oneof({ weight: 3, arbitrary: fc.constant('') }, fc.constantFrom('ec', '云服', '%', 'cs1', '号')),
  kind: fc.constantFrom('detail', 'statement'),
});
const question = fc.record({
  scope,
  groups: fc.uniqueArray(fc.constantFrom(...GROUPS), { minLength: 1, maxLength: 4, selector: (c) => c.name }),
  by: fc.array(fc.record({ by: fc.constantFrom(0, 'payable', 'discount', 'lines'), descending: fc.boolean() }), { maxLength: 2 }),
  sort: fc.array(fc.record({ column: fc.constantFrom(...SORTS), descending: fc.boolean() }), { maxLength: 3 }),
  offset: fc.nat(20),
  limit: fc.integer({ min: 1, max: 60 }),
});

let folder: string;
let made = 0;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'tallybook-blocks-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const newBook = (): Book => createBook(join(folder, `${++made}.tallybook`));

function happen(book: Book, what: typeof event extends fc.Arbitrary<infer T> ? T : never): void {
  const { write } = book;
  const batches = allSets(write).map((set) => set.batch);
  write.transaction(() => {
    if (what.type === 'supersede')
      write.run('UPDATE bill_line SET superseded_by = ? WHERE id = ?', [batches[what.by % batches.length] ?? null, what.line]);
    else if (what.type === 'comeBack') write.run('UPDATE bill_line SET superseded_by = NULL WHERE id = ?', [what.line]);
    else if (what.type === 'recount') write.run('UPDATE bill_line SET kind = ? WHERE id = ? AND kind <> 1', [what.kind, what.line]);
    else if (what.type === 'count') makeCountsAnew(write);
    else if (batches.length > 0) undoBatch(write, batches[what.batch % batches.length]!);
  });
}

describe('answers from blocks', () => {
  it('are those of the lines, whatever is asked and whatever happened before', () => {
    let answered = 0;
    fc.assert(
      fc.property(
        fc.array(batch, { minLength: 1, maxLength: 4 }),
        fc.array(event, { maxLength: 6 }),
        fc.array(question, { minLength: 8, maxLength: 8 }),
        (batches, events, questions) => {
          const book = newBook();
          try {
            for (const { lines, ...options } of batches) {
              insertLines(book, lines, options as Parameters<typeof insertLines>[2]);
              book.write.transaction(() => makeBlocks(book.write, book.write.get<{ id: number }>('SELECT MAX(id) AS id FROM batch')!.id));
            }
            for (const what of events) happen(book, what);
            const { read } = book;
            expect(blockSets(read)).not.toBeNull();
            expect(wrongBlocks(read)).toBeNull();
            expect(periodTotals(read)).toEqual(plainPeriods(read));
            for (const { scope: lines, groups, by, sort, offset, limit } of questions) {
              if (groupsOf(read, lines, groups, MEASURE_NAMES, by as GroupSort[], limit) !== null) answered++;
              expect(billGroups(read, lines, groups, by as GroupSort[], limit)).toEqual(
                plainGroups(read, lines, groups, by as GroupSort[], limit),
              );
              expect(billTotals(read, lines)).toEqual(plainTotals(read, lines));
              expect(billFacets(read, lines, groups[0]!, limit)).toEqual(plainFacets(read, lines, groups[0]!, limit));
              expect(billPage(read, lines, sort, offset, limit)).toEqual(plainPage(read, lines, sort, offset, limit));
            }
          } finally {
            book.close();
          }
        },
      ),
      { numRuns: 20 },
    );
    expect(answered).toBeGreaterThan(30);
  }, 120_000);
});

describe('a batch of more than one block', () => {
  let book: Book;
  beforeAll(() => {
    book = newBook();
    insertLines(book, [{ resourceId: 'r', productType: 'ECS', payable: '1' }]);
    book.write.exec(`
      INSERT INTO term (text) SELECT 'res-' || value FROM (WITH RECURSIVE n(value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM n WHERE value < 20000) SELECT value FROM n);
      INSERT INTO bill_line (batch_id, row, key_a, key_b, kind, vendor, period, currency, resource_id, product_type, order_id, payable_u, payable_f, list_price_u, list_price_f)
      SELECT 1, n + 2, 1, n, 0, 1, 202309, (SELECT id FROM term WHERE text = 'USD'), (SELECT id FROM term WHERE text = 'res-' || (1 + n * 7919 % 20000)),
        CASE n % 3 WHEN 0 THEN (SELECT id FROM term WHERE text = 'ECS') END, 'CS' || (n % 50000), n * 31 % 997 - 400, (n * 17 % 1000) * 1000000 * CASE WHEN n * 31 % 997 < 400 THEN -1 ELSE 1 END, n % 5, 0
      FROM (WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 70000) SELECT n FROM n);
    `);
    book.write.run('UPDATE batch SET rows = 70001, imported = 70001 WHERE id = 1');
    book.write.transaction(() => makeBlocks(book.write, 1));
  }, 60_000);
  afterAll(() => book.close());

  const column = (name: string): Column => unwrap(columnOf(name));
  it.each([['resourceId'], ['resourceId', 'productType'], ['productType'], ['resourceId', 'orderId']])(
    'groups by %s and %s',
    (...names) => {
      const by: GroupSort[] = [{ by: 'payable', descending: true }];
      const columns = names.map(column);
      expect(billGroups(book.read, EVERYTHING, columns, by, 50)).toEqual(plainGroups(book.read, EVERYTHING, columns, by, 50));
    },
  );

  it.each([
    ['payable', true, 0],
    ['payable', false, 50_000],
    ['productType', false, 30_000],
    ['productType', true, 0],
    ['listPrice', true, 30],
    ['batch', true, 69_990],
  ])('sorts by %s (descending: %s) from line %i on', (name, descending, offset) => {
    const sort = [
      { column: column(name), descending },
      { column: column('listPrice'), descending: false },
    ];
    expect(pageIds(book.read, EVERYTHING, sort, offset, 50)).not.toBeNull();
    expect(billPage(book.read, EVERYTHING, sort, offset, 50)).toEqual(plainPage(book.read, EVERYTHING, sort, offset, 50));
    expect(billPage(book.read, EVERYTHING, sort.slice(0, 1), offset, 50)).toEqual(
      plainPage(book.read, EVERYTHING, sort.slice(0, 1), offset, 50),
    );
  });

  it.each(['RES-1999', 'cs4999', 'nothing'])('finds “%s”', (search) => {
    const lines = { ...EVERYTHING, search };
    expect(billTotals(book.read, lines)).toEqual(plainTotals(book.read, lines));
    expect(billPage(book.read, lines, [], 5, 20)).toEqual(plainPage(book.read, lines, [], 5, 20));
  });

  it('is found out when a block, a count or a sum is not that of the lines, and is answered from the lines when it cannot be read', () => {
    expect(wrongBlocks(book.read)).toBeNull();
    const damaged = (sql: string): string | undefined => {
      book.write.begin();
      try {
        book.write.run(sql);
        return wrongBlocks(book.write)?.what;
      } finally {
        book.write.rollback();
      }
    };
    expect(damaged("DELETE FROM line_block WHERE name = 'payable' AND segment = 1")).toBe('payable, block 1');
    expect(
      damaged("UPDATE line_count SET data = (SELECT data FROM line_block WHERE name = 'currency' LIMIT 1) WHERE name = 'lines'"),
    ).toBeDefined();
    expect(damaged("UPDATE line_count SET data = substr(data, 1, 20) WHERE name = 'products'")).toBeDefined();
    expect(damaged('UPDATE bill_line SET payable_u = 7 WHERE id = 69999')).toBe('payable, block 1');
    expect(damaged('DELETE FROM bill_line WHERE id = 69999')).toBe('other lines');
    book.write.run("UPDATE line_block SET data = x'01' WHERE name = 'region' OR name = 'payable'");
    book.write.run("DELETE FROM line_count WHERE name <> 'lines'");
    expect(billGroups(book.read, EVERYTHING, [column('vendor')], [], 5)).toEqual(
      plainGroups(book.read, EVERYTHING, [column('vendor')], [], 5),
    );
    makeBlocks(book.write, 1);
    expect(wrongBlocks(book.read)).toBeNull();
  });
});
