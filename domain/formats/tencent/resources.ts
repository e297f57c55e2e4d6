import type { Column, JsonFormat, JsonRecord, TableFormat } from '../format.ts';
import { arrayAt, asObject, eachRecord, objectAt, own, scalars, textAt } from '../json.ts';
import { tagsOf } from './api-tags.ts';
import { COMPONENT } from './detail.ts';
import { tencentAnswerName, tencentName } from './names.ts';
import { BASIS_FROM, discountDerived, payableIdentity, TAG_PREFIX, totals, UTC_OFFSET } from './rules.ts';
import { unusedHeaders } from './unused.ts';

const common: readonly Column[] = [
  { field: 'payingAccount', headers: ['支付者UIN', 'Payer Account ID', 'PayerUin'] },
  { field: 'account', headers: ['使用者UIN', 'Owner Account ID', 'OwnerUin'] },
  { field: 'enterpriseProject', headers: ['项目名称', 'Project Name'] },
  { field: 'product', headers: ['子产品名称', 'Subproduct Name', 'ProductCodeName', 'ProductCode'] },
  { field: 'orderId', headers: ['订单ID', 'Order ID', '交易ID', 'Transaction ID'] },
  { field: 'resourceId', headers: ['资源ID', 'Instance ID', 'Resource ID'] },
  { field: 'resourceName', headers: ['资源别名', '实例名称', 'Instance Name', 'Resource Name'] },
  { field: 'spec', headers: ['配置描述', 'Configuration Description', 'ConfigDesc'] },
  { field: 'availabilityZone', headers: ['可用区', 'Availability Zone', 'ZoneName'] },
  { field: 'tags', headers: ['标签', 'Tags'] },
  ...totals,
];
const shared = {
  vendor: 'tencent',
  kind: 'detail',
  identities: [payableIdentity],
  derive: [discountDerived],
  currency: () => 'CNY',
  utcOffset: UTC_OFFSET,
  view: 'resource-cycle',
} as const satisfies Partial<TableFormat>;

/**
 * L2 资源 ID 账单, one row a resource, sub-product and kind of charge. Names: labels of BillResourceSummary (billing API 2018-07-09)
 * and, in English, of the international field table; the order of the columns is not published. Two decimals.
 */
export const tencentResources: TableFormat = {
  ...shared,
  id: 'tencent.resources',
  title: 'Tencent Cloud bill by resource (L2 CSV)',
  titleZh: '腾讯云资源 ID 账单（L2 CSV）',
  shape: 'table',
  columns: [
    ...common,
    {
      field: 'period',
      type: 'period',
      required: true,
      headers: ['账单归属月', 'Bill Month', '扣费时间', 'Transaction Time', '开始使用时间', 'Usage Start Time'],
    },
    { field: 'date', type: 'date', headers: ['扣费时间', 'Transaction Time', '开始使用时间', 'Usage Start Time'] },
    { field: 'productType', headers: ['产品名称', 'Product Name'] },
    { field: 'billingMode', headers: ['计费模式', 'Billing Mode'] },
    { field: 'billType', headers: ['交易类型', 'Transaction Type'] },
    { field: 'region', headers: ['地域', 'Region'] },
  ],
  unused: unusedHeaders,
  marks: ['资源ID', 'Instance ID', 'Resource ID'],
  excludes: COMPONENT,
  // As in the details: an English file that names no currency is not taken, since the yuan would be a guess.
  when: (names) => names.has('资源id') || names.has('currency'),
  tagPrefix: TAG_PREFIX,
  basisFrom: BASIS_FROM,
  delivery: 'replaces',
  nameHint: tencentName,
};

/** Answer of DescribeBillResourceSummary: {Response: {ResourceSummarySet[]}}. */
function records(root: unknown): Iterable<JsonRecord> | null {
  const document = asObject(root);
  const list = arrayAt(objectAt(document, 'Response') ?? document, 'ResourceSummarySet');
  if (!list || (list.length > 0 && own(asObject(list[0]), 'RealTotalCost') === undefined)) return null;
  return eachRecord(list, (item) => ({
    ...scalars(item),
    BillMonth: textAt(item, 'BillMonth') ?? textAt(item, 'PayTime') ?? textAt(item, 'FeeBeginTime'),
    Tags: tagsOf(item),
  }));
}

export const tencentApiResources: JsonFormat = {
  ...shared,
  id: 'tencent.api.resources',
  title: 'Tencent Cloud bill by resource (API JSON)',
  titleZh: '腾讯云资源账单（API JSON）',
  shape: 'json',
  records,
  columns: [
    ...common,
    { field: 'period', type: 'period', required: true, headers: ['BillMonth'] },
    { field: 'date', type: 'date', headers: ['PayTime', 'FeeBeginTime'] },
    { field: 'productType', headers: ['BusinessCodeName', 'BusinessCode'] },
    { field: 'billingMode', headers: ['PayModeName'] },
    { field: 'billType', headers: ['ActionTypeName', 'ActionType'] },
    { field: 'region', headers: ['RegionName'] },
  ],
  unused: unusedHeaders,
  marks: ['RealTotalCost'],
  nameHint: tencentAnswerName,
};
