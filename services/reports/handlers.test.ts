import { parse } from 'csv-parse/sync';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readXlsx } from '../../test/golden/reports/read-xlsx.ts';
import { readPdf } from '../../test/golden/reports/read-pdf.ts';
import { insertLines, type TestLine } from '../../test/support/lines.ts';
import { bookState } from '../../db/queries/exports.ts';
import { unwrap } from '../../domain/result.ts';
import type { Progress } from '../contract/procedure.ts';
import { createApplication } from '../index.ts';
import { FileRegistry } from '../runtime/files.ts';
import type { Services } from '../runtime/services.ts';

let folder: string;
let files: FileRegistry;
let app: Services;

const target = (name: string): string => files.grant(join(folder, name), 'write');
const bytesOf = (name: string): Buffer => readFileSync(join(folder, name));

const LINES: TestLine[] = [
  {
    date: '2023-09-01',
    account: 'hwc-a',
    productType: '弹性云服务器',
    billType: '消费-使用',
    resourceName: '=cmd|x',
    payable: '10.12501236',
    coupon: '0.12501236',
    listPrice: '11',
    cash: '0',
  },
  { date: '2023-09-02', account: 'hwc-a', productType: '云硬盘', billType: '消费-使用', payable: '5', listPrice: '5', cash: '5' },
  { date: '2023-09-03', account: 'hwc-b', productType: '云硬盘', billType: '退款-退订', payable: '-2.00000001', listPrice: '0' },
];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tallybook-export-'));
  files = new FileRegistry();
  app = createApplication({
    files,
    who: 'tester',
    now: () => new Date('2023-10-08T09:10:11.120Z'),
    forkParser: () => {
      throw new Error('nothing is parsed here');
    },
  });
  unwrap(
    await app.call('book/create', {
      target: target('book.tallybook'),
      country: 'TH',
      entity: 'SPARKOO_SG',
      customerStatus: 'registered',
      region: null,
      currency: 'USD',
      settlement: 'monthly',
      language: 'en',
      company: 'Siam Data',
    }),
  );
  insertLines(app.session.book(), LINES, { period: '2023-09', file: '账单.csv' });
  unwrap(
    await app.call('invoices/add', {
      number: 'INV-1',
      date: '2023-10-03',
      vendor: 'huawei',
      currency: 'USD',
      net: '13',
      tax: '0.91',
      period: '2023-09',
    }),
  );
});
afterEach(() => {
  app.close();
  rmSync(folder, { recursive: true, force: true });
});

test.each(['csv', 'xlsx', 'pdf'] as const)('a %s report is written, hashed, listed and audited', async (format) => {
  const progress: Progress[] = [];
  const written = unwrap(
    await app.call('export/report', { period: '2023-09', format, target: target(`r.${format}`) }, { onProgress: (p) => progress.push(p) }),
  );
  const bytes = bytesOf(`r.${format}`);
  expect(written).toEqual({
    file: `r.${format}`,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: bytes.length,
    rows: expect.any(Number) as number,
  });
  expect(readdirSync(folder).filter((f) => f.endsWith('.part'))).toEqual([]);
  const [listed] = unwrap(await app.call('export/list', {}));
  const at = '2023-10-08T09:10:11.120Z';
  expect(listed).toEqual({
    id: 1,
    state: 'done',
    startedAt: at,
    endedAt: at,
    what: 'report 2023-09',
    selection: { period: '2023-09' },
    format,
    language: null,
    error: null,
    ...written,
  });
  const audit = unwrap(await app.call('book/audit', {}));
  expect(audit.entries.find((e) => e.action === 'export/report' && (e.after as { state: string }).state === 'done')).toMatchObject({
    who: 'tester',
    subject: 'export:1',
    after: { sha256: written.sha256 },
  });
  expect(progress.at(-1)!.done).toBeGreaterThan(0);
  expect(unwrap(await app.call('book/verify', {})).auditChain).toBe('ok');
});

test('the CSV report holds every line exactly, with its source', async () => {
  expect(unwrap(await app.call('export/report', { period: '2023-09', format: 'csv', target: target('r.csv') })).rows).toBe(3);
  const rows = parse(bytesOf('r.csv'), { bom: true, columns: true }) as Record<string, string>[];
  expect(
    rows.map((r) => [r['Date'], r['Product type'], r['Payable'], r['Coupon'], r['Source file'], r['Source row'], r['Resource name']]),
  ).toEqual([
    ['2023-09-01', '弹性云服务器', '10.12501236', '0.12501236', '账单.csv', '2', "'=cmd|x"],
    ['2023-09-02', '云硬盘', '5.00000000', '', '账单.csv', '3', ''],
    ['2023-09-03', '云硬盘', '-2.00000001', '', '账单.csv', '4', ''],
  ]);
});

test('the workbook shows the figures of the screens', async () => {
  unwrap(await app.call('export/report', { period: '2023-09', format: 'xlsx', target: target('r.xlsx') }));
  const sheets = await readXlsx(bytesOf('r.xlsx'));
  const values = (name: string): string[] => [...sheets.find((s) => s.name === name)!.cells.values()].map((c) => c.value);
  // 10.12501236 + 5 − 2.00000001, by hand; less the coupon and rounded: 13.00.
  expect(values('Summary')).toEqual(expect.arrayContaining(['13.12501235', '0.12501236', '13']));
  expect(values('Invoices')).toEqual(expect.arrayContaining(['INV-1', '13.91']));
  expect(values('Reconciliation').length).toBeGreaterThan(0);
  expect(values('About')).toContain(bookState(app.session.book().read)!.hash);
});

test('an unchanged book gives the same bytes again; a change shows in the report', async () => {
  for (const format of ['xlsx', 'pdf', 'csv'] as const) {
    unwrap(await app.call('export/report', { period: '2023-09', format, target: target(`one.${format}`) }));
    unwrap(await app.call('export/report', { period: '2023-09', format, target: target(`two.${format}`) }));
    expect(bytesOf(`one.${format}`).equals(bytesOf(`two.${format}`)), format).toBe(true);
  }
  unwrap(
    await app.call('invoices/add', {
      number: 'INV-2',
      date: '2023-10-04',
      vendor: 'huawei',
      currency: 'USD',
      net: '1',
      tax: '0',
      period: '2023-09',
    }),
  );
  unwrap(await app.call('export/report', { period: '2023-09', format: 'pdf', target: target('three.pdf') }));
  expect(bytesOf('three.pdf').equals(bytesOf('one.pdf'))).toBe(false);
});

test('the language of the call comes before the book’s', async () => {
  unwrap(await app.call('export/report', { period: '2023-09', format: 'pdf', target: target('zh.pdf'), language: 'zh-CN' }));
  const { pages } = await readPdf(bytesOf('zh.pdf'));
  expect(pages[0]!.texts[0]).toBe('账单对账报告');
});

test('bill lines of a selection, as CSV and XLSX', async () => {
  const where = [{ column: 'productType', op: 'is' as const, value: '云硬盘' }];
  const written = unwrap(await app.call('export/bills', { period: '2023-09', where, target: target('b.csv'), bom: false }));
  const rows = parse(bytesOf('b.csv'), { columns: true }) as Record<string, string>[];
  expect([written.rows, rows.map((r) => r['Payable'])]).toEqual([2, ['5.00000000', '-2.00000001']]);
  unwrap(await app.call('export/bills', { period: '2023-09', where, format: 'xlsx', target: target('b.xlsx') }));
  const [sheet] = await readXlsx(bytesOf('b.xlsx'));
  expect([...sheet!.cells.values()].filter((c) => c.type === 'n').map((c) => c.value)).toEqual(
    expect.arrayContaining(['5', '-2.00000001', '2.99999999']),
  );
});

test('a cancelled export leaves no file, and is told as cancelled', async () => {
  const stop = new AbortController();
  const result = await app.call(
    'export/report',
    { period: '2023-09', format: 'xlsx', target: target('r.xlsx') },
    { signal: stop.signal, onProgress: () => stop.abort() },
  );
  expect(result).toMatchObject({ ok: false, error: { code: 'call.cancelled' } });
  expect(readdirSync(folder).filter((f) => f.startsWith('r.'))).toEqual([]);
  expect(unwrap(await app.call('export/list', {}))).toMatchObject([{ state: 'cancelled', rows: null, sha256: null, error: null }]);
});

test('the open book is not overwritten, nor a period without anything reported', async () => {
  const onBook = await app.call('export/report', { period: '2023-09', format: 'csv', target: target('book.tallybook') });
  expect(onBook).toMatchObject({ ok: false, error: { code: 'export.target-is-book' } });
  const empty = await app.call('export/report', { period: '2022-01', format: 'csv', target: target('r.csv') });
  expect(empty).toMatchObject({ ok: false, error: { code: 'export.empty-period', details: { value: '2022-01' } } });
  expect(readdirSync(folder)).not.toContain('r.csv');
  // What was refused after it was begun is on the list with its reason; what never began is not.
  expect(unwrap(await app.call('export/list', {}))).toMatchObject([
    { state: 'failed', what: 'report 2022-01', file: 'r.csv', sha256: null, error: { code: 'export.empty-period' } },
  ]);
});
