import { Decimal } from 'decimal.js';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { textParts, textSumOf, textSumSql } from './text-sum.ts';

const Exact = Decimal.clone({ precision: 80 });
const database = new Database(':memory:');
database.exec('CREATE TABLE t (v TEXT)');
afterAll(() => void database.close());

const amounts = fc
  .tuple(
    fc.boolean(),
    fc.bigInt({ min: 0n, max: 10n ** 15n }),
    fc.integer({ min: 0, max: 18 }),
    fc.bigInt({ min: 0n, max: 10n ** 18n - 1n }),
  )
  .map(([minus, units, places, fraction]) =>
    new Exact(`${minus ? '-' : ''}${units}.${fraction.toString().padStart(18, '0').slice(0, places) || '0'}`).toFixed(),
  )
  .map((text) => (text === '-0' ? '0' : text));

function stored(values: readonly (string | null)[]): void {
  database.exec('DELETE FROM t');
  const insert = database.prepare('INSERT INTO t VALUES (?)');
  for (const value of values) insert.run(value);
}
const sum = (): string | null =>
  textSumOf(
    database
      .prepare(`SELECT ${textSumSql('v', 's')} FROM t`)
      .safeIntegers(true)
      .get() as Record<string, bigint | null>,
    's',
  );

it('adds texts exactly; missing ones are not there', () => {
  fc.assert(
    fc.property(fc.array(fc.option(amounts, { freq: 6 }), { minLength: 1, maxLength: 60 }), (values) => {
      stored(values);
      const there = values.filter((value) => value !== null);
      const expected = there.reduce((total, value) => total.plus(value), new Exact(0));
      expect(sum()).toBe(there.length === 0 ? null : expected.toFixed().replace(/^-0$/, '0'));
    }),
    { numRuns: 300 },
  );
});

it('keeps every digit where 64 bits and binary fractions would not', () => {
  stored(Array.from({ length: 10_000 }, () => '999999999999999.9999999999'));
  expect(sum()).toBe('9999999999999999999.999999');
  stored(['-0.1', '-0.2', '0.30000000000000001']);
  expect(sum()).toBe('0.00000000000000001');
});

it('sorts texts as amounts', () => {
  fc.assert(
    fc.property(fc.array(amounts, { minLength: 2, maxLength: 40 }), (values) => {
      stored(values);
      const sorted = database
        .prepare(`SELECT v FROM t ORDER BY ${textParts('v').join(', ')}`)
        .pluck()
        .all() as string[];
      const expected = [...values].sort((a, b) => new Exact(a).comparedTo(b));
      expect(sorted.map((v) => new Exact(v).toFixed())).toEqual(expected.map((v) => new Exact(v).toFixed()));
    }),
    { numRuns: 200 },
  );
});
