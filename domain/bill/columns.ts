import { fail, ok, type Result } from '../result.ts';
import { say } from '../words/said.ts';
import { MEASURE_NAMES, type MeasureName } from '../formats/fields.ts';

/** What a bill line can be grouped, filtered and sorted by. */
export const DIMENSION_NAMES = [
  'period',
  'vendor',
  'kind',
  'account',
  'payingAccount',
  'enterpriseProject',
  'productType',
  'product',
  'spec',
  'billingMode',
  'billType',
  'resourceId',
  'resourceName',
  'region',
  'availabilityZone',
  'usageType',
  'usageUnit',
  'tags',
  'provider',
  'invoiceId',
  'currency',
  'orderId',
  'batch',
  'date',
] as const;
export type DimensionName = (typeof DIMENSION_NAMES)[number];

/** Quantities of a line: filtered and sorted like money, never added up. */
export const QUANTITY_NAMES = ['usage', 'unitPrice'] as const;
export type QuantityName = (typeof QUANTITY_NAMES)[number];

/**
 * Names of FOCUS (FinOps Open Cost and Usage Specification) for the columns that it has a concept for. ServiceName, the offering
 * that was bought, is what the vendors' bills call product type, as the FOCUS export writes it too. ServiceCategory is a coarser
 * class that no vendor's bill has, so it names no column; only lines that came in as FOCUS hold it, as their product type, and
 * their ServiceName as the product.
 */
export const FOCUS_ALIASES: Readonly<Record<string, DimensionName | MeasureName | QuantityName>> = {
  BillingAccountId: 'payingAccount',
  BillingAccountName: 'payingAccount',
  SubAccountId: 'account',
  SubAccountName: 'account',
  ServiceName: 'productType',
  ResourceId: 'resourceId',
  ResourceName: 'resourceName',
  RegionId: 'region',
  RegionName: 'region',
  AvailabilityZone: 'availabilityZone',
  ChargeCategory: 'billType',
  PricingCategory: 'billingMode',
  SkuMeter: 'usageType',
  PricingUnit: 'usageUnit',
  ConsumedUnit: 'usageUnit',
  BillingCurrency: 'currency',
  ServiceProviderName: 'provider',
  ProviderName: 'provider',
  InvoiceId: 'invoiceId',
  BillingPeriodStart: 'period',
  ChargePeriodStart: 'date',
  Tags: 'tags',
  BilledCost: 'payable',
  ListCost: 'listPrice',
  ContractedCost: 'contractedCost',
  EffectiveCost: 'effectiveCost',
  PricingQuantity: 'usage',
  ConsumedQuantity: 'usage',
  ListUnitPrice: 'unitPrice',
};

export type Column =
  | { type: 'dimension'; name: DimensionName }
  | { type: 'measure'; name: MeasureName }
  | { type: 'quantity'; name: QuantityName }
  /** One key of the tags `key:value;key:value`. */
  | { type: 'tag'; name: string; key: string };

const byLowerName = new Map<string, Column>();
for (const name of DIMENSION_NAMES) byLowerName.set(name.toLowerCase(), { type: 'dimension', name });
for (const name of MEASURE_NAMES) byLowerName.set(name.toLowerCase(), { type: 'measure', name });
for (const name of QUANTITY_NAMES) byLowerName.set(name.toLowerCase(), { type: 'quantity', name });
for (const [alias, name] of Object.entries(FOCUS_ALIASES)) byLowerName.set(alias.toLowerCase(), byLowerName.get(name.toLowerCase())!);

/**
 * The column of that name: one of Tallybook's, its FOCUS alias, or `tag:KEY`; letter case does not matter except in KEY.
 * Fails with `bills.unknown-column`, naming the nearest right names.
 */
export function columnOf(name: string): Result<Column> {
  const trimmed = name.trim();
  if (/^tag:/i.test(trimmed)) {
    const key = trimmed.slice(4).trim();
    if (key && !/[;:]/.test(key)) return ok({ type: 'tag', name: `tag:${key}`, key });
  }
  const column = byLowerName.get(trimmed.toLowerCase());
  if (column) return ok(column);
  return fail('bills.unknown-column', say`There is no column “${{ trimmed: trimmed.slice(0, 80) }}”.`, {
    column: trimmed.slice(0, 80),
    remedy: say`Did you mean ${{ nearest: nearest(trimmed) }}? Tags are written tag:KEY.`,
  });
}

/** Like columnOf, for grouping: measures and quantities cannot be grouped by. */
export function groupColumnOf(name: string): Result<Extract<Column, { type: 'dimension' | 'tag' }>> {
  const column = columnOf(name);
  if (!column.ok) return column;
  if (column.value.type === 'dimension' || column.value.type === 'tag') return ok(column.value);
  return fail('bills.not-a-group', say`“${{ name: column.value.name }}” is an amount; lines cannot be grouped by it.`, {
    column: name,
    remedy: say`Group by ${{ columns: DIMENSION_NAMES.slice(0, 8) }} …`,
  });
}

function nearest(name: string): string[] {
  const wanted = name.slice(0, 40).toLowerCase();
  const all = [...DIMENSION_NAMES, ...MEASURE_NAMES, ...QUANTITY_NAMES];
  return all
    .map((candidate) => ({ candidate, distance: distance(wanted, candidate.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map((c) => c.candidate);
}

/** Levenshtein distance; a contained name counts as near. */
function distance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++)
      row.push(Math.min(previous[j]! + 1, row[j - 1]! + 1, previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    previous = row;
  }
  const plain = previous[b.length]!;
  return a.length > 2 && (b.includes(a) || a.includes(b)) ? Math.min(plain, 2) : plain;
}
