import type { TableFormat } from '../format.ts';
import { anyOf } from '../name-set.ts';
import { tencentName } from './names.ts';
import { BASIS_FROM, discountDerived, payableIdentity, TAG_PREFIX, UTC_OFFSET } from './rules.ts';
import { unusedHeaders } from './unused.ts';

/** In the bill by component only. */
export const COMPONENT = [
  '组件名称',
  '组件类型',
  '组件刊例价',
  '组件用量',
  'Component Name',
  'Component Type',
  'Component List Price',
  'Component Usage',
] as const;

/**
 * L3 明细账单 CSV, one line per component. Chinese names: production importers and the labels of billing API 2018-07-09.
 * English names: Tencent Cloud International bill field table, its 2022 edition and the reseller's customer bill (spellings
 * that differ by spaces and case only are one name). `标签键:<key>` and `tag_key:<key>` columns become the line's tags.
 */
export const tencentDetail: TableFormat = {
  id: 'tencent.detail',
  vendor: 'tencent',
  title: 'Tencent Cloud bill details (L3 CSV)',
  titleZh: '腾讯云明细账单（L3 CSV）',
  kind: 'detail',
  shape: 'table',
  columns: [
    // Without a billing month the month of the deduction counts: usage may start much later (renewals are paid ahead).
    {
      field: 'period',
      type: 'period',
      required: true,
      headers: ['账单归属月', 'Bill Month', '扣费时间', 'Transaction Time', '开始使用时间', 'Usage Start Time', 'Start Date of Usage'],
    },
    {
      field: 'date',
      type: 'date',
      headers: ['账单归属日', '扣费时间', 'Transaction Time', '开始使用时间', 'Usage Start Time', 'Start Date of Usage'],
    },
    { field: 'currency', headers: ['币种', 'Currency'] },
    { field: 'payingAccount', headers: ['支付者UIN', 'Payer Account ID'] },
    { field: 'account', headers: ['使用者UIN', 'Owner Account ID'] },
    { field: 'enterpriseProject', headers: ['项目名称', 'Project Name'] },
    { field: 'productType', headers: ['产品名称', 'Product Name'] },
    { field: 'product', headers: ['子产品名称', 'Subproduct Name'] },
    { field: 'spec', headers: ['组件名称', 'Component Name'] },
    { field: 'usageType', headers: ['组件类型', 'Component Type'] },
    { field: 'billingMode', headers: ['计费模式', 'Billing Mode'] },
    { field: 'billType', headers: ['交易类型', 'Transaction Type'] },
    { field: 'orderId', headers: ['订单ID', 'Order ID', '交易ID', 'Transaction ID'] },
    { field: 'resourceId', headers: ['资源ID', 'Instance ID'] },
    { field: 'resourceName', headers: ['实例名称', '资源别名', 'Instance Name'] },
    { field: 'region', headers: ['地域', 'Region'] },
    { field: 'availabilityZone', headers: ['可用区', 'Availability Zone'] },
    { field: 'unitPrice', type: 'amount', headers: ['组件刊例价', 'Component List Price', 'Component Unit Price'] },
    { field: 'usage', type: 'amount', headers: ['组件用量', 'Component Usage'] },
    { field: 'usageUnit', headers: ['组件用量单位', 'Component Usage Unit'] },
    { field: 'listPrice', type: 'amount', headers: ['组件原价', 'Original Cost'] },
    {
      field: 'payable',
      type: 'amount',
      required: true,
      headers: ['优惠后总价', 'Total Amount After Discount (Excluding Tax)', 'Total Amount Before Voucher'],
    },
    { field: 'coupon', type: 'amount', headers: ['代金券支出', '优惠券支出', 'Voucher Deduction', 'Customer Voucher Deduction'] },
    { field: 'bonus', type: 'amount', headers: ['赠送账户支出'] },
    { field: 'transfer', type: 'amount', headers: ['分成金账户支出', '分成账户支出'] },
    // The international bill prints what vouchers leave to pay, before tax; the tax stands in its own column.
    { field: 'cash', type: 'amount', headers: ['现金账户支出', 'Amount Before Tax', 'Cost Before Tax'] },
    { field: 'tax', type: 'amount', headers: ['税金', 'Tax Amount'] },
  ],
  identities: [payableIdentity],
  // 'Currency' in every international bill: an English file without it is not accepted, since its currency would be a guess.
  unused: unusedHeaders,
  marks: ['组件名称', '组件类型', '组件原价', 'Currency'],
  // Without a component it is the bill by resource or a summary.
  when: anyOf(COMPONENT),
  derive: [discountDerived],
  currency: () => 'CNY',
  utcOffset: UTC_OFFSET,
  tagPrefix: TAG_PREFIX,
  basisFrom: BASIS_FROM,
  nameHint: tencentName,
};
