import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lineOf, sampleLines, sourceOf } from '../../../test/golden/reports/sample.ts';
import { writeAtomically } from '../../files/atomic-write.ts';
import type { Line, LineSource } from '../data.ts';
import { Pace } from '../pace.ts';
import { unguardText } from './guard.ts';
import { writeLinesCsv } from './lines.ts';

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'tallybook-csv-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function csvOf(source: LineSource, bom = true, signal: AbortSignal = new AbortController().signal): Promise<string> {
  const target = join(folder, 'lines.csv');
  await writeAtomically(target, signal, (sink) =>
    writeLinesCsv(sink, source, new Pace({ signal, progress: () => {} }, 'lines', 'rows', null), { bom }),
  );
  return readFileSync(target, 'utf8');
}

const tenDecimals = (text: string): string => {
  const [whole, fraction = ''] = text.split('.');
  return `${whole}.${fraction.padEnd(10, '0')}`;
};

/** The lines as a strict reader of RFC 4180 sees them, apostrophes undone. */
const readBack = (csv: string): Record<string, string>[] =>
  (parse(csv, { bom: true, columns: true, record_delimiter: '\r\n' }) as Record<string, string>[]).map((row) =>
    Object.fromEntries(Object.entries(row).map(([k, v]) => [k, unguardText(v)])),
  );

test('csv-parse reads back every text and every figure, 8 decimals or 10', async () => {
  const texts = fc.string({ unit: 'binary', maxLength: 20 });
  const amount = fc
    .tuple(fc.boolean(), fc.bigInt(0n, 10n ** 15n - 1n), fc.integer({ min: 0, max: 9_999_999_999 }))
    .map(([negative, whole, fraction]) => {
      const digits = String(fraction).padStart(10, '0').replace(/0+$/, '');
      const body = digits ? `${whole}.${digits}` : String(whole);
      return negative && body !== '0' ? `-${body}` : body;
    });
  const line = fc
    .record({ resourceName: texts, tags: fc.option(texts), payable: amount, coupon: fc.option(amount), usage: fc.option(amount) })
    .map((part): Line => ({ ...lineOf(0), ...part }));
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 12 }), async (lines) => {
      const rows = readBack(await csvOf(sourceOf(lines, { pageSize: 5 })));
      expect(rows.length).toBe(lines.length);
      rows.forEach((row, i) => {
        const of = lines[i]!;
        expect(row['Resource name']).toBe(of.resourceName!.toWellFormed());
        expect(row['Tags']).toBe((of.tags ?? '').toWellFormed());
        for (const [column, value] of [
          ['Payable', of.payable],
          ['Coupon', of.coupon],
          ['Usage', of.usage],
        ] as const) {
          if (value === null) expect(row[column]).toBe('');
          else {
            expect(row[column]).toMatch(/^-?\d+\.(\d{8}|\d{10})$/);
            expect(tenDecimals(row[column]!)).toBe(tenDecimals(value));
          }
        }
      });
    }),
    { numRuns: 60 },
  );
}, 60_000);

test('one header row, CRLF, a byte-order mark only when asked for', async () => {
  const lines = sampleLines(3);
  const plain = await csvOf(sourceOf(lines), false);
  expect(plain.startsWith('Billing period,Date,Vendor,Account,')).toBe(true);
  expect(plain.endsWith('\r\n')).toBe(true);
  expect(await csvOf(sourceOf(lines), true)).toBe(`\ufeff${plain}`);
});

test('a refund keeps its sign without apostrophe; a missing figure is empty, not zero', async () => {
  const [row] = readBack(await csvOf(sourceOf([{ ...lineOf(0), payable: '-5', coupon: null, cash: '0' }])));
  expect(row).toMatchObject({ Payable: '-5.00000000', Coupon: '', Cash: '0.00000000' });
});

test('a lost page, or one that came twice, does not become a file', async () => {
  const lines = sampleLines(30);
  const source = sourceOf(lines);
  const [rows = []] = source.pages();
  await expect(
    csvOf({
      ...source,
      *pages() {
        yield rows.slice(0, 20);
      },
    }),
  ).rejects.toMatchObject({ error: { code: 'export.does-not-add-up' } });
  const twice = [...rows.slice(0, 29), rows[0]!];
  await expect(
    csvOf({
      ...source,
      *pages() {
        yield twice;
      },
    }),
  ).rejects.toMatchObject({ error: { code: 'export.does-not-add-up' } });
});

test('the event loop gets its turn while 30,000 lines are written, and cancelling stops the work', async () => {
  const source = sourceOf(sampleLines(30_000));
  const stop = new AbortController();
  let turns = 0;
  const timer = setInterval(() => {
    if (++turns === 5) stop.abort();
  }, 1);
  await expect(csvOf(source, false, stop.signal)).rejects.toThrow();
  clearInterval(timer);
  expect(turns).toBeGreaterThanOrEqual(5);
});
