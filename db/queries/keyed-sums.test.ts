import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { insertLines, type TestLine } from '../../test/support/lines.ts';
import type { MeasureName } from '../../domain/formats/fields.ts';
import { makeBlocks } from '../blocks/build.ts';
import { differingIn } from '../blocks/differing.ts';
import { hasIn, idsOf, sumsIn } from '../blocks/keyed.ts';
import { createBook, type Book } from '../book.ts';
import { plainDiffering, plainHas, plainIds, plainSums } from './keyed-sql.ts';
import { differingKeys, hasKey, keyedLineIds, keyedSums, type KeyName, type LineSet } from './keyed-sums.ts';

const AMOUNTS = ['0', '-0.0000000001', '0.01', '12.5', '-12.5', '3.00000001', '999999999999.99', '900719.9254740993', '7'];
const ORDERS = ['CS1', 'CS10', 'cs2', '单号', '𠀀'];
const TEXTS = ['ECS', 'ecs', '云服务器', 'ÄÖ'];
const DATES = ['2023-08-31', '2023-09-01', '1969-12-31'];
const KEYS: KeyName[] = ['orderId', 'resourceId', 'account', 'date', 'spec', 'usageType', 'batch', 'period', 'currency', 'tags'];
const MEASURES: MeasureName[] = ['payable', 'cash', 'monthlySettled', 'coupon'];

const line: fc.Arbitrary<TestLine> = fc.record(
  {
    orderId: fc.constantFrom(...ORDERS),
    resourceId: fc.constantFrom(...TEXTS),
    account: fc.constantFrom(...TEXTS),
    spec: fc.constantFrom(...TEXTS),
    tags: fc.constantFrom(...TEXTS),
    date: fc.constantFrom(...DATES),
    currency: fc.constantFrom('USD', 'USD', 'USD', 'CNY'),
    ...Object.fromEntries(MEASURES.map((name) => [name, fc.constantFrom(...AMOUNTS)])),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<TestLine>;
const batch = fc.record({
  lines: fc.array(line, { minLength: 1, maxLength: 30 }),
  period: fc.constantFrom('2023-08', '2023-09'),
  kind: fc.constantFrom('detail' as const, 'statement' as const),
});
const amount = fc.uniqueArray(fc.constantFrom(...MEASURES), { minLength: 1, maxLength: 3 });
const condition = fc.constantFrom(...KEYS.slice(0, 8)).chain((key) =>
  fc.record({
    key: fc.constant(key),
    values: fc.array(
      fc.constantFrom(
        null,
        ...(key === 'orderId'
          ? [...ORDERS, 'CS3']
          : key === 'date'
            ? DATES
            : key === 'period'
              ? ['2023-09']
              : key === 'batch'
                ? ['1']
                : TEXTS),
      ),
      { maxLength: 3 },
    ),
    not: fc.boolean(),
  }),
);
const set: fc.Arbitrary<LineSet> = fc.record({
  periods: fc.constantFrom(null, null, [202308, 202309], [202309]),
  vendor: fc.constant(1),
  currency: fc.constantFrom('USD', 'USD', 'USD', 'USD', 'CNY', 'XXX'),
  kinds: fc.constantFrom([0], [1], [0, 1], [0, 15]),
  batches: fc.constantFrom(null, null, null, [1], [1, 2], []),
  among: fc.array(condition, { maxLength: 1 }),
});
const question = fc
  .record({ by: fc.uniqueArray(fc.constantFrom(...KEYS), { maxLength: 4 }), amounts: fc.array(amount, { minLength: 1, maxLength: 2 }) })
  .chain(({ by, amounts }) =>
    fc.record({
      by: fc.constant(by),
      amounts: fc.constant(amounts),
      others: fc.array(amount, { minLength: amounts.length, maxLength: amounts.length }),
      left: set,
      right: set,
      limit: fc.integer({ min: 1, max: 8 }),
      presence: fc.boolean(),
    }),
  );

let folder: string;
let made = 0;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'tallybook-keyed-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const newBook = (): Book => createBook(join(folder, `${++made}.tallybook`));

describe('sums by key', () => {
  it('are those of the lines, whatever is asked', () => {
    let differing = 0;
    fc.assert(
      fc.property(
        fc.array(batch, { minLength: 1, maxLength: 3 }),
        fc.array(fc.nat(40), { maxLength: 3 }),
        fc.array(question, { minLength: 10, maxLength: 10 }),
        (batches, gone, questions) => {
          const book = newBook();
          try {
            for (const { lines, ...options } of batches) {
              insertLines(book, lines, options);
              book.write.transaction(() => makeBlocks(book.write, book.write.get<{ id: number }>('SELECT MAX(id) AS id FROM batch')!.id));
            }
            const { read, write } = book;
            for (const id of gone) write.run('UPDATE bill_line SET superseded_by = 1 WHERE id = ?', [id]);
            write.run('UPDATE bill_line SET kind = 15 WHERE kind = 0 AND batch_id = 2');
            for (const { by, amounts, others, left, right, limit, presence } of questions) {
              const [one, two] = [
                { set: left, amounts },
                { set: right, amounts: others },
              ];
              const sums = plainSums(read, one, by, limit);
              expect(sumsIn(read, one, by, limit)).toEqual(sums);
              expect(keyedSums(read, left, by, amounts, limit)).toEqual(sums);
              const apart = plainDiffering(read, one, two, by, { limit, presence });
              expect(differingIn(read, one, two, by, { limit, presence })).toEqual(apart);
              expect(differingKeys(read, one, two, by, { limit, presence })).toEqual(apart);
              differing += apart.keys.length;
              for (const key of by) {
                const has = plainHas(read, left, key);
                expect(hasIn(read, left, key)).toBe(has);
                expect(hasKey(read, left, key)).toBe(has);
              }
              const keys = sums.groups.map((group) => group.keys);
              const ids = plainIds(read, left, by, keys, limit);
              expect(idsOf(read, left, by, keys, limit)).toEqual(ids);
              expect(keyedLineIds(read, left, by, keys, limit)).toEqual(ids);
              if (sums.count <= limit) expect(ids.count).toBe(sums.groups.reduce((n, group) => n + group.lines, 0));
            }
          } finally {
            book.close();
          }
        },
      ),
      { numRuns: 8 },
    );
    expect(differing).toBeGreaterThan(0);
  }, 60_000);

  it('tell which orders differ, and by how much', () => {
    const book = newBook();
    try {
      insertLines(book, [
        { orderId: 'A', payable: '1.005' },
        { orderId: 'A', payable: '-0.005' },
        { orderId: 'B', payable: '7' },
        { payable: '2' },
      ]);
      insertLines(
        book,
        [
          { orderId: 'A', cash: '0.4', monthlySettled: '0.6' },
          { orderId: 'B', cash: '7.0000000001' },
          { orderId: 'C', cash: '0' },
        ],
        { kind: 'statement' },
      );
      for (const id of [1, 2]) makeBlocks(book.write, id);
      const base = { periods: [202309], vendor: 1, currency: 'USD' };
      const left = { set: { ...base, kinds: [0] }, amounts: [['payable' as const]] };
      const right = { set: { ...base, kinds: [1] }, amounts: [['cash' as const, 'monthlySettled' as const]] };
      expect(differingKeys(book.read, left, right, ['orderId'], { limit: 10, presence: true })).toEqual({
        keys: [
          { keys: [null], left: { lines: 1, sums: [20_000_000_000n] }, right: { lines: 0, sums: [null] } },
          { keys: ['B'], left: { lines: 1, sums: [70_000_000_000n] }, right: { lines: 1, sums: [70_000_000_001n] } },
          { keys: ['C'], left: { lines: 0, sums: [null] }, right: { lines: 1, sums: [0n] } },
        ],
        count: 3,
        lines: 4,
        leftOnly: 1,
        rightOnly: 1,
        leftKeys: 3,
        rightKeys: 3,
      });
    } finally {
      book.close();
    }
  });
});
