import fc from 'fast-check';
import { existsSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';

import { createBook, openBook, type Book } from '../book.ts';
import { connect, WriteDb } from '../connection.ts';
import { withoutLineIndexes } from '../queries/line-indexes.ts';
import { BulkLines } from './bulk-lines.ts';
import { CellWriter, NULL_NUMBER, putVarint, type ColumnSource } from './record.ts';
import { Staging } from './staging.ts';

const temporaryFolder = (): string => mkdtempSync(join(tmpdir(), 'tallybook-bulk-'));
const open: { close(): void }[] = [];
afterEach(() => {
  for (const db of open.splice(0)) db.close();
});

function database(): WriteDb {
  const db = new WriteDb(connect(join(temporaryFolder(), 'test.db'), 'create'));
  db.exec('CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER, b INTEGER, c TEXT, d INTEGER, e INTEGER) STRICT');
  open.push(db);
  return db;
}

type Row = { id: number; a: number; b: number | null; c: string | null; d: number; e: null };

/** Stores the rows by pages, and gives what SQLite reads back. */
function through(db: WriteDb, rows: readonly Row[], regionRows = rows.length): Row[] {
  db.begin();
  const staging = new Staging(db, 'staging_0', 't', regionRows);
  db.afterwards(() => staging.close());
  const cells = new CellWriter();
  const columns: ColumnSource[] = [
    { kind: 'constant', value: null },
    { kind: 'ints', values: Int32Array.from(rows, (r) => r.a), zeroIsNull: false },
    { kind: 'numbers', values: Float64Array.from(rows, (r) => r.b ?? NULL_NUMBER) },
    { kind: 'texts', values: rows.map((r) => r.c) },
    { kind: 'constant', value: 77 },
  ];
  cells.use(columns);
  rows.forEach((row, i) => {
    expect(cells.encode(i, row.id)).toBe(true);
    staging.add(cells, row.id);
  });
  staging.flush();
  db.commit();
  expect(db.pragma('integrity_check')).toBe('ok');
  return db.all<Row>('SELECT * FROM t ORDER BY id');
}

const edges = [0, 1, -1, 127, 128, -128, -129, 32767, 32768, -32768, -32769, 8388607, 8388608, -8388608, -8388609]
  .concat([2147483647, 2147483648, -2147483648, -2147483649, 2 ** 32, -(2 ** 32), 2 ** 47 - 1, 2 ** 47, -(2 ** 47), -(2 ** 47) - 1])
  .concat([Number.MAX_SAFE_INTEGER, -Number.MAX_SAFE_INTEGER + 1, 9_999_999_999, -9_999_999_999]);

describe('pages written without the library', () => {
  it('hold every size of integer, both signs, as SQLite reads it', () => {
    const rows = edges.map((b, i): Row => ({ id: i + 1, a: i - 3, b, c: null, d: 77, e: null }));
    expect(through(database(), rows)).toEqual(rows);
  });

  it('hold any integers, texts and gaps', () => {
    const row = fc.record({
      a: fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
      b: fc.option(
        fc.oneof(
          fc.maxSafeInteger().filter((n) => n !== NULL_NUMBER),
          fc.constantFrom(...edges),
        ),
      ),
      c: fc.option(fc.string({ unit: 'grapheme', maxLength: 60 }).filter((s) => !s.includes('\u0000'))),
    });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 60 }), (values) => {
        const rows = values.map((v, i): Row => ({ id: (i + 1) * 3, ...v, d: 77, e: null }));
        expect(through(database(), rows)).toEqual(rows);
      }),
      { numRuns: 40 },
    );
  });

  it('go over many leaves and regions in the order of their ids', () => {
    const rows = Array.from({ length: 60_000 }, (_, i): Row => ({
      id: i + 1,
      a: i,
      b: i * 1e9,
      c: i % 3 ? null : '文'.repeat(i % 200),
      d: 77,
      e: null,
    }));
    const found = through(database(), rows, 200_000);
    expect(found.length).toBe(rows.length);
    expect(found.findIndex((row, i) => JSON.stringify(row) !== JSON.stringify(rows[i]))).toBe(-1);
  });

  it('leave out the page that SQLite locks, in a file of more than a gigabyte', () => {
    const db = database();
    db.begin();
    const staging = new Staging(db, 'staging_0', 't', 10_000_000);
    db.afterwards(() => staging.close());
    const cells = new CellWriter();
    cells.use([
      { kind: 'constant', value: null },
      { kind: 'constant', value: 7 },
      { kind: 'constant', value: null },
      { kind: 'texts', values: ['x'.repeat(8000)] },
    ]);
    // Regions are used from the end of the file; those about the gigabyte are filled, so that every page of theirs is used.
    const regions = Math.ceil((10_000_000 * 1.3) / 40_000) + 2;
    const filled = [98, 99, 100, 101, 102, 103, 104, 105];
    let id = 0;
    for (let region = regions - 1; region >= 96; region--) {
      for (let row = filled.includes(region) ? 160 * 8 - 1 : 1; row > 0; row--) {
        if (!cells.encode(0, ++id)) throw new Error('It does not fit.');
        staging.add(cells, id);
      }
      staging.flush();
    }
    expect(db.get('SELECT MAX(LENGTH(c)) AS longest FROM t')).toMatchObject({ longest: 8000 });
    db.rollback();
  }, 120_000);

  it('write variable-length integers as the format says', () => {
    const bytes = (n: number): number[] => {
      const into = new Uint8Array(9);
      return [...into.subarray(0, putVarint(into, 0, n))];
    };
    expect([bytes(0), bytes(127), bytes(128), bytes(16383), bytes(16384), bytes(2 ** 32)]).toEqual([
      [0],
      [0x7f],
      [0x81, 0x00],
      [0xff, 0x7f],
      [0x81, 0x80, 0x00],
      [0x90, 0x80, 0x80, 0x80, 0x00],
    ]);
  });

  it('refuse a row that is too long for a page', () => {
    const cells = new CellWriter();
    cells.use([{ kind: 'texts', values: ['x'.repeat(30_000)] }]);
    expect(cells.encode(0, 1)).toBe(false);
  });
});

describe('BulkLines', () => {
  const book = (): Book => {
    const made = createBook(join(temporaryFolder(), 'b.tallybook'));
    open.push(made);
    made.write.run('INSERT INTO source (id, sha256, size) VALUES (1, ?, 0)', ['0'.repeat(64)]);
    made.write.run(
      `INSERT INTO batch (id, source_id, file, format, vendor, imported_at, state, rows, imported, duplicates, superseded, ignored, rejected, dialect, periods, totals, notices, digest)
       VALUES (1, 1, 'f', 'x', 1, 'now', 'active', 0, 0, 0, 0, 0, 0, '{}', '[]', '{}', '[]', '')`,
    );
    return made;
  };
  const columns = (count: number): Map<string, ColumnSource> =>
    new Map<string, ColumnSource>([
      ['batch_id', { kind: 'constant', value: 1 }],
      ['row', { kind: 'ints', values: Int32Array.from({ length: count }, (_, i) => i + 2), zeroIsNull: false }],
      ['part', { kind: 'constant', value: 0 }],
      ['key_a', { kind: 'numbers', values: Float64Array.from({ length: count }, (_, i) => i * 7) }],
      ['key_b', { kind: 'constant', value: 5 }],
      ['kind', { kind: 'constant', value: 0 }],
      ['vendor', { kind: 'constant', value: 1 }],
      ['view', { kind: 'constant', value: 0 }],
      ['period', { kind: 'constant', value: 202309 }],
      ['payable_u', { kind: 'constant', value: 3 }],
      ['payable_f', { kind: 'constant', value: 2_500_000_000 }],
    ]);
  const load = (made: Book, count: number, first: () => unknown = () => {}): void => {
    made.write.beginBulk();
    first();
    const bulk = new BulkLines(made.write, count);
    bulk.use(columns(count));
    for (let i = 0; i < count; i++) expect(bulk.add(i)).toBe(true);
    bulk.flush();
  };

  it('adds lines that the book verifies, and leaves no file behind', () => {
    const made = book();
    load(made, 1000);
    made.write.commit();
    expect(made.read.get('SELECT COUNT(*) AS n, SUM(payable_u) AS u, SUM(payable_f) AS f, MIN(row) AS first FROM bill_line')).toEqual({
      n: 1000,
      u: 3000,
      f: 2_500_000_000_000,
      first: 2,
    });
    expect(made.read.pragma('integrity_check')).toBe('ok');
    expect(made.write.pragma('foreign_keys')).toBe(1);
    expect(readdirSync(join(made.path, '..')).filter((f) => f.includes('staging'))).toEqual([]);
  });

  it('leaves nothing after a rollback', () => {
    const made = book();
    // As an import that takes the indexes off: SQLite reads the schema of every database again after that.
    load(made, 1000, () => withoutLineIndexes(made.write));
    made.write.rollback();
    expect(made.read.get('SELECT COUNT(*) AS n FROM bill_line')).toEqual({ n: 0 });
    expect(made.write.pragma('foreign_keys')).toBe(1);
    expect(readdirSync(join(made.path, '..')).filter((f) => f.includes('staging'))).toEqual([]);
  });

  it('serves several files of one transaction, each after the other', () => {
    const made = book();
    made.write.beginBulk();
    let added = 0;
    for (let file = 0; file < 10; file++) {
      const bulk = new BulkLines(made.write, 100);
      bulk.use(columns(100));
      for (let i = 0; i < 100; i++) if (bulk.add(i)) added++;
      bulk.flush();
    }
    made.write.commit();
    // Eight files fit beside the book; the lines of the others are told to go one by one.
    expect(added).toBe(800);
    expect(made.read.get('SELECT COUNT(*) AS n, MAX(id) AS last FROM bill_line')).toEqual({ n: 800, last: 800 });
  });

  it('refuses to commit a row that refers to nothing', () => {
    const made = book();
    made.write.beginBulk();
    made.write.run('INSERT INTO batch_scope (batch_id, period, account) VALUES (99, 202309, 0)');
    expect(() => made.write.commit()).toThrow('refers to a batch');
    made.write.rollback();
    expect(made.write.pragma('foreign_keys')).toBe(1);
  });

  it('clears away what an import that was cut off has left', () => {
    const made = book();
    made.close();
    open.splice(0);
    writeFileSync(`${made.path}-staging_3`, 'left');
    open.push(openBook(made.path));
    expect(existsSync(`${made.path}-staging_3`)).toBe(false);
  });
});
