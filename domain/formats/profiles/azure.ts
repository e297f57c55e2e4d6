import type { TableFormat } from '../format.ts';
import { adaptBy, JOINED_TAGS } from './kit/profile.ts';

const COST = ['CostInBillingCurrency', 'Cost', 'PreTaxCost'];

/** Microsoft Azure cost details: actual cost of enterprise and customer agreements, and the older usage details. */
export const azureCost: TableFormat = {
  id: 'azure.cost-details',
  vendor: 'other',
  title: 'Microsoft Azure cost details (actual cost)',
  titleZh: 'Microsoft Azure 成本明细（实际成本）',
  kind: 'detail',
  shape: 'table',
  columns: [
    { field: 'period', type: 'period', required: true, headers: ['BillingPeriodStartDate', 'Date', 'UsageDateTime'] },
    { field: 'date', type: 'date', headers: ['Date', 'UsageDateTime'] },
    { field: 'currency', required: true, headers: ['BillingCurrencyCode', 'BillingCurrency', 'Currency'] },
    { field: 'payingAccount', headers: ['BillingAccountId'] },
    { field: 'account', headers: ['SubscriptionId', 'SubscriptionGuid'] },
    { field: 'enterpriseProject', headers: ['ResourceGroup'] },
    { field: 'productType', headers: ['MeterCategory'] },
    { field: 'product', headers: ['ProductName', 'Product', 'ServiceName'] },
    { field: 'spec', headers: ['MeterSubCategory'] },
    { field: 'usageType', headers: ['MeterName'] },
    { field: 'billingMode', headers: ['PricingModel'] },
    { field: 'billType', headers: ['ChargeType'] },
    { field: 'orderId', headers: ['ProductOrderId'] },
    { field: 'resourceId', headers: ['ResourceId', 'InstanceId'] },
    { field: 'resourceName', headers: ['ResourceName'] },
    { field: 'region', headers: ['ResourceLocation'] },
    { field: 'availabilityZone', headers: ['AvailabilityZone'] },
    { field: 'unitPrice', type: 'amount', headers: ['UnitPrice', 'ResourceRate'] },
    { field: 'usage', type: 'amount', headers: ['Quantity', 'UsageQuantity'] },
    { field: 'usageUnit', headers: ['UnitOfMeasure'] },
    { field: 'payable', type: 'amount', required: true, headers: COST },
    { field: 'tags', headers: [JOINED_TAGS] },
  ],
  identities: [],
  marks: ['MeterCategory'],
  currency: () => null,
  utcOffset: 0,
  // Exports tell the month to date; large ones come as part_0_0001.csv, part_1_0001.csv …
  delivery: 'replaces',
  nameHint: (name) => {
    const m = /^part_([0-9]{1,4})_([0-9]{1,4})\.csv(?:\.gz)?$/i.exec(name);
    return m ? { part: Number(m[1]) * 10_000 + Number(m[2]) } : null;
  },
  adapt: adaptBy({
    money: COST,
    figures: ['UnitPrice', 'ResourceRate', 'Quantity', 'UsageQuantity'],
    days: ['BillingPeriodEndDate', 'BillingPeriodStartDate', 'Date', 'UsageDateTime'],
    tags: ['Tags'],
  }),
};
