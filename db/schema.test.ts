import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { insertLines } from '../test/support/lines.ts';
import { restoreTo } from './backup.ts';
import { createBook, openBook } from './book.ts';
import { migrations } from './migrations/index.ts';
import { batchDigest } from './queries/batches.ts';
import { billLineById } from './queries/bills-lines.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tallybook-schema-'));
  path = join(folder, 'b.tallybook');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('is the schema that is on record', async () => {
  const book = createBook(path);
  const schema = book.read
    .all<{ sql: string }>('SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type DESC, name')
    .map(({ sql }) => `${sql.replace(/^ {4}/gm, '')};`)
    .join('\n\n');
  book.close();
  await expect(`${schema}\n`).toMatchFileSnapshot('./schema.sql');
});

it('gives the lines of an older book the new columns, all of them missing', () => {
  const d = new Database(path);
  d.pragma('application_id = 1413565529');
  const older = migrations.filter((m) => m.version <= 80);
  for (const m of older) d.exec(m.sql);
  d.pragma('user_version = 80');
  d.exec(`
    INSERT INTO source VALUES (1, '${'0'.repeat(64)}', 1);
    INSERT INTO term VALUES (1, 'USD');
    INSERT INTO batch (id, source_id, file, format, vendor, imported_at, state, rows, imported, duplicates, superseded, ignored, rejected,
      dialect, periods, totals, notices, digest)
    VALUES (1, 1, 'a.csv', 'focus.1.0', 9, '2023-10-05', 'active', 1, 1, 0, 0, 0, 0, '{}', '[]', '{}', '[]', '');
    INSERT INTO bill_line (id, batch_id, row, key_a, key_b, kind, vendor, period, currency, payable_u, payable_f)
    VALUES (1, 1, 2, 1, 1, 0, 9, 202309, 1, 12, 5000000000);
  `);
  d.close();
  // A backup of it can be restored, and is brought up when it is opened.
  restoreTo(path, `${path}.restored`);
  for (const at of [`${path}.restored`, path]) {
    const book = openBook(at);
    const line = billLineById(book.read, 1);
    expect(line).toMatchObject({ payable: '12.5', provider: null, invoiceId: null, contractedCost: null, effectiveCost: null });
    expect(book.read.get('SELECT bill_source FROM batch')).toEqual({ bill_source: '' });
    book.close();
  }
});

it('keeps the digests of batches that have none of the later measures', () => {
  const book = createBook(path);
  const digestOf = (...lines: Parameters<typeof insertLines>[1]): string => {
    const [line] = insertLines(book, lines);
    return batchDigest(book.read, book.read.get<{ batch: number }>('SELECT batch_id AS batch FROM bill_line WHERE id = ?', [line!])!.batch);
  };
  // Row, part and month, then units and fraction of usage, unit price and the fifteen first measures; the fourth of these is payable.
  const numbers = Array.from({ length: 3 + 17 * 2 }, () => Number.MIN_SAFE_INTEGER);
  numbers.splice(0, 3, 2, 0, 202309);
  numbers.splice(3 + 2 * 5, 2, -7, -2_500_000_000);
  const expected = createHash('sha256')
    .update(Buffer.from(Float64Array.from(numbers).buffer))
    .digest('hex');
  expect(digestOf({ payable: '-7.25' })).toBe(expected);
  const later = [
    digestOf({ payable: '-7.25', effectiveCost: '1' }),
    digestOf({ payable: '-7.25', contractedCost: '1' }),
    digestOf({ payable: '-7.25', effectiveCost: '0' }),
  ];
  expect(new Set([expected, ...later]).size).toBe(4);
  const two = [{ payable: '1', effectiveCost: '1' }, { payable: '1' }];
  expect(digestOf(...two)).not.toBe(digestOf(two[0]!, two[1]!, { payable: '1' }));
  // The same figure on the other line is another digest.
  expect(digestOf({ payable: '1', effectiveCost: '1' }, { payable: '1' })).not.toBe(
    digestOf({ payable: '1' }, { payable: '1', effectiveCost: '1' }),
  );
  book.close();
});
