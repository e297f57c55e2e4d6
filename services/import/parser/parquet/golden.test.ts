import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { Decimal } from 'decimal.js';
import { afterAll, describe, expect, it } from 'vitest';
import type { TableFormat } from '../../../../domain/formats/format.ts';
import { focusFormats } from '../../../../domain/formats/focus/index.ts';
import { normaliseHeader } from '../../../../domain/formats/header.ts';
import { profiles } from '../../../../domain/formats/profiles/index.ts';
import { bind } from '../binding.ts';
import { BOOK, readAdapted, readAdaptedCsv, totalsOf } from './adapted-lines.ts';
import { openParquet } from './open.ts';
import { tinyParquet } from './tiny-parquet.ts';

const FIXTURES = fileURLToPath(new URL('../../../../test/fixtures/', import.meta.url));
const Exact = Decimal.clone({ precision: 100, toExpNeg: -100, toExpPos: 100 });
const all: readonly TableFormat[] = [...focusFormats, ...profiles];
const formatOf = (id: string): TableFormat => all.find((f) => f.id === id)!;
const folder = mkdtempSync(join(tmpdir(), 'tallybook-golden-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Sum of a column straight from the text of the file, exact and with every cell brought to ten decimals. */
function columnSums(file: string, column: string): { exact: string; kept: string } {
  const rows = parse(readFileSync(FIXTURES + file), { columns: true, bom: true }) as Record<string, string>[];
  const values = rows.flatMap((r) => (r[column] === '' || r[column] === 'NULL' ? [] : [new Exact(r[column]!)]));
  const sum = (list: Decimal[]): string => list.reduce((a, b) => a.plus(b), new Exact(0)).toFixed();
  return { exact: sum(values), kept: sum(values.map((v) => v.toDecimalPlaces(10, Decimal.ROUND_HALF_UP))) };
}

// Counts and sums were computed apart from this program, with Python's decimal.
describe.each([
  {
    id: 'focus.1.0',
    file: 'focus/focus-1.0-sample.csv',
    column: 'BilledCost',
    lines: 54,
    exact: '-0.53645977017',
    kept: '-0.5364597702',
    periods: ['2024-09', '2024-10'],
    currency: ['USD'],
  },
  {
    id: 'aws.cur',
    file: 'cloud-bills/aws-cur.csv',
    column: 'lineItem/UnblendedCost',
    lines: 35,
    exact: '0.0000860809',
    kept: '0.0000860809',
    periods: ['2023-11'],
    currency: ['USD'],
  },
  {
    id: 'aws.cur',
    file: 'cloud-bills/aws-cur-snake.csv',
    column: 'line_item_unblended_cost',
    lines: 2,
    exact: '0',
    kept: '0',
    periods: ['2022-07'],
    currency: ['USD'],
  },
  {
    id: 'azure.cost-details',
    file: 'cloud-bills/azure-ea.csv',
    column: 'CostInBillingCurrency',
    lines: 27,
    exact: '1.26136926505726',
    kept: '1.2613692651',
    periods: ['2023-09'],
    currency: ['CAD'],
  },
  {
    id: 'azure.cost-details',
    file: 'cloud-bills/azure-ea-actual.csv',
    column: 'Cost',
    lines: 11,
    exact: '8.5450077867419368',
    kept: '8.5450077867',
    periods: ['2023-09'],
    currency: ['USD'],
  },
  {
    id: 'azure.cost-details',
    file: 'cloud-bills/azure-v2.csv',
    column: 'CostInBillingCurrency',
    lines: 5,
    exact: '19.998413754',
    kept: '19.998413754',
    periods: ['2020-09'],
    currency: ['MC'],
  },
  {
    id: 'azure.cost-details',
    file: 'cloud-bills/azure-usage-2019.csv',
    column: 'PreTaxCost',
    lines: 3,
    exact: '0.00011016',
    kept: '0.00011016',
    periods: ['2019-07'],
    currency: ['USD'],
  },
  {
    id: 'gcp.billing-export',
    file: 'cloud-bills/gcp.csv',
    column: 'cost',
    lines: 9,
    exact: '0.000012',
    kept: '0.000012',
    periods: ['2022-08'],
    currency: ['USD'],
  },
  {
    id: 'oci.cost-report',
    file: 'cloud-bills/oci-cost.csv',
    column: 'cost/myCost',
    lines: 32,
    exact: '0.185014717472690267',
    kept: '0.1850147172',
    periods: ['2023-11'],
    currency: ['USD'],
  },
])('$file', ({ id, file, column, lines, exact, kept, periods, currency }) => {
  const read = readAdaptedCsv(formatOf(id), FIXTURES + file);

  it('gives every line, and the total to the last digit', () => {
    expect(read.rejects).toEqual([]);
    expect(read.lines).toHaveLength(lines);
    expect(totalsOf(read.lines).payable).toBe(kept);
    expect(columnSums(file, column)).toEqual({ exact, kept });
  });

  it('tells what ten decimals took or gave', () => {
    const rounded = read.findings.find((f) => f.code === 'amount.rounded' && f.column === column);
    if (exact === kept) expect(rounded).toBeUndefined();
    else expect(rounded!.message).toMatch(new RegExp(`by ${new Exact(kept).minus(exact).toFixed().replace('.', '\\.')}\\.$`));
  });

  it('puts the lines into their months and currency', () => {
    expect([...new Set(read.lines.map((l) => l['period']))].sort()).toEqual(periods);
    expect([...new Set(read.lines.map((l) => l['currency']))]).toEqual(currency);
    expect(read.lines.every((l) => l['date'] !== undefined)).toBe(true);
  });

  it('is recognised by its own format alone', () => {
    const headers = (parse(readFileSync(FIXTURES + file), { bom: true, to: 1 }) as string[][])[0]!;
    const names = new Set(headers.map((h) => normaliseHeader(h).name));
    const taking = all.filter(
      (f) =>
        bind(f, headers, BOOK).missing.length === 0 && (f.when?.(names) ?? true) && f.marks.some((m) => names.has(normaliseHeader(m).name)),
    );
    expect(taking.map((f) => f.id)).toEqual([id]);
  });
});

describe('meaning', () => {
  const line = (id: string, file: string, test: (l: Record<string, string | null>) => boolean): Record<string, string | null> =>
    readAdaptedCsv(formatOf(id), FIXTURES + file).lines.find(test)!;

  it('AWS: discount of plain usage only, tax known as tax, tags joined', () => {
    const { lines } = readAdaptedCsv(formatOf('aws.cur'), `${FIXTURES}cloud-bills/aws-cur.csv`);
    expect(totalsOf(lines).discount).toBe('0.0000319013');
    const tax = lines.filter((l) => l['billType'] === 'Tax');
    expect(tax.length).toBeGreaterThan(0);
    expect(tax.every((l) => l['discount'] === null)).toBe(true);
    expect(line('aws.cur', 'cloud-bills/aws-cur-snake.csv', () => true)['tags']).toBe('aws_created_by:IAMUser:fake:and');
  });

  it('Azure: days month first, tags without braces', () => {
    expect(line('azure.cost-details', 'cloud-bills/azure-ea.csv', () => true)).toMatchObject({
      date: '2023-09-02',
      tags: 'tagA:valueA;tagB:valueB;tagC:valueC',
    });
    expect(line('azure.cost-details', 'cloud-bills/azure-ea-actual.csv', (l) => l['billType'] === 'Purchase')).toMatchObject({
      date: '2023-09-21',
      payable: '3.25',
      orderId: '49ed0e4d-8e0c-4f1f-af2c-67c865056615',
    });
  });

  it('AWS and Azure: parts of one delivery are told by their names', () => {
    const [aws, azure] = [formatOf('aws.cur'), formatOf('azure.cost-details')];
    expect(['cur-00002.csv.gz', 'my-report-00001.snappy.parquet', 'cur.csv'].map((n) => aws.nameHint!(n))).toEqual([
      { logicalName: 'cur', part: 2 },
      { logicalName: 'my-report', part: 1 },
      null,
    ]);
    expect(['part_0_0001.csv', 'part_1_0001.csv.gz', 'export.csv'].map((n) => azure.nameHint!(n))).toEqual([
      { part: 1 },
      { part: 10_001 },
      null,
    ]);
  });

  it('OCI: the reference number names the line, whatever file it comes in', () => {
    const format = formatOf('oci.cost-report');
    expect(readAdaptedCsv(format, `${FIXTURES}cloud-bills/oci-cost.csv`).binding['sourceKey']).toBe('lineItem/referenceNo');
    expect(line('oci.cost-report', 'cloud-bills/oci-cost.csv', () => true)['billType']).toBe('Usage');
  });

  it('OCI: corrections are kept beside what they correct, and reported', () => {
    const headers = ['lineItem/referenceNo', 'lineItem/intervalUsageStart', 'cost/currencyCode', 'cost/myCost', 'lineItem/isCorrection'];
    const rows = [
      ['a', '2023-11-13T07:00Z', 'USD', '1.5', 'false'],
      ['b', '2023-11-13T07:00Z', 'USD', '-0.5', 'true'],
    ].map((cells, i) => ({ row: i + 2, cells }));
    const read = readAdapted(formatOf('oci.cost-report'), headers, rows);
    expect(read.lines.map((l) => [l['payable'], l['billType']])).toEqual([
      ['1.5', 'Usage'],
      ['-0.5', 'Correction'],
    ]);
    expect(read.findings).toMatchObject([{ code: 'oci.correction', count: 1, rows: [3] }]);
  });

  it('Google: credits are part of what is to be paid, exact; a row whose credits cannot be read is refused', () => {
    const headers = ['invoice.month', 'currency', 'sku.description', 'cost', 'credits', 'cost_type'];
    const rows = [
      ['202208', 'USD', 'a', '1.000001', '[{"name":"CUD","amount":-0.25},{"name":"Promotion","amount":-1e-06}]', 'regular'],
      ['202208', 'USD', 'b', '2e-06', '[]', 'regular'],
      ['202208', 'USD', 'c', '0.7', "[{'amount': -0.7}]", 'regular'],
      ['202208', 'USD', 'd', '0.3', null, 'tax'],
    ].map((cells, i) => ({ row: i + 2, cells }));
    const read = readAdapted(formatOf('gcp.billing-export'), headers, rows);
    expect(read.lines.map((l) => [l['product'], l['payable'], l['billType']])).toEqual([
      ['a', '0.75', 'regular'],
      ['b', '0.000002', 'regular'],
      ['d', '0.3', 'tax'],
    ]);
    expect(read.rejects).toMatchObject([{ row: 4, code: 'cell.missing', column: 'cost + credits' }]);
    expect(read.findings).toMatchObject([{ code: 'gcp.credits', rows: [4] }]);
  });

  it('FOCUS: rows that cannot be read are refused with row and column, the rest is kept', () => {
    const read = readAdaptedCsv(formatOf('focus.1.2'), `${FIXTURES}focus/conformance/billedcost_comma_decimal.csv`);
    expect(read.rejects).toMatchObject([{ row: 2, column: 'BilledCost', value: '28,8', code: 'amount.not-a-number' }]);
    expect(read.lines).toHaveLength(6);
    const valid = readAdaptedCsv(formatOf('focus.1.2'), `${FIXTURES}focus/conformance/valid_base.csv`);
    // By hand: 28.8 + 0.0000004 + 0.699233 + 1.77 − 5 + 0.01 − 2.4.
    expect(totalsOf(valid.lines)).toMatchObject({ payable: '23.8792334', listPrice: '30.7793334', discount: '6.9001' });
    expect(valid.lines.map((l) => l['billType'])).toEqual(['Usage', 'Usage', 'Usage', 'Tax', 'Credit', 'Adjustment', 'Correction - Usage']);
    expect(valid.lines[0]).toMatchObject({
      period: '2026-09',
      date: '2026-09-10',
      tags: 'env:prod;owner:张三',
      account: '200000000001',
      payingAccount: '100000000001',
      usage: '24',
      unitPrice: '1.5',
    });
    // Tax rows are known by their bill type; the tax field would count them twice.
    expect(valid.lines.every((l) => !('tax' in l))).toBe(true);
  });

  it('FOCUS: the same bill out of Parquet, DECIMAL and binary float, is the same lines', async () => {
    const path = join(folder, 'focus.parquet');
    const texts = (name: string, values: string[]): Parameters<typeof tinyParquet>[0][number] => ({
      name,
      physical: 'BYTE_ARRAY',
      utf8: true,
      values,
    });
    const start = 1_735_660_800_000_000n;
    writeFileSync(
      path,
      tinyParquet([
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
        texts('BillingCurrency', ['CNY', 'CNY']),
        texts('ChargeCategory', ['Tax', 'Credit']),
        texts('ChargeFrequency', ['One-Time', 'One-Time']),
        texts('ProviderName', ['Huawei Cloud', 'Huawei Cloud']),
        texts('ChargeClass', ['', '']),
      ]),
    );
    const file = await openParquet(path, 'focus.parquet');
    const rows = [];
    for await (const row of file) rows.push(row);
    const read = readAdapted(formatOf('focus.1.0'), file.headers, rows);
    expect(read.lines).toMatchObject([
      { period: '2025-01', date: '2025-01-01', payable: '123456789012345.6789', listPrice: '0.1', billType: 'Tax' },
      { period: '2025-01', payable: '-0.0000000001', listPrice: '0.0000008', billType: 'Credit' },
    ]);
    expect(file.binaryFloats).toEqual(['ListCost']);
  });
});
