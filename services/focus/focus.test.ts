import { parse } from 'csv-parse/sync';
import { DuckDBInstance } from '@duckdb/node-api';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { asked, comesBack, ExportFolder } from '../../test/support/focus.ts';
import { ImportBench } from '../../test/support/import-host.ts';
import { invoicesHandlers } from '../invoices/index.ts';
import { generate } from '../sample/generate.ts';
import type { SampleFormat } from '../sample/options.ts';
import { focusHandlers } from './index.ts';

const rowsOf = (path: string): Record<string, string>[] => parse(readFileSync(path, 'utf8'), { columns: true }) as Record<string, string>[];

async function take(bench: ImportBench, sample: SampleFormat, seed = 5, rows = 30): Promise<void> {
  const made = generate(sample, { rows, seed });
  const [result] = await bench.run(bench.file(Buffer.concat([...made.bytes()]), made.fileName));
  expect(result!.rejected).toBe(0);
}

it('a book of four vendors goes into one file and comes back, each line with its vendor', async () => {
  using bench = new ImportBench();
  using folder = new ExportFolder();
  for (const sample of ['huawei.detail', 'tencent.detail', 'qingcloud.api.charges', 'zilliz.usage'] as const) await take(bench, sample);
  const csv = await comesBack(bench, folder, 'csv', true);
  const parquet = await comesBack(bench, folder, 'parquet');
  expect(csv.rows).toBe(120);

  // DuckDB, which shares no code with the export, adds the same costs up to the last digit.
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const result = await connection.runAndReadAll(
    `SELECT ProviderName, BillingCurrency, count(*)::INT, sum(BilledCost)::VARCHAR, min(epoch_ms(BillingPeriodStart))::VARCHAR FROM '${parquet.path}' GROUP BY 1, 2 ORDER BY 1, 2`,
  );
  const name = { huawei: 'Huawei Cloud', tencent: 'Tencent Cloud', qingcloud: 'QingCloud', zilliz: 'Zilliz' } as const;
  const plain = (text: string): string => (text.includes('.') ? text.replace(/\.?0+$/, '') : text);
  const billed = (result.getRowsJson() as [string, string, number, string, string][]).map(([who, currency, lines, sum, from]) => [
    who,
    currency,
    lines,
    plain(sum),
    new Date(Number(from)).toISOString(),
  ]);
  const said = asked(bench, 'vendor').rows.map((row) => {
    const vendor = row['vendor'] as keyof typeof name;
    // Months of the Chinese clouds begin at 16:00 UTC of the day before.
    return [
      name[vendor],
      row['currency'],
      row['lines'],
      row['payable'],
      vendor === 'zilliz' ? '2023-09-01T00:00:00.000Z' : '2023-08-31T16:00:00.000Z',
    ];
  });
  expect(billed).toEqual(said.sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1)));
});

it('a selection is written, by months and conditions; an empty one is refused', async () => {
  using bench = new ImportBench();
  using folder = new ExportFolder();
  await take(bench, 'huawei.detail');
  const all = asked(bench, 'productType').rows;
  const one = all[0]!;
  const where = [{ column: 'productType', op: 'is', value: one['productType'] }];
  const file = await folder.export(bench, 'csv', { where, from: '2023-09', to: '2023-09' });
  expect(file.rows).toBe(one['lines']);
  expect(new Set(rowsOf(file.path).map((row) => row['ServiceName']))).toEqual(new Set([one['productType']]));
  await expect(folder.export(bench, 'csv', { from: '2023-10' })).rejects.toMatchObject({ error: { code: 'export.nothing' } });
  await expect(folder.export(bench, 'csv', { version: '1.4' })).rejects.toMatchObject({ error: { code: 'export.focus-version' } });
});

it('the same book gives the same bytes, and each export stands in the list and in the audit trail', async () => {
  using bench = new ImportBench();
  using folder = new ExportFolder();
  await take(bench, 'tencent.detail');
  for (const format of ['csv', 'parquet'] as const) {
    const [first, second] = [await folder.export(bench, format), await folder.export(bench, format)];
    expect(second.sha256).toBe(first.sha256);
  }
  const audit = bench.context.session
    .book()
    .read.all<{ n: number }>("SELECT count(*) AS n FROM audit WHERE action = 'export/focus' AND body LIKE '%sha256%'");
  expect(audit[0]!.n).toBe(4);
});

it('native lines are recognised when their export is in the book already, and the other way round', async () => {
  using bench = new ImportBench();
  using folder = new ExportFolder();
  await take(bench, 'huawei.detail');
  const { path } = await folder.export(bench, 'parquet');
  using fresh = new ImportBench();
  await fresh.run(fresh.file(readFileSync(path), 'focus.parquet'));
  const before = asked(fresh, 'period');
  const made = generate('huawei.detail', { rows: 30, seed: 5 });
  const [native] = await fresh.run(fresh.file(Buffer.concat([...made.bytes()]), made.fileName));
  expect(native).toMatchObject({ imported: 0, duplicates: 30 });
  expect(asked(fresh, 'period')).toEqual(before);
});

it('a wrong vendor or a forged line key in such a file is refused or re-made, never believed', async () => {
  using bench = new ImportBench();
  using folder = new ExportFolder();
  await take(bench, 'huawei.detail');
  const { path } = await folder.export(bench, 'csv');
  const text = readFileSync(path, 'utf8')
    .replace(',huawei,', ',nimbus,')
    .replace(/,[0-9a-z]+-[0-9a-z]+,InvoiceIssuerName/, ',;drop-1,InvoiceIssuerName');
  using fresh = new ImportBench();
  const [result] = await fresh.run(fresh.file(text, 'focus.csv'));
  expect(result).toMatchObject({ rows: 30, imported: 29, rejected: 1 });
});

it('the invoice register is written as FOCUS 1.4 Invoice Detail', async () => {
  using bench = new ImportBench();
  using folder = new ExportFolder();
  await take(bench, 'huawei.detail');
  const invoice = { vendor: 'huawei', entity: null, currency: 'USD', note: '', file: null } as const;
  await invoicesHandlers['invoices/add'](
    { ...invoice, number: 'INV-1', date: '2023-10-05', net: '6000.1', tax: '420', due: '2023-11-04', period: '2023-09' },
    bench.context,
  );
  await invoicesHandlers['invoices/add'](
    { ...invoice, number: 'INV-2', date: '2023-10-06', net: '10', tax: '0', due: null, period: null },
    bench.context,
  );
  const issued = { number: 'INV-1', vendor: null, creditNumber: 'CN-1', date: '2023-10-07', net: '100', tax: '7', reason: 'Overcharged' };
  await invoicesHandlers['invoices/credit'](issued, bench.context);
  const file = await folder.export(bench, 'csv', { dataset: 'invoice-detail' });
  expect(file).toMatchObject({ dataset: 'invoice-detail', version: '1.4', rows: 5, valid: false });
  const rows = rowsOf(file.path);
  expect(
    rows.map((r) => [
      r['InvoiceId'],
      r['InvoiceDetailId'],
      r['ChargeCategory'],
      r['BilledCost'],
      r['ReferenceInvoiceId'],
      r['PaymentTerms'],
    ]),
  ).toEqual([
    ['INV-1', 'INV-1-net', 'Usage', '6000.1', 'INV-1', 'Net 30'],
    ['INV-1', 'INV-1-tax', 'Tax', '420', 'INV-1', 'Net 30'],
    ['INV-2', 'INV-2-net', 'Usage', '10', 'INV-2', ''],
    ['CN-1', 'CN-1-net', 'Adjustment', '-100', 'INV-1', ''],
    ['CN-1', 'CN-1-tax', 'Tax', '-7', 'INV-1', ''],
  ]);
  expect(rows[0]).toMatchObject({
    BillingPeriodStart: '2023-08-31T16:00:00Z',
    BillingPeriodEnd: '2023-09-30T16:00:00Z',
    InvoiceIssueDate: '2023-10-04T16:00:00Z',
    PaymentDueDate: '2023-11-03T16:00:00Z',
    InvoiceIssueStatus: 'Issued',
    InvoiceIssuerName: 'Huawei Cloud',
    PaymentCurrency: 'USD',
    BillingAccountId: 'demo-finance',
  });
  // INV-2 has no month, no account and no due date: named, not invented.
  expect(file.gaps.filter((g) => g.kind === 'empty').map((g) => [g.column, g.count])).toEqual([
    ['BillingAccountId', expect.any(Number)],
    ['BillingPeriodEnd', expect.any(Number)],
    ['BillingPeriodStart', expect.any(Number)],
    ['PaymentTerms', expect.any(Number)],
  ]);
  const check = await focusHandlers['focus/check']({ file: bench.context.host.files.grant(file.path, 'read') }, bench.context);
  expect(check).toMatchObject({ dataset: 'FOCUS 1.4, dataset Invoice Detail', rows: 5, valid: false });
  const parquet = await folder.export(bench, 'parquet', { dataset: 'invoice-detail', period: '2023-09' });
  // The credit note has the period of its invoice or none: then it is told by its date.
  expect(parquet.rows).toBeGreaterThanOrEqual(2);
  await expect(folder.export(bench, 'csv', { dataset: 'invoice-detail', hideZero: true })).rejects.toMatchObject({
    error: { code: 'export.focus-where' },
  });
});

it.each([
  ['focus/conformance/valid_base.csv', true, []],
  ['focus/conformance/chargecategory_lowercase.csv', false, ['ChargeCategory']],
  ['focus/conformance/extra_col_no_prefix.csv', false, [null]],
  ['focus/spec-invoice-detail.csv', true, []],
])('the check of %s: %s', async (fixture, valid, columns) => {
  using bench = new ImportBench();
  const file = bench.context.host.files.grant(new URL(`../../test/fixtures/${fixture}`, import.meta.url).pathname, 'read');
  const found = await focusHandlers['focus/check']({ file }, bench.context);
  expect(found.valid).toBe(valid);
  const must = found.findings.filter((f) => f.level === 'must').map((f) => f.column);
  if (columns[0] === null) expect(must.length).toBeGreaterThan(0);
  else expect([...new Set(must)].slice(0, 1)).toEqual(columns);
});
