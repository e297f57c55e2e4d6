import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { insertLines, type TestLine } from '../../test/support/lines.ts';
import { PAYMENT_PARTS } from '../../domain/allocation/parts.ts';
import { columnOf, DIMENSION_NAMES, type Column } from '../../domain/bill/columns.ts';
import { conditionOf } from '../../domain/bill/filter.ts';
import { unwrap } from '../../domain/result.ts';
import { makeBlocks, makeCountsAnew } from '../blocks/build.ts';
import { unitsOf } from '../blocks/units.ts';
import { createBook } from '../book.ts';
import { plainUnits, unitGroups, type UnitGroup } from './allocation-sums.ts';
import type { BillScope } from './bills-filter.ts';

const PERIODS = ['2023-08', '2023-09', '2024-01'];
const AMOUNTS = ['0', '-0.0000000001', '12.5', '-3.00000001', '999999999999.99', '-1000000000000000'];
const few = (...texts: string[]): fc.Arbitrary<string> => fc.constantFrom(...texts);

const line = fc.record(
  {
    ...Object.fromEntries(['payable', 'effectiveCost', ...PAYMENT_PARTS].map((name) => [name, few(...AMOUNTS)])),
    currency: few('USD', 'CNY'),
    productType: few('ECS', 'EVS', '云硬盘'),
    resourceId: few('r1', 'r2', 'ECS'),
    enterpriseProject: few('web', 'shop'),
    tags: few('env:prod;team:red', 'env:prod', 'env:;team:red', ';env:;'),
    date: few('2023-08-31', '1969-12-31'),
    orderId: few('CS1', 'CS2'),
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
    { column: 'period', op: 'atLeast' as const, value: '2023-09' },
    { column: 'enterpriseProject', op: 'missing' as const, value: '' },
    { column: 'productType', op: 'is' as const, value: 'ECS' },
  )
  .map((filter) => unwrap(conditionOf(filter)));
const scope: fc.Arbitrary<BillScope> = fc.record({
  period: fc.option(fc.constantFrom(...PERIODS)),
  where: fc.array(condition, { maxLength: 2 }),
  hideZero: fc.constant(false),
  search: few('', '', 'r1', 'CS2'),
  kind: fc.constant('detail' as const),
});
const question = fc.record({
  scope,
  columns: fc.uniqueArray(fc.constantFrom(...COLUMNS), { minLength: 1, maxLength: 3, selector: (c) => c.name }),
  payableOnly: fc.boolean(),
});

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'tallybook-units-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Groups have no order. */
const sorted = (groups: readonly UnitGroup[]): UnitGroup[] =>
  groups.toSorted((a, b) => (JSON.stringify(a.values) < JSON.stringify(b.values) ? -1 : 1));

it('adds up the units of groups from blocks as from the lines', () => {
  let answered = 0;
  let made = 0;
  fc.assert(
    fc.property(
      fc.array(batch, { minLength: 1, maxLength: 4 }),
      fc.array(fc.nat(60), { maxLength: 3 }),
      fc.boolean(),
      fc.array(question, { minLength: 8, maxLength: 8 }),
      (batches, superseded, counted, questions) => {
        const book = createBook(join(folder, `${++made}.tallybook`));
        try {
          for (const { lines, ...options } of batches) {
            insertLines(book, lines, options);
            book.write.transaction(() => makeBlocks(book.write, book.write.get<{ id: number }>('SELECT MAX(id) AS id FROM batch')!.id));
          }
          for (const id of superseded) book.write.run('UPDATE bill_line SET superseded_by = 1 WHERE id = ?', [id]);
          if (counted) book.write.transaction(() => makeCountsAnew(book.write));
          for (const { scope: lines, columns, payableOnly } of questions) {
            if (unitsOf(book.read, lines, columns, []) !== null) answered++;
            expect(sorted(unitGroups(book.read, lines, columns, payableOnly))).toEqual(
              sorted(plainUnits(book.read, lines, columns, payableOnly)),
            );
          }
        } finally {
          book.close();
        }
      },
    ),
    { numRuns: 20 },
  );
  expect(answered).toBeGreaterThan(40);
}, 120_000);
