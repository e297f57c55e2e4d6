import { parse } from 'csv-parse/sync';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readPdf } from '../../test/golden/reports/read-pdf.ts';
import { readXlsx } from '../../test/golden/reports/read-xlsx.ts';
import { insertLines, type TestLine } from '../../test/support/lines.ts';
import { unwrap } from '../../domain/result.ts';
import type { Input } from '../contract/index.ts';
import { createApplication } from '../index.ts';
import { FileRegistry } from '../runtime/files.ts';
import type { Services } from '../runtime/services.ts';

let folder: string;
let files: FileRegistry;
let app: Services;

const SEPTEMBER: TestLine[] = [
  {
    date: '2023-09-01',
    account: 'a',
    productType: '弹性云服务器',
    resourceId: 'r-1',
    payable: '10.12501236',
    coupon: '0.1',
    tags: 'env:prod;team:财务',
  },
  { date: '2023-09-02', account: 'b', productType: '云硬盘', resourceId: 'r-2', payable: '5', tags: 'team:研发' },
  { date: '2023-09-03', account: 'b', productType: '云硬盘', resourceId: 'r-3', payable: '-2.0000000001', listPrice: '0' },
  { date: '2023-09-04', account: 'a', productType: '云硬盘', resourceId: 'r-4', payable: '700', currency: 'THB' },
];
const OCTOBER: TestLine[] = [{ date: '2023-10-01', account: 'a', productType: '云硬盘', payable: '1234567890.123456' }];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tallybook-query-'));
  files = new FileRegistry();
  app = createApplication({
    files,
    who: 'tester',
    now: () => new Date('2023-11-08T09:10:11.120Z'),
    forkParser: () => {
      throw new Error('nothing is parsed here');
    },
  });
  unwrap(
    await app.call('book/create', {
      target: files.grant(join(folder, 'book.tallybook'), 'write'),
      country: 'TH',
      entity: 'SPARKOO_SG',
      customerStatus: 'registered',
      currency: 'USD',
      settlement: 'monthly',
      language: 'en',
    }),
  );
  insertLines(app.session.book(), SEPTEMBER, { period: '2023-09', file: 'sep.csv' });
  insertLines(app.session.book(), OCTOBER, { period: '2023-10', file: 'oct.csv' });
  insertLines(app.session.book(), [{ payable: '13.5', orderId: 'T-1' }], { period: '2023-09', kind: 'statement', file: 'flow.csv' });
});
afterEach(() => {
  app.close();
  rmSync(folder, { recursive: true, force: true });
});

type Choice = Omit<Input<'export/query'>, 'target'>;
async function csv(choice: Choice): Promise<Record<string, string>[]> {
  const target = files.grant(join(folder, 'q.csv'), 'write');
  unwrap(await app.call('export/query', { ...choice, target, bom: false }));
  return parse(readFileSync(join(folder, 'q.csv')), { columns: true }) as Record<string, string>[];
}

test('groups with every measure per currency, and the totals below', async () => {
  const rows = await csv({ period: '2023-09', groupBy: ['productType'], sort: [{ column: 'payable', descending: true }] });
  expect(rows).toEqual([
    row('云硬盘', 'THB', '1', '', '700.00000000', ''),
    row('弹性云服务器', 'USD', '1', '', '10.12501236', '0.10000000'),
    // 5 − 2.0000000001, by hand; ten decimals where a figure has more than eight.
    row('云硬盘', 'USD', '2', '0.00000000', '2.9999999999', ''),
    row('Total', 'THB', '1', '', '700.00000000', ''),
    row('Total', 'USD', '3', '0.00000000', '13.1250123599', '0.10000000'),
  ]);
});
const row = (type: string, currency: string, lines: string, list: string, payable: string, coupon: string): Record<string, string> => ({
  'Product type': type,
  Currency: currency,
  Lines: lines,
  'List price': list,
  Payable: payable,
  Coupon: coupon,
});

test('a range of months, chosen columns in their order, tags by key, sorted', async () => {
  const rows = await csv({
    from: '2023-09',
    to: '2023-10',
    where: [{ column: 'currency', op: 'is', value: 'USD' }],
    columns: ['tag:team', 'BilledCost', 'period', 'kind', 'row'],
    sort: [{ column: 'payable', descending: true }],
  });
  expect(rows).toEqual([
    { 'Tags: team': '', Payable: '1234567890.12345600', 'Billing period': '2023-10', Kind: 'Bill details', 'Source row': '2' },
    { 'Tags: team': '财务', Payable: '10.12501236', 'Billing period': '2023-09', Kind: 'Bill details', 'Source row': '2' },
    { 'Tags: team': '研发', Payable: '5.00000000', 'Billing period': '2023-09', Kind: 'Bill details', 'Source row': '3' },
    { 'Tags: team': '', Payable: '-2.0000000001', 'Billing period': '2023-09', Kind: 'Bill details', 'Source row': '4' },
  ]);
});

test('transaction statements are told apart from details', async () => {
  const rows = await csv({ kind: 'statement', columns: ['orderId', 'payable', 'file'], language: 'zh-CN' });
  expect(rows).toEqual([{ '订单号/交易号': 'T-1', 应付金额: '13.50000000', 来源文件: 'flow.csv' }]);
});

test('a workbook of lines: figures as exact text of numbers, beyond 15 digits as text, sums below', async () => {
  const target = files.grant(join(folder, 'q.xlsx'), 'write');
  unwrap(await app.call('export/query', { columns: ['account', 'productType', 'currency', 'payable', 'date'], format: 'xlsx', target }));
  const [sheet] = await readXlsx(readFileSync(join(folder, 'q.xlsx')));
  const cell = (ref: string): unknown => sheet!.cells.get(ref)?.value;
  expect([cell('A1'), cell('B1'), cell('D1')]).toEqual(['Account', 'Product type', 'Payable']);
  expect(['D2', 'D3', 'D4', 'D5'].map(cell)).toEqual(['10.12501236', '5', '-2.0000000001', '700']);
  expect(sheet!.cells.get('D6')).toMatchObject({ type: 'inlineStr', value: '1234567890.123456' });
  expect(sheet!.cells.get('B2')).toMatchObject({ type: 's', value: '弹性云服务器' });
  // 45,170 days after 1899-12-30.
  expect(cell('E2')).toBe('45170');
  expect([cell('A7'), cell('C7'), cell('D7'), cell('C8'), cell('D8')]).toEqual(['Total', 'THB', '700', 'USD', '1234567903.2484683599']);
  expect(sheet!.filter).toBe('A1:E6');
  expect(sheet!.frozen).toBe('A2');
});

test('a column that is not there, or a sort by what is not grouped, is refused by name', async () => {
  const target = files.grant(join(folder, 'q.csv'), 'write');
  const unknown = await app.call('export/query', { columns: ['payble'], target });
  expect(unknown).toMatchObject({ ok: false, error: { code: 'bills.unknown-column', details: { column: 'payble' } } });
  const foreign = await app.call('export/query', { groupBy: ['account'], columns: ['resourceId'], target });
  expect(foreign).toMatchObject({ ok: false, error: { code: 'export.not-a-column', details: { column: 'resourceId' } } });
});

test('the summary of a month, a figure a row or a sheet a card', async () => {
  const target = files.grant(join(folder, 's.csv'), 'write');
  unwrap(await app.call('export/summary', { period: '2023-09', format: 'csv', target, bom: false }));
  const rows = parse(readFileSync(join(folder, 's.csv')), { columns: true }) as Record<string, string>[];
  const value = (card: string, group: string, currency: string, figure: string): (string | undefined)[] =>
    rows
      .filter((r) => r['Card'] === card && r['Group'] === group && r['Currency'] === currency && r['Figure'] === figure)
      .map((r) => r['Value']);
  expect(value('By product type', '云硬盘', 'USD', 'Payable')).toEqual(['2.9999999999']);
  expect(value('By account', 'a', 'THB', 'Payable')).toEqual(['700.00000000']);
  expect(value('By product type', 'Total', 'USD', 'Lines')).toEqual(['3']);
  unwrap(await app.call('export/summary', { period: '2023-09', target: files.grant(join(folder, 's.xlsx'), 'write') }));
  const sheets = await readXlsx(readFileSync(join(folder, 's.xlsx')));
  const types = sheets.find((s) => s.name === 'By product type')!;
  expect([...types.cells.values()].map((c) => c.value)).toEqual(expect.arrayContaining(['云硬盘', '2.9999999999', '13.1250123599']));
});

test.each([
  ['en', 'Bill summary', 'Payable less coupons'],
  ['zh-CN', '账单汇总', '应付金额减代金券'],
] as const)(
  'the summary of a month as a document (%s): amounts as a bill prints them, months, the same bytes again',
  async (language, title, net) => {
    const write = async (name: string): Promise<Buffer> => {
      unwrap(
        await app.call('export/summary', { period: '2023-10', format: 'pdf', language, target: files.grant(join(folder, name), 'write') }),
      );
      return readFileSync(join(folder, name));
    };
    const bytes = await write('s.pdf');
    const texts = (await readPdf(bytes)).pages.flatMap((page) => page.texts);
    expect(texts).toEqual(expect.arrayContaining([title, '2023-10', '1,234,567,890.12 USD', '1,234,567,890.12', '2023-09', '13.03']));
    expect(texts.some((text) => text.includes(net) || text.includes(net.toLowerCase()))).toBe(true);
    expect(await write('again.pdf')).toEqual(bytes);
  },
);

test('a document of a month without bills is refused', async () => {
  const target = files.grant(join(folder, 's.pdf'), 'write');
  expect(await app.call('export/summary', { period: '2020-01', format: 'pdf', target })).toMatchObject({
    ok: false,
    error: { code: 'export.empty-period' },
  });
  expect(existsSync(join(folder, 's.pdf'))).toBe(false);
});

test('the list keeps what was chosen; deleting takes the record off it, not the file, and is audited', async () => {
  await csv({ period: '2023-09', groupBy: ['account'], where: [{ column: 'productType', op: 'is', value: '云硬盘' }] });
  const [record] = unwrap(await app.call('export/list', {}));
  expect(record).toMatchObject({
    state: 'done',
    what: 'bill by account 2023-09',
    selection: { period: '2023-09', groupBy: ['account'], where: [{ column: 'productType', op: 'is', value: '云硬盘' }], kind: 'detail' },
  });
  expect(unwrap(await app.call('export/delete', { id: record!.id }))).toEqual({ id: record!.id });
  expect(unwrap(await app.call('export/list', {}))).toEqual([]);
  expect(readFileSync(join(folder, 'q.csv')).length).toBe(record!.bytes);
  const { entries } = unwrap(await app.call('book/audit', {}));
  expect(entries.find((e) => e.action === 'export/delete')).toMatchObject({
    subject: `export:${record!.id}`,
    before: { sha256: record!.sha256 },
  });
  expect(await app.call('export/delete', { id: record!.id })).toMatchObject({ ok: false, error: { code: 'export.no-record' } });
  await csv({ period: '2023-09' });
  expect(unwrap(await app.call('export/list', {}))[0]!.id).toBe(record!.id + 1);
});

test('an export that a crash cut off is told as interrupted when the book is opened again', async () => {
  const path = app.session.book().path;
  app.session.transaction(({ write }) =>
    write.run(
      "INSERT INTO export (state, started_at, what, format, file) VALUES ('running', '2023-11-01T00:00:00.000Z', 'bill lines', 'csv', 'x.csv')",
    ),
  );
  expect(unwrap(await app.call('export/list', {}))[0]).toMatchObject({ state: 'running', endedAt: null });
  expect(await app.call('export/delete', { id: 1 })).toMatchObject({ ok: false, error: { code: 'export.still-running' } });
  unwrap(await app.call('book/close', {}));
  unwrap(await app.call('book/open', { file: files.grant(path, 'read') }));
  expect(unwrap(await app.call('export/list', {}))[0]).toMatchObject({ state: 'interrupted', endedAt: '2023-11-08T09:10:11.120Z' });
  expect(unwrap(await app.call('book/verify', {})).auditChain).toBe('ok');
});
