import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { Failure } from '../../../../domain/result.ts';
import { LIMITS } from './limits.ts';
import { openParquet, type ParquetFile } from './open.ts';
import { tinyParquet, type TinyColumn } from './tiny-parquet.ts';
import { bigEndian, decimalText, floatText, timestampText } from './values.ts';

const FIXTURES = fileURLToPath(new URL('../../../../test/fixtures/parquet/', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'tallybook-parquet-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
function write(bytes: Uint8Array): string {
  const path = join(folder, `${++files}.parquet`);
  writeFileSync(path, bytes);
  return path;
}
async function all(path: string, limits = LIMITS): Promise<{ file: ParquetFile; cells: (string | null)[][] }> {
  const file = await openParquet(path, 'bill.parquet', limits);
  const cells: (string | null)[][] = [];
  for await (const row of file) cells.push(row.cells);
  return { file, cells };
}
const column = async (c: TinyColumn): Promise<(string | null)[]> => (await all(write(tinyParquet([c])))).cells.map((row) => row[0]!);

async function refusal(path: string, limits = LIMITS): Promise<string> {
  try {
    await all(path, limits);
  } catch (error) {
    if (error instanceof Failure) return error.error.code;
    throw error;
  }
  return 'read';
}

describe('exact values', () => {
  // No binary float holds any of these: a detour through one changes the text.
  const unscaled = 12345678901234567890123456789012n;
  const wide = ['12345678901234567890.123456789012', null, '-0.000000000001', '0.000000000000', '-12345678901234567890.123456789012'];

  it.each([
    ['FIXED', 'converted', 16],
    ['FIXED', 'logical', 16],
    ['FIXED', 'logical', 14],
    ['BYTE_ARRAY', 'converted', undefined],
    ['BYTE_ARRAY', 'logical', undefined],
  ] as const)('reads DECIMAL(38,12) from %s by its %s type to the last digit', async (physical, by, length) => {
    const read = await column({
      name: 'cost',
      physical,
      length,
      decimal: { precision: 38, scale: 12, by },
      values: [unscaled, null, -1n, 0n, -unscaled],
    });
    expect(read).toEqual(wide);
  });

  it.each([
    ['INT64', 'converted'],
    ['INT64', 'logical'],
    ['INT32', 'converted'],
    ['INT32', 'logical'],
  ] as const)('reads DECIMAL from %s by its %s type', async (physical, by) => {
    const top = physical === 'INT64' ? 9_223_372_036_854_775_807n : 2_147_483_647n;
    const decimal = { precision: physical === 'INT64' ? 18 : 9, scale: 10, by };
    expect(await column({ name: 'cost', physical, decimal, values: [top, -top, 1n, null] })).toEqual(
      physical === 'INT64'
        ? ['922337203.6854775807', '-922337203.6854775807', '0.0000000001', null]
        : ['0.2147483647', '-0.2147483647', '0.0000000001', null],
    );
  });

  it('keeps every DECIMAL, whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.bigInt(-(10n ** 38n) + 1n, 10n ** 38n - 1n), { minLength: 1, maxLength: 20 }),
        fc.integer({ min: 0, max: 38 }),
        async (values, scale) => {
          const read = await column({ name: 'c', physical: 'FIXED', length: 16, decimal: { precision: 38, scale, by: 'logical' }, values });
          // Back by taking the point out again.
          expect(read.map((t) => BigInt(t!.replace('.', '')))).toEqual(values);
          expect(read.every((t) => (t!.split('.')[1] ?? '').length === scale)).toBe(true);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('keeps microseconds, before 1970 too, and marks the zone', async () => {
    const values = [1_735_660_800_123_456n, 0n, -1n, null, 1_735_660_800_120_000n];
    expect(await column({ name: 't', physical: 'INT64', micros: { zone: true }, values })).toEqual([
      '2024-12-31T16:00:00.123456Z',
      '1970-01-01T00:00:00Z',
      '1969-12-31T23:59:59.999999Z',
      null,
      '2024-12-31T16:00:00.120Z',
    ]);
    expect(await column({ name: 't', physical: 'INT64', micros: { zone: false }, values: [0n] })).toEqual(['1970-01-01T00:00:00']);
    expect(timestampText(1_735_660_800_123_456_789n, 1_000_000_000n, true)).toBe('2024-12-31T16:00:00.123456789Z');
  });

  it('writes binary floats as the shortest decimal that denotes them, and names their columns', async () => {
    const { file, cells } = await all(
      write(
        tinyParquet([
          { name: 'BilledCost', physical: 'DOUBLE', values: [0.1, 1e-7, 8e-15, -0, 0.1 + 0.2, 1e21, null] },
          { name: 'rate', physical: 'FLOAT', values: [0.1, 16777216, 1e-10, 0, 3.4028234663852886e38, 0.5, null] },
          { name: 'cost', physical: 'INT64', decimal: { precision: 18, scale: 2, by: 'logical' }, values: [1n, 2n, 3n, 4n, 5n, 6n, 7n] },
        ]),
      ),
    );
    expect(file.binaryFloats).toEqual(['BilledCost', 'rate']);
    expect(cells.map((c) => c[0])).toEqual([
      '0.1',
      '0.0000001',
      '0.000000000000008',
      '0',
      '0.30000000000000004',
      '1000000000000000000000',
      null,
    ]);
    expect(cells.map((c) => c[1])).toEqual([
      '0.1',
      '16777216',
      '0.0000000001',
      '0',
      '340282350000000000000000000000000000000',
      '0.5',
      null,
    ]);
  });

  it('round-trips every double and every single float', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e38, max: 1e38 }), (x) => Number(floatText(x, false)) === x),
    );
    fc.assert(fc.property(fc.float({ noNaN: true, noDefaultInfinity: true }), (x) => Math.fround(Number(floatText(x, true))) === x));
  });

  it('reads two’s complement of any length', () => {
    expect([[], [0xff], [0x80], [0x7f], [0xff, 0x7f], [1, 0, 0, 0, 0, 0, 0, 0, 0]].map((b) => bigEndian(Uint8Array.from(b)))).toEqual([
      0n,
      -1n,
      -128n,
      127n,
      -129n,
      18446744073709551616n,
    ]);
    expect([decimalText(-5n, 3), decimalText(0n, 2), decimalText(7n, 0)]).toEqual(['-0.005', '0.00', '7']);
  });

  it('keeps texts as they are, also ones that are no UTF-8', async () => {
    expect(
      await column({
        name: 's',
        physical: 'BYTE_ARRAY',
        utf8: true,
        values: ['测试 𠮷', '', '\uFEFFx', null, Uint8Array.from([0xff, 0xfe])],
      }),
    ).toEqual(['测试 𠮷', '', '\uFEFFx', null, '0xfffe']);
  });
});

describe('files of other writers', () => {
  const names = readdirSync(FIXTURES).filter((n) => n.endsWith('.parquet'));

  it.each(names)('%s gives what its JSON says', async (name) => {
    const truth = JSON.parse(readFileSync(join(FIXTURES, name.replace('.parquet', '.json')), 'utf8')) as (
      unknown[] | Record<string, unknown>
    )[];
    const { file, cells } = await all(join(FIXTURES, name));
    expect(file.rowCount).toBe(truth.length);
    expect(cells.map((row) => row.map(plain))).toEqual(
      truth.map((row) => file.headers.map((h, i) => expectedOf(Array.isArray(row) ? row[i] : row[h]))),
    );
  });

  it('covers what it must', () => {
    expect(names.length).toBeGreaterThan(10);
  });
});

/** A cell in the terms of the JSON truths, which print numbers as numbers and instants with milliseconds. */
function plain(cell: string | null): unknown {
  if (cell === null) return null;
  if (/^-?[0-9]+(\.[0-9]+)?$/.test(cell)) return Number(cell);
  if (/^[[{]/.test(cell)) return withoutNulls(JSON.parse(cell));
  return isoOf(cell) ?? (cell === 'true' ? true : cell === 'false' ? false : cell);
}
/** The truths leave members out that are null. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).flatMap(([key, v]) => (v === null ? [] : [[key, withoutNulls(v)]])));
}
const expectedOf = (value: unknown): unknown =>
  value === undefined
    ? null
    : typeof value === 'string'
      ? /^-?[0-9]+(\.[0-9]+)?$/.test(value)
        ? Number(value)
        : (isoOf(value) ?? value)
      : withoutNulls(value);
const isoOf = (value: string): string | null => (/^[0-9]{4}-[0-9]{2}-[0-9]{2}(T|$)/.test(value) ? new Date(value).toISOString() : null);

describe('damaged and hostile files', () => {
  const good = tinyParquet([
    { name: 'cost', physical: 'INT64', decimal: { precision: 18, scale: 2, by: 'logical' }, values: [1n, 2n, 3n] },
    { name: 's', physical: 'BYTE_ARRAY', utf8: true, values: ['a', 'b', 'c'] },
  ]);

  it.each<[string, Uint8Array, string]>([
    ['nothing', Buffer.from('PAR1'), 'import.parquet-damaged'],
    ['a file cut in the middle', good.subarray(0, good.length - 20), 'import.parquet-damaged'],
    ['an encrypted file', Buffer.concat([good.subarray(0, -4), Buffer.from('PARE')]), 'import.parquet-encrypted'],
    ['a row count that is not true', tinyParquet([{ name: 'c', physical: 'INT64', values: [1n, 2n] }], 3), 'import.parquet-damaged'],
    [
      'a column twice',
      tinyParquet([
        { name: 'c', physical: 'INT64', values: [1n] },
        { name: 'c', physical: 'INT64', values: [2n] },
      ]),
      'import.doubled-column',
    ],
  ])('refuses %s', async (_what, bytes, code) => {
    expect(await refusal(write(bytes))).toBe(code);
  });

  it('refuses what goes beyond its limits', async () => {
    const path = write(good);
    expect(await refusal(path, { ...LIMITS, rowsPerGroup: 2 })).toBe('import.parquet-too-large');
    expect(await refusal(path, { ...LIMITS, columns: 2 })).toBe('import.parquet-too-large');
    expect(await refusal(path, { ...LIMITS, footer: 10 })).toBe('import.parquet-too-large');
    expect(await refusal(path, { ...LIMITS, groupBytes: 10 })).toBe('import.parquet-too-large');
    expect(
      await refusal(write(tinyParquet([{ name: 's', physical: 'BYTE_ARRAY', utf8: true, values: ['x'.repeat(50)] }])), {
        ...LIMITS,
        textBytes: 10,
      }),
    ).toBe('import.parquet-too-large');
    expect(await refusal(join(FIXTURES, 'datapage_v2.snappy.parquet'), { ...LIMITS, pageBytes: 1 })).toBe('import.parquet-damaged');
  });

  it('never gives a wrong or half a row where bytes are overwritten: it reads, or it refuses', async () => {
    const outcomes = new Set<string>();
    for (let at = 4; at < good.length - 8; at += 3) {
      const bytes = Buffer.from(good);
      bytes[at] = bytes[at]! ^ 0xff;
      outcomes.add(await refusal(write(bytes)));
    }
    expect([...outcomes].every((o) => o === 'read' || o.startsWith('import.'))).toBe(true);
    expect(outcomes.has('import.parquet-damaged')).toBe(true);
  });
});
