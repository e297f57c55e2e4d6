import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { NO_CHOICE, type Finding, type SourceChoice } from '../adapter.ts';
import { english } from '../../words/said.ts';
import { normaliseHeader } from '../header.ts';
import { readExact } from '../profiles/kit/exact.ts';
import { adaptFocus, discountOf, DISCOUNT } from './adapt.ts';
import { COLUMNS, inVersion, VERSIONS } from './columns.ts';
import { focusFormats } from './index.ts';
import { refusedTables } from './refused.ts';
import { decideZone } from './zone.ts';
import { versionOf } from './version.ts';

const FIXTURES = fileURLToPath(new URL('../../../test/fixtures/focus/', import.meta.url));
const namesOf = (headers: readonly string[]): Set<string> => new Set(headers.map((h) => normaliseHeader(h).name));
const formatsFor = (headers: readonly string[]): string[] => focusFormats.filter((f) => f.when!(namesOf(headers))).map((f) => f.id);

interface Run {
  rows: Record<string, string | null>[];
  findings: Finding[];
  evidence: readonly string[];
}
function run(table: string[][], choice: SourceChoice = NO_CHOICE): Run {
  const [headers, ...body] = table;
  const adapter = adaptFocus(headers!, body, choice);
  const rows = body.map((cells, i) => {
    const out = adapter.row(
      cells.map((c) => (c === '' ? null : c)),
      i + 2,
    );
    return Object.fromEntries(adapter.headers.map((h, k) => [h, out[k] ?? null]));
  });
  return { rows, findings: adapter.end(), evidence: adapter.evidence.map(english) };
}
const load = (file: string): string[][] =>
  parse(readFileSync(FIXTURES + file), { bom: true, relax_column_count: false, skip_empty_lines: true }) as string[][];
const base = load('conformance/valid_base.csv');
/** The valid file with one cell of one data row (from 0) changed. */
function changed(row: number, cells: Record<string, string>): string[][] {
  const copy = base.map((r) => [...r]);
  for (const [column, text] of Object.entries(cells)) copy[row + 1]![base[0]!.indexOf(column)] = text;
  return copy;
}
const codes = (findings: readonly Finding[], severity?: string): string[] =>
  findings.filter((f) => !severity || f.severity === severity).map((f) => `${f.code}:${f.column ?? ''}`);

describe('version', () => {
  it('counts as many columns as each version of the specification has', () => {
    expect(VERSIONS.map((v) => COLUMNS.filter((c) => inVersion(c, v)).length)).toEqual([39, 43, 50, 57, 65, 65]);
  });

  it.each(VERSIONS)('tells %s by its full header, and no other', (version) => {
    expect(formatsFor(COLUMNS.filter((c) => inVersion(c, version)).map((c) => c.name))).toEqual([`focus.${version}`]);
  });

  const common = ['BilledCost', 'ChargeCategory', 'ChargePeriodStart', 'BillingPeriodStart'];
  it.each([
    [['ServiceProviderName'], '1.4', 'ServiceProviderName without ProviderName'],
    [['ServiceProviderName', 'ProviderName'], '1.3', 'ServiceProviderName'],
    [['ProviderName', 'InvoiceId'], '1.2', 'InvoiceId'],
    [['SkuMeter', 'ChargeClass'], '1.1', 'SkuMeter'],
    [['ChargeClass'], '1.0', 'ChargeClass'],
    [['ChargeSubcategory'], '1.0-preview', 'ChargeSubcategory'],
    [['ProviderName'], '1.0', null],
    [['ServiceProviderName', 'ProviderName', 'InvoiceDetailId'], '1.4', 'InvoiceDetailId'],
  ])('few columns with %j are %s', (more, version, marker) => {
    expect(versionOf(namesOf([...common, ...more]))).toEqual({ version, marker });
  });

  it('leaves other datasets and 0.5 alone', () => {
    expect(formatsFor(load('spec-invoice-detail.csv')[0]!)).toEqual([]);
    const draft = ['BilledCost', 'AmortizedCost', 'ChargeType', 'BillingPeriodStart', 'ChargePeriodStart'];
    expect(formatsFor(draft)).toEqual([]);
    // Both are known by name all the same.
    const title = (headers: readonly string[]): string => english(refusedTables.find((t) => t.is(namesOf(headers)))?.title ?? 'none');
    expect([title(draft), title(load('spec-invoice-detail.csv')[0]!)]).toEqual(['FOCUS 0.5', 'the invoice detail of FOCUS 1.4']);
    expect(title(['BillingPeriodCreated', 'BillingPeriodStatus', 'BillingPeriodStart'])).toBe('the billing periods of FOCUS 1.4');
    for (const version of VERSIONS) expect(title(COLUMNS.filter((c) => inVersion(c, version)).map((c) => c.name))).toBe('none');
  });
});

describe('months', () => {
  const at = (start: string, choice: string | null = null): string | null =>
    run(
      changed(0, {}).map((r, i) =>
        i === 0 ? r : r.with(base[0]!.indexOf('BillingPeriodStart'), start).with(base[0]!.indexOf('ChargePeriodStart'), start),
      ),
      { timeZone: choice, delivery: null },
    ).rows[0]!['BillingPeriodStart']!;

  it.each([
    ['2024-12-31T16:00:00Z', '2025-01'],
    ['2025-01-01T00:00:00Z', '2025-01'],
    ['2024-12-31T15:00:00Z', '2025-01'],
    ['2025-01-01T08:00:00Z', '2025-01'],
    ['2024-02-29T16:00:00Z', '2024-03'],
    ['2024-12-31T18:30:00Z', '2025-01'],
    ['2024-12-31 16:00:00', '2025-01'],
    ['2025-01-01T00:00:00+08:00', '2025-01'],
    ['2025-01-15T00:00:00Z', '2025-01'],
    ['2024-12-31T09:00:00Z', '2024-12'],
  ])('%s begins %s', (start, period) => {
    expect(at(start)).toBe(period);
  });

  it('takes the choice of the source over what the file speaks for, and says so', () => {
    expect(at('2024-12-31T16:00:00Z', 'UTC')).toBe('2024-12');
    // A source that prints Pacific months by the UTC clock: summer time moves the boundary by an hour.
    expect(
      ['2025-01-01T07:59:00Z', '2025-01-01T08:00:00Z', '2025-04-01T06:59:00Z', '2025-04-01T07:00:00Z'].map((t) =>
        at(t, 'America/Los_Angeles'),
      ),
    ).toEqual(['2024-12', '2025-01', '2025-03', '2025-04']);
    const { told, evidence } = decideZone(['2024-12-31T16:00:00Z'], 'UTC');
    expect({ told, evidence: english(evidence) }).toEqual({
      told: 'UTC+08:00',
      evidence: 'Months begin at UTC, as chosen for this source; the file itself speaks for UTC+08:00 (2024-12-31T16:00:00Z).',
    });
  });

  it('gives its evidence, and lets rows speak for themselves where a file joins sources', () => {
    expect(decideZone(['2024-12-31T16:00:00Z', '2025-01-31T16:00:00Z'], null)).toMatchObject({ offset: 480 });
    expect(decideZone(['2024-12-31T16:00:00Z', '2025-01-01T00:00:00Z'], null)).toMatchObject({ offset: null });
    expect(decideZone(['2025-01-15T00:00:00Z', 'x'], null)).toMatchObject({ offset: 0 });
    // The second source shows up after the head of the file.
    const late = [
      ...Array.from({ length: 600 }, (_, i) => base[1]!.with(base[0]!.indexOf('ResourceId'), `r${i}`)),
      base[1]!.with(base[0]!.indexOf('BillingPeriodStart'), '2026-08-31T16:00:00Z'),
    ];
    const adapter = adaptFocus(base[0]!, late.slice(0, 20), NO_CHOICE);
    const periods = late.map((cells, i) => adapter.row(cells, i + 2)[base[0]!.indexOf('BillingPeriodStart')]);
    expect(new Set(periods)).toEqual(new Set(['2026-09']));
    expect(adapter.end()).toMatchObject([{ code: 'focus.zone-other', count: 1, rows: [602] }]);
    const joined = changed(0, { BillingPeriodStart: '2026-08-31T16:00:00Z', ChargePeriodStart: '2026-09-09T16:00:00Z' });
    expect(
      run(joined)
        .rows.slice(0, 2)
        .map((r) => [r['BillingPeriodStart'], r['ChargePeriodStart']]),
    ).toEqual([
      ['2026-09', '2026-09-10 00:00:00'],
      ['2026-09', '2026-09-10 00:00:00'],
    ]);
  });

  it('dates the charge by the same clock, and notices inclusive ends', () => {
    const huawei = base.map((r, i) =>
      i === 0
        ? r
        : changed(0, {
            BillingPeriodStart: '2024-12-31T16:00:00Z',
            BillingPeriodEnd: '2025-01-31T15:59:59Z',
            ChargePeriodStart: '2025-01-04T16:00:00Z',
            ChargePeriodEnd: '2025-01-05T15:59:59Z',
            ProviderName: 'Huawei Cloud',
            ChargeDescription: '',
          })[1]!,
    );
    const { rows, findings, evidence } = run(huawei.slice(0, 2));
    expect(rows[0]).toMatchObject({ BillingPeriodStart: '2025-01', ChargePeriodStart: '2025-01-05 00:00:00' });
    expect(evidence[1]).toBe(
      'Months begin at UTC+08:00: BillingPeriodStart 2024-12-31T16:00:00Z is the first moment of a month there and in no other zone.',
    );
    expect(codes(findings, 'broken')).toEqual(['focus.billing-period-end:BillingPeriodEnd', 'focus.charge-period-end:ChargePeriodEnd']);
    expect(findings.find((f) => f.column === 'ChargeDescription')!.message).toContain('as known (Huawei Cloud cost center guide');
    expect(codes(findings, 'info')).toContain('focus.source.huawei-cloud:');
  });
});

describe('conformance', () => {
  const { files } = JSON.parse(readFileSync(`${FIXTURES}conformance/EXPECTED.json`, 'utf8')) as {
    files: Record<string, { verdict: string; reason: string }>;
  };

  it('has a verdict for every file', () => {
    expect(Object.keys(files).sort()).toEqual(
      readdirSync(`${FIXTURES}conformance`)
        .filter((f) => f.endsWith('.csv'))
        .sort(),
    );
  });

  it.each(Object.entries(files))('%s', (file, { verdict }) => {
    const table = load(`conformance/${file}`);
    const recognised = formatsFor(table[0]!);
    // Known for what it is, so that the import can say which column it lacks.
    expect(recognised).toEqual(['focus.1.2']);
    if (file === 'missing_col_billedcost.csv') {
      expect(focusFormats[0]!.columns.filter((c) => c.required).flatMap((c) => c.headers)).toContain('BilledCost');
      return;
    }
    const { findings } = run(table);
    if (verdict === 'valid') expect(findings).toEqual([]);
    else if (verdict.startsWith('valid')) expect(codes(findings)).toEqual(['focus.no-invoice:InvoiceId']);
    else expect(codes(findings, 'broken')).not.toEqual([]);
  });

  it.each<[string, number, Record<string, string>, string]>([
    ['a plus sign', 0, { BilledCost: '+28.8' }, 'focus.number-format:BilledCost'],
    ['an exponent above zero', 0, { ListCost: '3.6E+1' }, 'focus.number-format:ListCost'],
    ['a time without Z', 0, { ChargePeriodStart: '2026-09-10T00:00:00' }, 'focus.time-format:ChargePeriodStart'],
    ['an offset', 0, { ChargePeriodStart: '2026-09-10T00:00:00+08:00' }, 'focus.time-format:ChargePeriodStart'],
    ['an end before its start', 0, { ChargePeriodEnd: '2026-09-09T00:00:00Z' }, 'focus.charge-period-order:ChargePeriodEnd'],
    ['an end that is its start', 0, { BillingPeriodEnd: '2026-09-01T00:00:00Z' }, 'focus.billing-period-order:BillingPeriodEnd'],
    ['a frequency in the wrong case', 0, { ChargeFrequency: 'Usage-based' }, 'focus.case:ChargeFrequency'],
    ['a list cost that is not price × quantity', 0, { ListCost: '37' }, 'focus.list-cost:ListCost'],
    ['a contracted cost that is not price × quantity', 0, { ContractedCost: '28.9' }, 'focus.contracted-cost:ContractedCost'],
    ['nested tags', 0, { Tags: '{"a":{"b":"c"}}' }, 'focus.json-nested:Tags'],
    ['a tag key twice', 0, { Tags: '{"a":"1","a":"2"}' }, 'focus.json-doubled-key:Tags'],
    ['the word (null)', 0, { ChargeClass: '(null)' }, 'focus.null-word:ChargeClass'],
    ['the word null', 0, { SkuId: 'null' }, 'focus.null-word:SkuId'],
    ['a contracted price on tax', 3, { ContractedUnitPrice: '1' }, 'focus.contracted-price-tax:ContractedUnitPrice'],
  ])('notices %s', (_what, row, cells, code) => {
    expect(codes(run(changed(row, cells)).findings, 'broken')).toEqual([code]);
  });

  it('does not hold corrections against price × quantity', () => {
    expect(run(changed(6, { ListCost: '-3.5' })).findings).toEqual([]);
  });

  it('notices rows that repeat, and keeps them', () => {
    const { rows, findings } = run([...base, base[1]!, base[1]!]);
    expect(rows).toHaveLength(9);
    expect(findings).toMatchObject([{ code: 'focus.twins', severity: 'info', count: 2, rows: [9, 10] }]);
  });

  it('names every column and row that it speaks of', () => {
    const [finding] = run(changed(2, { ListCost: '37' })).findings;
    expect(finding).toMatchObject({
      column: 'ListCost',
      row: 4,
      rows: [4],
      count: 1,
      message: 'ListCost is not ListUnitPrice × PricingQuantity (1 row).',
    });
  });
});

describe('gaps', () => {
  it('leaves missing what is missing, and says who leaves it out', () => {
    const alibaba = base.map((r, i) =>
      i === 0
        ? r
        : r.map((c, k) =>
            base[0]![k] === 'ContractedCost' || base[0]![k] === 'ContractedUnitPrice'
              ? ''
              : base[0]![k] === 'ProviderName'
                ? 'Alibaba Cloud'
                : c,
          ),
    );
    const { rows, findings } = run(alibaba);
    expect(rows.every((r) => r['ContractedCost'] === null && r['EffectiveCost'] !== null)).toBe(true);
    expect(findings.find((f) => f.column === 'ContractedCost')).toMatchObject({
      severity: 'gap',
      code: 'focus.gap',
      message:
        'Alibaba Cloud leaves ContractedCost empty on all of 7 rows, as known (Alibaba Cloud, FOCUS field differences (2026-02)). Nothing is put in its place.',
    });
    expect(codes(findings, 'info')).toEqual(['focus.source.alibaba-cloud:']);
    expect(codes(findings, 'broken')).toEqual([]);
  });

  it('counts an empty mandatory cell that no list knows', () => {
    expect(run(changed(0, { ServiceName: '' })).findings).toMatchObject([
      {
        severity: 'gap',
        column: 'ServiceName',
        message: 'Test Cloud leaves ServiceName empty on 1 of 7 rows. Nothing is put in its place.',
      },
    ]);
  });
});

describe('amounts', () => {
  it('derives the discount where list and billed cost are two sides of one charge', () => {
    expect(run(base).rows.map((r) => [r['ChargeCategory'], r[DISCOUNT]])).toEqual([
      ['Usage', '7.2'],
      ['Usage', '0'],
      ['Usage', '0.3001'],
      ['Tax', null],
      ['Credit', null],
      ['Adjustment', null],
      ['Correction - Usage', '-0.6'],
    ]);
  });

  it.each<[string, Parameters<typeof discountOf>, string | null]>([
    ['usage covered by a commitment', ['Usage', readExact('3.00'), readExact('0.00'), readExact('0.50'), 'Committed', 'Used'], null],
    ['usage drawn from prepaid tokens', ['Usage', readExact('60'), readExact('0'), readExact('48'), 'Standard', null], null],
    ['usage that is free', ['Usage', readExact('60'), readExact('0'), readExact('0'), 'Standard', null], '60'],
    ['a purchase ahead', ['Purchase', readExact('1200'), readExact('1000'), readExact('0'), 'Standard', null], '200'],
    ['no list cost', ['Usage', null, readExact('1'), null, null, null], null],
    ['no billed cost', ['Usage', readExact('1'), null, null, null, null], null],
  ])('%s', (_what, args, expected) => {
    expect(discountOf(...args)).toBe(expected);
  });

  it('reads the specification’s own example of a commitment: the purchase is billed, the usage that it covers is no discount', () => {
    const { rows } = run(load('spec-commitment.csv'));
    const purchases = rows.filter((r) => r['ChargeCategory'] === 'Purchase');
    const usage = rows.filter((r) => r['ChargeCategory'] === 'Usage');
    expect(purchases.map((r) => [r['BilledCost'], r[DISCOUNT]])).toEqual(purchases.map(() => ['0.5', '0.5']));
    // A third of the hour is covered; the rest is billed at the list price.
    expect(usage.map((r) => [r['PricingCategory'], r['BilledCost'], r[DISCOUNT]])).toEqual([
      ['Committed', '0', null],
      ['Standard', '2.25', '0'],
    ]);
  });
});
