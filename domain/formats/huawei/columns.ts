import type { Column } from '../format.ts';
import { billTypeWords } from './bill-types.ts';

/**
 * Columns that the detail bill and the transaction statement share. Chinese names: Huawei Cloud billing guide 6.1.1 and 13.2,
 * China-site file description, production importers. English names: Huawei Cloud billing glossary; no English file is
 * published, so they are aliases of the glossary's terms.
 */
export const commonColumns: readonly Column[] = [
  { field: 'period', type: 'period', required: true, headers: ['账期', 'Billing Cycle'] },
  // Consumption time is the payment time of a subscription and the start of the interval of a pay-per-use charge.
  {
    field: 'date',
    type: 'date',
    headers: [
      '日期',
      '消费时间',
      '使用开始时间',
      '交易时间',
      'Date',
      'Consumption Time',
      'Expenditure Time',
      'Usage Start Time',
      'Transaction Time',
    ],
  },
  { field: 'enterpriseProject', headers: ['企业项目', '企业项目名称', 'Enterprise Project', 'Enterprise Project Name'] },
  { field: 'account', headers: ['账号', 'Account Name', 'Account'] },
  { field: 'payingAccount', headers: ['交易账号', 'Transaction Account', 'Payer Account'] },
  { field: 'productType', headers: ['产品类型', 'Product Type', 'Service Type'] },
  { field: 'product', headers: ['产品', 'Product'] },
  { field: 'billingMode', headers: ['计费模式', 'Billing Mode'] },
  { field: 'billType', headers: ['账单类型'], codes: billTypeWords },
  // No English file is published: its words are kept as they are.
  { field: 'billType', headers: ['Bill Type'] },
  {
    field: 'orderId',
    headers: ['订单号/交易号', 'Order No./Transaction ID', 'Order No./Transaction No.', 'Order ID/Transaction ID', 'Order/Transaction ID'],
  },
  { field: 'region', headers: ['区域', 'Region'] },
  { field: 'listPrice', type: 'amount', headers: ['官网价', 'List Price'] },
  { field: 'discount', type: 'amount', headers: ['优惠金额', 'Discounted Amount', 'Discount Amount'] },
  { field: 'roundingOff', type: 'amount', headers: ['抹零金额', 'Truncated Amount'] },
  { field: 'payable', type: 'amount', required: true, headers: ['应付金额', 'Amount Due'] },
  { field: 'cash', type: 'amount', headers: ['现金支付', 'Cash Payment', 'Cash Payments'] },
  { field: 'credit', type: 'amount', headers: ['信用额度支付', 'Credit Payment', 'Credit Payments'] },
  { field: 'coupon', type: 'amount', headers: ['代金券抵扣', 'Cash Coupon', 'Cash Coupons', 'Cash Coupon Used'] },
  { field: 'flexiCoupon', type: 'amount', headers: ['现金券抵扣', 'Flexi-Purchase Coupon', 'Flexi-Purchase Coupon Used'] },
  { field: 'storedCard', type: 'amount', headers: ['储值卡抵扣', 'Stored Value Card', 'Stored Value Card Payment'] },
  { field: 'bonus', type: 'amount', headers: ['奖励金支付', 'Bonus'] },
  { field: 'monthlySettled', type: 'amount', headers: ['月度结算', 'Monthly Settlement'] },
  { field: 'outstanding', type: 'amount', headers: ['欠费金额', 'Outstanding Amount'] },
  { field: 'writeOff', type: 'amount', headers: ['已核销金额', '核销金额', 'Written-off Amount', 'Write-off Amount'] },
  { field: 'currency', headers: ['币种', 'Currency'] },
];

/** Resource and usage columns: in every detail bill by usage or by resource, in no transaction statement. */
export const resourceColumns: readonly Column[] = [
  { field: 'resourceId', headers: ['资源ID', '资源名称/ID', 'Resource ID', 'Resource Name/ID'] },
  { field: 'resourceName', headers: ['资源名称', 'Resource Name'] },
  { field: 'tags', headers: ['资源标签', 'Resource Tag', 'Resource Tags'] },
  { field: 'spec', headers: ['规格', '产品规格', 'Specifications', 'Specification'] },
  { field: 'availabilityZone', headers: ['可用区', 'AZ', 'Availability Zone'] },
  { field: 'usageType', headers: ['使用量类型', '使用量类型编码', '使用量类型(编码)', 'Usage Type'] },
  { field: 'unitPrice', type: 'amount', headers: ['单价', 'Unit Price'] },
  { field: 'usage', type: 'amount', headers: ['使用量', 'Usage'] },
  { field: 'usageUnit', headers: ['使用量单位', 'Usage Unit'] },
];

export const resourceHeaders: readonly string[] = resourceColumns.flatMap((column) => column.headers);
