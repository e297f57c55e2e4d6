import { expect, it } from 'vitest';
import { billLinesById } from '../../db/queries/bills-lines.ts';
import { ImportBench } from '../../test/support/import-host.ts';
import { tinyParquet, type TinyColumn } from './parser/parquet/tiny-parquet.ts';

/** Columns of the cost and usage dataset as each version of the specification brought them; removed ones are left out below. */
const BROUGHT: readonly [version: string, columns: string][] = [
  [
    '1.0-preview',
    `AvailabilityZone BilledCost BillingAccountId BillingAccountName BillingCurrency BillingPeriodEnd BillingPeriodStart ChargeCategory
     ChargeDescription ChargeFrequency ChargePeriodEnd ChargePeriodStart CommitmentDiscountCategory CommitmentDiscountId EffectiveCost
     InvoiceIssuerName ListCost ListUnitPrice PricingCategory PricingQuantity PricingUnit ProviderName PublisherName ResourceId ResourceName
     ResourceType ServiceCategory ServiceName SkuId SubAccountId SubAccountName Tags ChargeSubcategory Region UsageQuantity UsageUnit`,
  ],
  ['1.0', 'ChargeClass CommitmentDiscountStatus ConsumedQuantity ConsumedUnit ContractedCost ContractedUnitPrice RegionId RegionName'],
  ['1.1', 'CapacityReservationId CapacityReservationStatus CommitmentDiscountQuantity ServiceSubcategory SkuMeter SkuPriceDetails'],
  ['1.2', 'BillingAccountType InvoiceId PricingCurrency PricingCurrencyEffectiveCost SubAccountType'],
  ['1.3', 'AllocatedTags ContractApplied HostProviderName ServiceProviderName'],
  ['1.4', 'CommitmentProgramEligibilityDetails InvoiceDetailId'],
];
const REMOVED: Readonly<Record<string, string>> = {
  '1.0': 'ChargeSubcategory Region UsageQuantity UsageUnit',
  '1.4': 'ProviderName PublisherName',
};

function columnsOf(version: string): string[] {
  let columns: string[] = [];
  for (const [next, brought] of BROUGHT) {
    const gone = new Set((REMOVED[next] ?? '').split(' '));
    columns = [...columns.filter((c) => !gone.has(c)), ...brought.split(/\s+/)];
    if (next === version) break;
  }
  return columns;
}

const MONTH = {
  BillingAccountId: '0012',
  BillingAccountName: '研发 Ltd',
  BillingCurrency: 'CNY',
  BillingPeriodStart: '2024-12-31T16:00:00Z',
  BillingPeriodEnd: '2025-01-31T16:00:00Z',
  InvoiceIssuerName: 'Nimbus Billing',
  ProviderName: 'Nimbus',
  ServiceProviderName: 'Nimbus',
  HostProviderName: 'Cumulus',
  PublisherName: 'Nimbus',
  ServiceCategory: 'Compute',
  ServiceSubcategory: 'Virtual Machines',
  ServiceName: 'Machines',
  BillingAccountType: 'Account',
  PricingCurrency: 'CNY',
};
/** A usage of which every figure says something else, a tax of the day after, and a correction of the month before. */
const CHARGES: readonly Readonly<Record<string, string>>[] = [
  {
    ...MONTH,
    ChargePeriodStart: '2025-01-09T16:00:00Z',
    ChargePeriodEnd: '2025-01-10T16:00:00Z',
    ChargeCategory: 'Usage',
    ChargeSubcategory: 'On-Demand',
    ChargeFrequency: 'Usage-Based',
    ChargeDescription: 'Hours, “quoted”',
    BilledCost: '999999999999.0000000001',
    EffectiveCost: '0.0000000003',
    ListCost: '1000000000000.5',
    ContractedCost: '999999999999.25',
    ListUnitPrice: '0.5',
    ContractedUnitPrice: '0.499999999999625',
    PricingQuantity: '2000000000001',
    PricingUnit: 'Hours',
    ConsumedQuantity: '3',
    ConsumedUnit: 'Hours',
    PricingCategory: 'Standard',
    Region: 'cn-north',
    RegionId: 'cn-north-1',
    RegionName: 'North',
    AvailabilityZone: 'cn-north-1a',
    ResourceId: 'i-1',
    ResourceName: 'web',
    ResourceType: 'VM',
    SkuId: 'S-1',
    SkuMeter: 'VM hours',
    SubAccountId: '0034',
    SubAccountName: 'Team',
    SubAccountType: 'Project',
    InvoiceId: 'INV-000042',
    InvoiceDetailId: 'D-7',
    Tags: '{"env":"prod"}',
  },
  {
    ...MONTH,
    ChargePeriodStart: '2025-01-10T16:00:00Z',
    ChargePeriodEnd: '2025-01-11T16:00:00Z',
    ChargeCategory: 'Tax',
    ChargeFrequency: 'One-Time',
    BilledCost: '6.5',
    EffectiveCost: '6.5',
    ListCost: '6.5',
    ContractedCost: '6.5',
    InvoiceId: 'INV-000042',
  },
  {
    ...MONTH,
    ChargePeriodStart: '2024-12-01T16:00:00Z',
    ChargePeriodEnd: '2024-12-02T16:00:00Z',
    ChargeCategory: 'Adjustment',
    ChargeClass: 'Correction',
    ChargeFrequency: 'One-Time',
    BilledCost: '-1.1',
    EffectiveCost: '-1.1',
    ListCost: '-1.1',
    ContractedCost: '-1.1',
  },
];

const quoted = (text: string): string => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const csv = (columns: readonly string[]): string =>
  [columns, ...CHARGES.map((charge) => columns.map((c) => quoted(charge[c] ?? '')))].map((cells) => `${cells.join(',')}\r\n`).join('');

/** The same as Parquet: costs as DECIMAL(38,10), times as microseconds, the rest as texts. */
const parquet = (columns: readonly string[]): Buffer =>
  Buffer.from(
    tinyParquet(
      columns.map((name): TinyColumn => {
        const texts = CHARGES.map((charge) => charge[name] ?? '');
        if (['BilledCost', 'EffectiveCost', 'ListCost', 'ContractedCost'].includes(name))
          return { name, physical: 'FIXED', length: 16, decimal: { precision: 38, scale: 10, by: 'logical' }, values: texts.map(unscaled) };
        if (/^(?:Billing|Charge)Period(?:Start|End)$/.test(name))
          return { name, physical: 'INT64', micros: { zone: true }, values: texts.map((t) => BigInt(Date.parse(t)) * 1000n) };
        return { name, physical: 'BYTE_ARRAY', utf8: true, values: texts };
      }),
    ),
  );

function unscaled(text: string): bigint {
  const [whole = '0', fraction = ''] = text.replace('-', '').split('.');
  return BigInt(whole + fraction.padEnd(10, '0')) * (text.startsWith('-') ? -1n : 1n);
}

/** What the three charges are as lines, by the version that tells them. */
function expected(version: string): object[] {
  const from = (first: string): boolean => BROUGHT.findIndex(([v]) => v === version) >= BROUGHT.findIndex(([v]) => v === first);
  const shared = {
    period: '2025-01',
    currency: 'CNY',
    payingAccount: '0012',
    productType: 'Compute',
    product: 'Machines',
    provider: 'Nimbus',
    tax: null,
  };
  const invoiceId = from('1.2') ? 'INV-000042' : null;
  const contracted = (amount: string): string | null => (from('1.0') ? amount : null);
  return [
    {
      ...shared,
      date: '2025-01-10',
      billType: 'Usage',
      billingMode: 'Usage-Based',
      account: '0034',
      spec: 'S-1',
      usageType: from('1.1') ? 'VM hours' : null,
      resourceId: 'i-1',
      resourceName: 'web',
      region: from('1.0') ? 'cn-north-1' : 'cn-north',
      availabilityZone: 'cn-north-1a',
      unitPrice: '0.5',
      usage: '2000000000001',
      usageUnit: 'Hours',
      tags: 'env:prod',
      invoiceId,
      payable: '999999999999.0000000001',
      listPrice: '1000000000000.5',
      discount: '1.4999999999',
      contractedCost: contracted('999999999999.25'),
      effectiveCost: '0.0000000003',
    },
    {
      ...shared,
      date: '2025-01-11',
      billType: 'Tax',
      payable: '6.5',
      discount: null,
      contractedCost: contracted('6.5'),
      invoiceId,
      account: null,
    },
    {
      ...shared,
      date: '2024-12-02',
      billType: from('1.0') ? 'Correction - Adjustment' : 'Adjustment',
      payable: '-1.1',
      contractedCost: contracted('-1.1'),
      effectiveCost: '-1.1',
      invoiceId: null,
    },
  ];
}

it.each(BROUGHT.map(([version]) => version))('FOCUS %s: told by its columns, the same lines out of CSV and Parquet', async (version) => {
  const columns = columnsOf(version);
  for (const [file, name] of [
    [csv(columns), 'focus.csv'],
    [parquet(columns), 'focus.parquet'],
  ] as const) {
    using bench = new ImportBench();
    const [result] = await bench.run(bench.file(file, name));
    expect(result).toMatchObject({ format: `focus.${version}`, rows: 3, imported: 3, rejected: 0, periods: ['2025-01'] });
    expect(result!.source).toMatchObject({ provider: 'Nimbus', account: '0012', toldZone: 'UTC+08:00' });
    expect(result!.totals['CNY']).toMatchObject({
      payable: '1000000000004.4000000001',
      listPrice: '1000000000005.9',
      effectiveCost: '5.4000000003',
      contractedCost: version === '1.0-preview' ? null : '1000000000004.65',
    });
    const { read } = bench.context.session.book();
    const ids = read.all<{ id: number }>('SELECT id FROM bill_line ORDER BY row').map(({ id }) => id);
    expect(billLinesById(read, ids)).toMatchObject(expected(version));
  }
});
