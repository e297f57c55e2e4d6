import { parse } from 'csv-parse/sync';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { comesBack, ExportFolder } from '../../test/support/focus.ts';
import { ImportBench } from '../../test/support/import-host.ts';
import { COLUMNS, inVersion, VERSIONS, type Version } from '../../domain/formats/focus/columns.ts';

const FIXTURES = new URL('../../test/fixtures/', import.meta.url);
const text = (file: string): string => readFileSync(new URL(file, FIXTURES), 'utf8');
const rowsOf = (csv: string): Record<string, string>[] => parse(csv, { columns: true, bom: true }) as Record<string, string>[];
const csvOf = (headers: readonly string[], rows: readonly Record<string, string>[]): string =>
  [headers, ...rows.map((row) => headers.map((h) => row[h] ?? ''))]
    .map((cells) => `${cells.map((c) => (/[",\n]/.test(c) ? `"${c.replaceAll('"', '""')}"` : c)).join(',')}\n`)
    .join('');

const base = rowsOf(text('focus/conformance/valid_base.csv'));

/** The charges of the valid file as another version tells them. */
function inOther(version: Version): string {
  const rows = base.map((row) => ({
    ...row,
    ServiceProviderName: row['ProviderName']!,
    HostProviderName: row['ProviderName']!,
    Region: row['RegionId']!,
    ChargeSubcategory: 'On-Demand',
    UsageQuantity: row['ConsumedQuantity']!,
    UsageUnit: row['ConsumedUnit']!,
    InvoiceDetailId: 'D-1',
  }));
  const headers = COLUMNS.filter((c) => inVersion(c, version)).map((c) => c.name);
  return csvOf(headers, rows as unknown as Record<string, string>[]);
}

describe('a FOCUS file', () => {
  it.each(VERSIONS)('of %s comes back from an export of FOCUS 1.2, by its own columns and by those of FOCUS', async (version) => {
    using bench = new ImportBench();
    using folder = new ExportFolder();
    const [imported] = await bench.run(bench.file(inOther(version), 'focus.csv'));
    expect(imported).toMatchObject({ format: `focus.${version}`, rows: base.length, rejected: 0 });
    const csv = await comesBack(bench, folder, 'csv', true);
    await comesBack(bench, folder, 'parquet');
    const written = rowsOf(readFileSync(csv.path, 'utf8'));
    const shared = [
      'BillingPeriodStart',
      'BillingPeriodEnd',
      'ChargePeriodStart',
      'ChargeDescription',
      'BillingAccountName',
      'Tags',
      'InvoiceIssuerName',
    ];
    expect(written.map((row) => shared.map((c) => row[c]))).toEqual(base.map((row) => shared.map((c) => row[c])));
    // Without the columns of Tallybook it is a FOCUS file like any other, and tells the same money.
    const plain = Object.keys(written[0]!).filter((h) => !h.startsWith('x_'));
    using other = new ImportBench();
    const [again] = await other.run(other.file(csvOf(plain, written), 'plain.csv'));
    expect(again).toMatchObject({
      format: 'focus.1.2',
      rows: base.length,
      rejected: 0,
      totals: { CNY: { payable: imported!.totals['CNY']!.payable } },
    });
  });

  it('that is valid is exported as it was, cell by cell, and is valid', async () => {
    using bench = new ImportBench();
    using folder = new ExportFolder();
    await bench.run(bench.file(text('focus/conformance/valid_base.csv'), 'focus.csv'));
    const csv = await folder.export(bench, 'csv');
    expect(csv).toMatchObject({ valid: true, gaps: [], version: '1.2' });
    const written = rowsOf(readFileSync(csv.path, 'utf8'));
    const plain = (cell: string): string => (/^-?[0-9]+\.[0-9]+$/.test(cell) ? cell.replace(/\.?0+$/, '') : cell);
    const cells = (rows: typeof base) => rows.map((row) => Object.fromEntries(Object.keys(base[0]!).map((c) => [c, plain(row[c] ?? '')])));
    expect(cells(written)).toEqual(cells(base));
  });

  it('that breaks rules says so again when it is exported', async () => {
    using bench = new ImportBench();
    using folder = new ExportFolder();
    await bench.run(bench.file(text('focus/focus-1.0-sample.csv'), 'sample.csv'));
    const csv = await comesBack(bench, folder, 'csv', true);
    await comesBack(bench, folder, 'parquet');
    expect(csv.valid).toBe(false);
    // Words for null, wrong case and dates with a space are mended on the way.
    expect(csv.gaps.filter((g) => /NULL|Usage-based|date-time/.test(g.message))).toEqual([]);
  });
});

describe('the bill of another cloud', () => {
  it.each(readdirSync(new URL('cloud-bills/', FIXTURES)).filter((f) => f.endsWith('.csv')))('%s comes back', async (file) => {
    using bench = new ImportBench();
    using folder = new ExportFolder();
    const [imported] = await bench.run(bench.file(text(`cloud-bills/${file}`), file));
    expect(imported!.imported).toBeGreaterThan(0);
    const csv = await comesBack(bench, folder, 'csv', true);
    await comesBack(bench, folder, 'parquet');
    expect(rowsOf(readFileSync(csv.path, 'utf8'))[0]!['ProviderName']).toMatch(/AWS|Microsoft|Google|Oracle/);
  });
});
