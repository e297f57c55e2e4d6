import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ImportBench } from '../../test/support/import-host.ts';
import { tinyParquet } from './parser/parquet/tiny-parquet.ts';

const FIXTURES = join(import.meta.dirname, '../../test/fixtures');

it.each([
  ['focus.1.0', 'focus/focus-1.0-sample.csv'],
  ['focus.1.2', 'focus/conformance/valid_base.csv'],
  ['aws.cur', 'cloud-bills/aws-cur.csv'],
  ['aws.cur', 'cloud-bills/aws-cur-snake.csv'],
  ['azure.cost-details', 'cloud-bills/azure-ea.csv'],
  ['azure.cost-details', 'cloud-bills/azure-ea-actual.csv'],
  ['azure.cost-details', 'cloud-bills/azure-v2.csv'],
  ['azure.cost-details', 'cloud-bills/azure-usage-2019.csv'],
  ['gcp.billing-export', 'cloud-bills/gcp.csv'],
  ['oci.cost-report', 'cloud-bills/oci-cost.csv'],
])('tells %s by content alone, takes every row of %s, and knows it the second time', async (format, file) => {
  using bench = new ImportBench();
  const bytes = readFileSync(join(FIXTURES, file));
  const [result] = await bench.run(bench.file(bytes));
  expect(result).toMatchObject({ format, rejected: 0, duplicates: 0 });
  expect(result!.imported).toBe(result!.rows);
  // One byte more, so that the file itself is new and its rows are not.
  const [again] = await bench.run(bench.file(Buffer.concat([bytes, Buffer.from('\n')])));
  expect(again).toMatchObject({ imported: 0, duplicates: result!.rows });
});

it('imports Parquet with exact decimals', async () => {
  using bench = new ImportBench();
  const start = 1_735_660_800_000_000n;
  const text = (name: string, values: string[]) => ({ name, physical: 'BYTE_ARRAY' as const, utf8: true, values });
  const file = tinyParquet([
    {
      name: 'BilledCost',
      physical: 'FIXED',
      length: 16,
      decimal: { precision: 38, scale: 12, by: 'logical' },
      values: [123_456_789_012_345_678_900_000_000n, -100n],
    },
    { name: 'ListCost', physical: 'DOUBLE', values: [0.1, 8e-7] },
    { name: 'BillingPeriodStart', physical: 'INT64', micros: { zone: true }, values: [start, start] },
    { name: 'ChargePeriodStart', physical: 'INT64', micros: { zone: true }, values: [start, start] },
    text('BillingCurrency', ['CNY', 'CNY']),
    text('ChargeCategory', ['Usage', 'Credit']),
    text('ChargeClass', ['', '']),
    text('ProviderName', ['Huawei', 'Huawei']),
  ]);
  const [result] = await bench.run(bench.file(file, 'bill.parquet'));
  // The month starts at 16:00 UTC of the day before: it is cut by the clock of UTC+8.
  expect(result).toMatchObject({ rows: 2, imported: 2, rejected: 0, periods: ['2025-01'] });
  expect(result!.totals['CNY']!.payable).toBe('123456789012345.6788999999');
});
