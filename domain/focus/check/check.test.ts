import { parse } from 'csv-parse/sync';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { costAndUsage, INVOICE_DETAIL } from '../dataset.ts';
import { costAndUsageRules, DatasetCheck, isValid } from './check.ts';
import { CHECK_RULES } from './rules.ts';

const FIXTURES = new URL('../../../test/fixtures/focus/', import.meta.url);
const table = (file: string): string[][] =>
  parse(readFileSync(new URL(file, FIXTURES), 'utf8'), { relax_column_count: true }) as string[][];

function checked([headers = [], ...rows]: string[][], version: '1.2' | '1.4' = '1.2') {
  const check = new DatasetCheck({ version, columns: costAndUsage(version), rules: costAndUsageRules(version) }, headers);
  rows.forEach((cells, i) => check.row(cells, i + 2));
  return check.end();
}

const { files } = JSON.parse(readFileSync(new URL('conformance/EXPECTED.json', FIXTURES), 'utf8')) as {
  files: Record<string, { verdict: string }>;
};

describe('the verdicts of the conformance files', () => {
  it('are known for every file', () =>
    expect(Object.keys(files).sort()).toEqual(
      readdirSync(new URL('conformance/', FIXTURES))
        .filter((f) => f.endsWith('.csv'))
        .sort(),
    ));

  it.each(Object.entries(files))('%s', (file, { verdict }) => {
    const findings = checked(table(`conformance/${file}`));
    expect([isValid(findings) ? 'valid' : 'invalid', findings]).toEqual([verdict.split(' ')[0], expect.anything()]);
    if (verdict.includes('warning')) expect(findings.map((f) => f.column)).toEqual(['InvoiceId']);
    if (verdict === 'valid') expect(findings).toEqual([]);
  });
});

const BASE = table('conformance/valid_base.csv');
/** The valid file with one row changed, columns added where it lacks them. */
function changed(change: Readonly<Record<string, string>>, row = 1): string[][] {
  const headers = [...BASE[0]!, ...Object.keys(change).filter((c) => !BASE[0]!.includes(c))];
  return [
    headers,
    ...BASE.slice(1).map((cells, i) => headers.map((h, at) => (i + 1 === row ? (change[h] ?? cells[at] ?? '') : (cells[at] ?? '')))),
  ];
}

/** One row that breaks each rule, whatever else it breaks beside it. */
const BREAKING: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'ListUnitPrice-C-004-C': { ChargeCategory: 'Tax' },
  'ListUnitPrice-C-005-C': { ListUnitPrice: '' },
  'ListUnitPrice-C-008-M': { ListUnitPrice: '-1' },
  'ContractedUnitPrice-C-005-C': { ChargeCategory: 'Tax' },
  'ContractedUnitPrice-C-006-C': { ContractedUnitPrice: '' },
  'ContractedUnitPrice-C-009-C': { ContractedUnitPrice: '-1' },
  'ListCost-C-008-C': { ChargeCategory: 'Credit', ListUnitPrice: '', ListCost: '1' },
  'ListCost-C-009-C': { ListCost: '35' },
  'ContractedCost-C-008-C': { ChargeCategory: 'Credit', ContractedUnitPrice: '', ContractedCost: '1' },
  'ContractedCost-C-009-C': { ContractedCost: '35' },
  'EffectiveCost-C-005-C': { ChargeCategory: 'Purchase', CommitmentDiscountId: 'c-1' },
  'EffectiveCost-C-010-C': { ChargeCategory: 'Credit', EffectiveCost: '1' },
  'PricingQuantity-C-004-C': { ChargeCategory: 'Tax' },
  'PricingQuantity-C-005-C': { PricingQuantity: '' },
  'PricingUnit-C-005-C': { PricingQuantity: '' },
  'PricingUnit-C-006-C': { PricingUnit: '' },
  'PricingCategory-C-003-C': { ChargeCategory: 'Tax' },
  'PricingCategory-C-004-C': { PricingCategory: '' },
  'PricingCurrencyListUnitPrice-C-004-C': { ChargeCategory: 'Tax' },
  'PricingCurrencyListUnitPrice-C-005-C': { PricingCurrencyListUnitPrice: '' },
  'PricingCurrencyListUnitPrice-C-008-M': { PricingCurrencyListUnitPrice: '-1' },
  'SkuId-C-004-C': { ChargeCategory: 'Tax' },
  'SkuId-C-005-C': { SkuId: '' },
  'SkuPriceId-C-004-C': { ChargeCategory: 'Tax' },
  'SkuPriceId-C-005-C': { SkuPriceId: '' },
  'SkuPriceId-C-008-M': { SkuId: 'another' },
  'SkuMeter-C-004-C': { SkuId: '' },
  'SkuPriceDetails-C-004-C': { SkuPriceId: '' },
  'ConsumedQuantity-C-004-C': { ChargeCategory: 'Purchase' },
  'ConsumedQuantity-C-004-C.unused': { CommitmentDiscountStatus: 'Unused' },
  'ConsumedQuantity-C-006-C': { ConsumedQuantity: '' },
  'ConsumedUnit-C-005-C': { ConsumedQuantity: '' },
  'ConsumedUnit-C-006-C': { ConsumedUnit: '' },
  'ChargeFrequency-C-004-C': { ChargeCategory: 'Purchase' },
  'BillingPeriodEnd-after': { BillingPeriodEnd: '2026-09-01T00:00:00Z' },
  'ChargePeriodEnd-after': { ChargePeriodEnd: '2026-09-10T00:00:00Z' },
  'BillingPeriodEnd-C-004-M': { BillingPeriodEnd: '2026-09-30T23:59:59Z' },
  'ChargePeriodEnd-C-004-M': { ChargePeriodEnd: '2026-09-10T23:59:59Z' },
  'SubAccountName-C-004-C': { SubAccountId: '' },
  'SubAccountName-C-005-C': { SubAccountName: '' },
  'SubAccountType-C-004-C': { SubAccountId: '' },
  'SubAccountType-C-005-C': { SubAccountType: '' },
  'RegionName-C-004-C': { RegionId: '' },
  'RegionName-C-005-C': { RegionName: '' },
  'ResourceName-C-004-C': { ResourceId: '' },
  'ResourceType-C-004-C': { ResourceId: '' },
  'ResourceType-C-005-C': { ResourceType: '' },
  'ServiceName-C-005-C': { ServiceCategory: 'Networking', ServiceSubcategory: 'Network Routing' },
  'ServiceSubcategory-C-004-M': { ServiceSubcategory: 'Network Routing' },
  'CommitmentDiscountCategory-C-003-C': { CommitmentDiscountCategory: 'Spend' },
  'CommitmentDiscountCategory-C-004-C': { CommitmentDiscountId: 'c-1' },
  'CommitmentDiscountName-C-004-C': { CommitmentDiscountName: 'c' },
  'CommitmentDiscountType-C-004-C': { CommitmentDiscountType: 'c' },
  'CommitmentDiscountType-C-005-C': { CommitmentDiscountId: 'c-1' },
  'CommitmentDiscountStatus-C-003-C': { CommitmentDiscountStatus: 'Used' },
  'CommitmentDiscountStatus-C-004-C': { CommitmentDiscountId: 'c-1' },
  'CommitmentDiscountQuantity-C-007-C': { CommitmentDiscountQuantity: '1' },
  'CommitmentDiscountUnit-C-005-C': { CommitmentDiscountUnit: 'Hours' },
  'CommitmentDiscountUnit-C-006-C': { CommitmentDiscountId: 'c-1', CommitmentDiscountQuantity: '1' },
  'CapacityReservationStatus-C-003-C': { CapacityReservationStatus: 'Used' },
  'CapacityReservationStatus-C-004-C': { CapacityReservationId: 'r-1' },
};

describe('every rule', () => {
  it('has a row that breaks it', () =>
    expect(Object.keys(BREAKING).sort()).toEqual(
      CHECK_RULES.filter((r) => r.since !== '1.4')
        .map((r) => r.id)
        .sort(),
    ));

  it.each(Object.entries(BREAKING))('%s is noticed', (id, change) => {
    const found = checked(changed(change)).find((f) => f.code === `focus.check.${id}`);
    expect(found).toMatchObject({ severity: 'broken' });
    expect(found!.message).not.toMatch(/\{\w+\}|\[object/);
  });

  it('does not ask of a correction what it may leave open', () => {
    const correction = {
      ChargeClass: 'Correction',
      PricingQuantity: '',
      PricingUnit: '',
      ListUnitPrice: '',
      SkuId: '',
      SkuMeter: '',
      SkuPriceId: '',
      SkuPriceDetails: '',
    };
    expect(checked(changed(correction))).toEqual([]);
  });
});

describe('the form of a cell', () => {
  it.each([
    ['BilledCost', '1,5', 'NumericFormat'],
    ['BilledCost', '+1', 'NumericFormat'],
    ['BilledCost', '1E+7', 'NumericFormat'],
    ['BilledCost', '-0.5', null],
    ['ListCost', 'NULL', 'NullHandling'],
    ['ChargePeriodStart', '2026-09-10T00:00:00+08:00', 'DateTimeFormat'],
    ['ChargePeriodStart', '2026-02-30T00:00:00Z', 'DateTimeFormat'],
    ['BillingCurrency', 'cny', 'CurrencyFormat'],
    ['BillingCurrency', 'QQQ', 'CurrencyFormat'],
    ['Tags', '{"a":{"b":1}}', 'KeyValueFormat'],
    ['Tags', '{"a":1,"a":2}', 'KeyValueFormat'],
    ['Tags', '[]', 'KeyValueFormat'],
    ['Tags', '{"a":true,"b":null}', null],
    ['ChargeClass', 'Refund', 'AllowedValues'],
    ['ProviderName', '', 'null'],
  ])('%s: %j', (column, cell, id) => {
    const found = checked(changed({ [column]: cell })).filter((f) => f.column === column && /Format|Handling|Values|\.null$/.test(f.code));
    expect(found.map((f) => f.code)).toEqual(id === null ? [] : [`focus.check.${id}`]);
  });

  it('rows and counts are told', () => {
    const rows = BASE.map((cells, i) => (i === 2 || i === 4 ? cells.with(BASE[0]!.indexOf('ProviderName'), '') : cells));
    expect(checked(rows)).toMatchObject([{ column: 'ProviderName', count: 2, row: 3, rows: [3, 5] }]);
  });
});

it('the invoice detail of the specification’s own example is valid', () => {
  const [headers = [], ...rows] = table('spec-invoice-detail.csv');
  const check = new DatasetCheck({ version: '1.4', columns: INVOICE_DETAIL, rules: [] }, headers);
  rows.forEach((cells, i) => check.row(cells, i + 2));
  expect(check.end()).toEqual([]);
  const broken = new DatasetCheck({ version: '1.4', columns: INVOICE_DETAIL, rules: [] }, headers.slice(1));
  broken.row(
    rows[0]!.slice(1).map((c, i) => (headers[i + 1] === 'InvoiceIssueStatus' ? 'Paid' : c)),
    2,
  );
  expect(broken.end().map((f) => [f.code, f.column])).toEqual([
    ['focus.check.missing', 'BilledCost'],
    ['focus.check.AllowedValues', 'InvoiceIssueStatus'],
  ]);
});
