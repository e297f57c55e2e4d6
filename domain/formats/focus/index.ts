import type { Column, TableFormat } from '../format.ts';
import { adaptFocus, DISCOUNT } from './adapt.ts';
import { VERSIONS, type Version } from './columns.ts';
import { isOwn, ownFocus } from './own.ts';
import { focusPart, focusSource } from './source.ts';
import { isCostAndUsage, versionOf } from './version.ts';

/**
 * FOCUS columns → fields. Times and figures arrive adapted (adapt.ts): BillingPeriodStart as a month and ChargePeriodStart
 * as a day of the source's own zone, categories in their one spelling, tags as key:value.
 */
const columns: readonly Column[] = [
  { field: 'period', type: 'period', required: true, headers: ['BillingPeriodStart', 'ChargePeriodStart'] },
  { field: 'date', type: 'date', headers: ['ChargePeriodStart'] },
  // Without a currency an amount says nothing: neither file nor row is taken.
  { field: 'currency', required: true, headers: ['BillingCurrency'] },
  { field: 'payingAccount', headers: ['BillingAccountId'] },
  { field: 'account', headers: ['SubAccountId'] },
  { field: 'productType', headers: ['ServiceCategory'] },
  { field: 'product', headers: ['ServiceName'] },
  { field: 'spec', headers: ['SkuId', 'ResourceType'] },
  { field: 'usageType', headers: ['SkuMeter'] },
  { field: 'billingMode', headers: ['ChargeFrequency'] },
  { field: 'billType', headers: ['ChargeCategory'] },
  { field: 'resourceId', headers: ['ResourceId'] },
  { field: 'resourceName', headers: ['ResourceName'] },
  { field: 'region', headers: ['RegionId', 'RegionName', 'Region'] },
  { field: 'availabilityZone', headers: ['AvailabilityZone'] },
  // Price, quantity and unit of one kind: the list price is per pricing unit, not per consumed unit.
  { field: 'unitPrice', type: 'amount', headers: ['ListUnitPrice'] },
  { field: 'usage', type: 'amount', headers: ['PricingQuantity'] },
  { field: 'usageUnit', headers: ['PricingUnit'] },
  { field: 'listPrice', type: 'amount', headers: ['ListCost'] },
  { field: 'discount', type: 'amount', headers: [DISCOUNT] },
  { field: 'payable', type: 'amount', required: true, headers: ['BilledCost'] },
  { field: 'contractedCost', type: 'amount', headers: ['ContractedCost'] },
  { field: 'effectiveCost', type: 'amount', headers: ['EffectiveCost'] },
  // 1.3 calls it by another name; a host is not who sells, so it stands in only where no column names the provider.
  { field: 'provider', headers: ['ServiceProviderName', 'ProviderName', 'HostProviderName'] },
  { field: 'invoiceId', headers: ['InvoiceId'] },
  { field: 'tags', headers: ['Tags'] },
];

const formatOf = (version: Version): TableFormat => ({
  id: `focus.${version}`,
  vendor: 'other',
  title: `FOCUS ${version} cost and usage`,
  titleZh: `FOCUS ${version} 成本与用量`,
  kind: 'detail',
  shape: 'table',
  columns,
  // The costs of a row are four views of one charge, not parts of each other: nothing adds up across them.
  identities: [],
  marks: ['BilledCost', 'EffectiveCost'],
  when: (names) => isCostAndUsage(names) && !isOwn(names) && versionOf(names).version === version,
  varying: /./,
  currency: () => null,
  utcOffset: 0,
  source: focusSource,
  nameHint: (name) => {
    const part = focusPart(name);
    return part === null ? null : { part };
  },
  adapt: adaptFocus,
});

/** One format for each version, oldest first, and the files that Tallybook wrote itself. */
export const focusFormats: readonly TableFormat[] = [...VERSIONS.map(formatOf), ownFocus];
