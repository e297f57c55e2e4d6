import type { TableFormat } from '../format.ts';
import { minus } from './kit/exact.ts';
import { adaptBy, JOINED_TAGS } from './kit/profile.ts';

/** Every column has two spellings: `lineItem/UnblendedCost` of CSV reports and `line_item_unblended_cost` of Athena and Parquet. */
const both = (name: string): [string, string] => {
  const [group, column] = name.split('/') as [string, string];
  return [name, `${snake(group)}_${snake(column)}`];
};
const snake = (name: string): string => name.replace(/[a-z0-9](?=[A-Z])/g, '$&_').toLowerCase();
const names = (...list: string[]): string[] => list.flatMap(both);

const COST = both('lineItem/UnblendedCost');
const LIST = both('pricing/publicOnDemandCost');
const DISCOUNT = 'publicOnDemandCost − UnblendedCost';

/** AWS Cost and Usage Report (CUR), one line per item and hour, day or month. */
export const awsCur: TableFormat = {
  id: 'aws.cur',
  vendor: 'other',
  title: 'AWS Cost and Usage Report',
  titleZh: 'AWS 成本和使用情况报告（CUR）',
  kind: 'detail',
  shape: 'table',
  columns: [
    { field: 'period', type: 'period', required: true, headers: names('bill/BillingPeriodStartDate') },
    { field: 'date', type: 'date', headers: names('lineItem/UsageStartDate') },
    { field: 'currency', required: true, headers: names('lineItem/CurrencyCode') },
    { field: 'payingAccount', headers: names('bill/PayerAccountId') },
    { field: 'account', headers: names('lineItem/UsageAccountId') },
    { field: 'productType', headers: names('lineItem/ProductCode') },
    { field: 'product', headers: names('product/ProductName') },
    { field: 'spec', headers: names('product/instanceType', 'product/productFamily') },
    { field: 'usageType', headers: names('lineItem/UsageType') },
    { field: 'billingMode', headers: names('pricing/term') },
    { field: 'billType', headers: names('lineItem/LineItemType') },
    { field: 'resourceId', headers: names('lineItem/ResourceId') },
    { field: 'region', headers: names('product/region', 'product/regionCode') },
    { field: 'availabilityZone', headers: names('lineItem/AvailabilityZone') },
    { field: 'unitPrice', type: 'amount', headers: names('pricing/publicOnDemandRate') },
    { field: 'usage', type: 'amount', headers: names('lineItem/UsageAmount') },
    { field: 'usageUnit', headers: names('pricing/unit') },
    { field: 'listPrice', type: 'amount', headers: LIST },
    { field: 'discount', type: 'amount', headers: [DISCOUNT] },
    { field: 'payable', type: 'amount', required: true, headers: COST },
    { field: 'tags', headers: [JOINED_TAGS] },
  ],
  identities: [],
  marks: COST,
  // Product attributes and tags differ from report to report.
  varying:
    /^(?:product|reservation|pricing|savingsplan|savings_plan|resourcetags|resource_tags|costcategory|cost_category|notags|discount|split|identity|bill|lineitem|line_item)[/_]|^(?:year|month)$/,
  currency: () => null,
  utcOffset: 0,
  // Each delivery tells the whole month so far; a large one comes in numbered parts.
  delivery: 'replaces',
  nameHint: (name) => {
    const m = /^(.{1,200})-([0-9]{5})\.(?:csv|snappy\.parquet|parquet)(?:\.gz|\.zip)?$/i.exec(name);
    return m ? { logicalName: m[1]!, part: Number(m[2]) } : null;
  },
  adapt: adaptBy({
    money: [...COST, ...LIST],
    figures: names('pricing/publicOnDemandRate', 'lineItem/UsageAmount'),
    tagHeader: /^(?:resourceTags\/|resource_tags_)(?:user[:_])?(.+)$/,
    computed: {
      // Only on plain usage: what reservations and savings plans cover is billed elsewhere, refunds and tax have no list price.
      [DISCOUNT]: (cell) => {
        const [list, cost] = [cell(...LIST), cell(...COST)];
        return cell(...both('lineItem/LineItemType')) === 'Usage' && isPlain(list) && isPlain(cost) ? minus(list, cost) : null;
      },
    },
  }),
};

const isPlain = (text: string | null): text is string => text !== null && /^-?[0-9]+(?:\.[0-9]+)?$/.test(text);
