import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { parquetReadObjects } from 'hyparquet';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeAtomically } from '../../files/atomic-write.ts';
import { unscaled, type ParquetColumn } from './columns.ts';
import { GROUP_ROWS, ParquetFile } from './file.ts';

let folder: string;
let duck: DuckDBInstance;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tallybook-parquet-'));
  duck = await DuckDBInstance.create(':memory:');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const COLUMNS: readonly ParquetColumn[] = [
  { name: 'text', kind: 'text' },
  { name: 'money', kind: 'decimal', scale: 10 },
  { name: 'price', kind: 'decimal', scale: 18 },
  { name: 'at', kind: 'time' },
  { name: 'nothing', kind: 'text' },
];
type Row = (string | null)[];

async function written(rows: readonly Row[], columns = COLUMNS): Promise<{ path: string; rounded: ReadonlyMap<string, number> }> {
  const path = join(folder, `${Math.random().toString(36).slice(2)}.parquet`);
  const { value } = await writeAtomically(path, new AbortController().signal, async (sink) => {
    const file = new ParquetFile(sink, columns, { FocusMetadata: '{"FocusVersion":"1.2"}' });
    for (const row of rows) {
      file.add(row);
      if (file.due) await file.group();
    }
    await file.finish();
    return file.rounded;
  });
  return { path, rounded: value };
}

async function asked(sql: string): Promise<unknown[][]> {
  const connection = await duck.connect();
  try {
    return (await connection.runAndReadAll(sql)).getRowsJson() as unknown[][];
  } finally {
    connection.closeSync();
  }
}

/** Decimal text as DuckDB prints a DECIMAL of that scale. */
const printed = (amount: string | null, scale: number): string | null => {
  if (amount === null) return null;
  const [whole, fraction = ''] = amount.split('.');
  const text = `${whole}.${fraction.padEnd(scale, '0')}`;
  return /^-0\.0*$/.test(text) ? text.slice(1) : text;
};

const decimal = (digits: number, scale: number) =>
  fc
    .tuple(fc.boolean(), fc.bigInt(0n, 10n ** BigInt(digits) - 1n), fc.bigInt(0n, 10n ** BigInt(scale) - 1n))
    .map(([minus, whole, fraction]) => {
      const rest = String(fraction).padStart(scale, '0').replace(/0+$/, '');
      const body = rest ? `${whole}.${rest}` : String(whole);
      return minus && body !== '0' ? `-${body}` : body;
    });
const instant = fc.integer({ min: 0, max: 4_000_000_000 }).map((s) => `${new Date(s * 1000).toISOString().slice(0, 19)}Z`);

describe('what is written', () => {
  it('is read by DuckDB and by hyparquet to the last digit, character and null', async () => {
    const row = fc.tuple(
      fc.option(fc.oneof(fc.string({ unit: 'grapheme', maxLength: 30 }), fc.constantFrom('账单 𠮷', '', '=1+1', 'null'))),
      fc.option(decimal(16, 10)),
      fc.option(decimal(20, 18)),
      fc.option(instant),
      fc.constant(null),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 60 }), async (rows) => {
        const { path, rounded } = await written(rows);
        expect(rounded.size).toBe(0);
        const found = await asked(`SELECT "text", money::VARCHAR, price::VARCHAR, epoch_ms("at")::VARCHAR, nothing FROM '${path}'`);
        expect(found).toEqual(
          rows.map(([text, money, price, at]) => [text, printed(money, 10), printed(price, 18), at && String(Date.parse(at)), null]),
        );
        const bytes = readFileSync(path);
        const own = await parquetReadObjects({ file: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) });
        expect(own.map((r) => r['text'] ?? null)).toEqual(rows.map(([text]) => text));
      }),
      { numRuns: 40 },
    );
  });

  it('has the types that it says, for other programs', async () => {
    const { path } = await written([['a', '1.5', '0.25', '2024-12-31T16:00:00Z', null]]);
    expect(await asked(`SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM '${path}')`)).toEqual([
      ['text', 'VARCHAR'],
      ['money', 'DECIMAL(38,10)'],
      ['price', 'DECIMAL(38,18)'],
      ['at', 'TIMESTAMP WITH TIME ZONE'],
      ['nothing', 'VARCHAR'],
    ]);
    expect(await asked(`SELECT decode(key), decode(value) FROM parquet_kv_metadata('${path}')`)).toEqual([
      ['FocusMetadata', '{"FocusVersion":"1.2"}'],
    ]);
  });

  it('goes out row group by row group, and adds up exactly', async () => {
    const rows = Array.from({ length: 3 * GROUP_ROWS + 7 }, (_, i): Row => [`r${i % 5}`, '0.0000000001', null, null, null]);
    const { path } = await written(rows);
    expect(await asked(`SELECT count(*)::INT, sum(money)::VARCHAR FROM '${path}'`)).toEqual([[rows.length, '0.0000012295']]);
    expect(await asked(`SELECT count(DISTINCT row_group_id)::INT FROM parquet_metadata('${path}')`)).toEqual([[4]]);
  });

  it('an empty table is a table', async () => {
    const { path } = await written([]);
    expect(await asked(`SELECT count(*)::INT FROM '${path}'`)).toEqual([[0]]);
  });
});

describe('figures that do not fit', () => {
  it.each([
    ['1.23456', 4, 12346n, 1],
    ['-1.23445', 4, -12345n, 1],
    ['-1.23444', 4, -12344n, 1],
    ['1.2000', 2, 120n, 0],
    ['0', 10, 0n, 0],
  ])('%s at %d decimals', (text, scale, expected, times) => {
    let rounded = 0;
    expect(unscaled(text, scale, () => rounded++)).toBe(expected);
    expect(rounded).toBe(times);
  });

  it('are refused by column, and nothing is left behind', async () => {
    const huge = `1${'0'.repeat(30)}`;
    await expect(written([[null, huge, null, null, null]])).rejects.toMatchObject({
      error: { code: 'export.parquet-value', details: { column: 'money' } },
    });
    await expect(written([[null, null, null, 'yesterday', null]])).rejects.toMatchObject({ error: { code: 'export.parquet-value' } });
  });
});
