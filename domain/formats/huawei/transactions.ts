import type { TableFormat } from '../format.ts';
import { anyOf } from '../name-set.ts';
import { TRANSACTION_ONLY } from './bucket.ts';
import { BUCKET_MONEY, bucketColumns, orderTypeColumn, specColumn } from './bucket-columns.ts';
import { commonColumns } from './columns.ts';
import { nameRule } from './names.ts';
import { currency, listPriceIdentity, payableIdentity, UTC_OFFSET } from './rules.ts';

const payments = commonColumns.filter(
  ({ field }) => typeof field === 'string' && ['cash', 'credit', 'coupon', 'flexiCoupon', 'storedCard', 'bonus'].includes(field),
);

/**
 * 流水详单 of the China site: subscriptions by order, pay-per-use by deduction (消费流水号). The subscription file has no
 * billing cycle: the month is that of the payment. Unsettled rows print no payment, so that the payments are no identity.
 * Source: Huawei Cloud billing centre (China), 流水详单.
 */
export const huaweiTransactions: TableFormat = {
  id: 'huawei.transactions',
  vendor: 'huawei',
  title: 'Huawei Cloud spendings by transaction (bucket CSV)',
  titleZh: '华为云流水详单（存储桶 CSV）',
  kind: 'statement',
  shape: 'table',
  columns: [
    { field: 'period', type: 'period', required: true, headers: ['账期', 'Billing Cycle', '消费时间'] },
    { field: 'date', type: 'date', headers: ['消费时间', '交易时间'] },
    ...bucketColumns,
    specColumn,
    orderTypeColumn,
    ...payments,
    { field: 'orderId', headers: ['订单ID/退订单ID', '消费流水号'] },
    { field: 'roundingOff', type: 'amount', headers: ['抹零金额'] },
  ],
  identities: [listPriceIdentity],
  marks: ['订单ID/退订单ID', '消费流水号'],
  when: anyOf(BUCKET_MONEY),
  currency,
  utcOffset: UTC_OFFSET,
  nameHint: nameRule(
    { token: 'Spendings(ByTransaction-Period)' },
    { token: 'Spendings(ByTransaction-Pay-per-Use)_MonthlyBill' },
    { token: 'Spendings(ByTransaction-Pay-per-Use)' },
  ),
};

/**
 * 对账单（使用量账单） of the China site, part for subscriptions: one row an order and product.
 * Source: Huawei Cloud billing centre (China), file description of `ItemProductBillOverview`.
 */
export const huaweiItemOverview: TableFormat = {
  id: 'huawei.item-overview',
  vendor: 'huawei',
  title: 'Huawei Cloud reconciliation bill by product (bucket CSV)',
  titleZh: '华为云对账单（存储桶 CSV）',
  kind: 'detail',
  shape: 'table',
  columns: [
    ...commonColumns.filter(
      ({ field }) => typeof field === 'string' && !['orderId', 'date', 'listPrice', 'outstanding', 'billType'].includes(field),
    ),
    specColumn,
    orderTypeColumn,
    { field: 'date', type: 'date', headers: ['消费/退订时间'] },
    { field: 'orderId', headers: ['订单号'] },
    { field: 'listPrice', type: 'amount', headers: ['官网价总金额'] },
    { field: 'outstanding', type: 'amount', headers: ['欠费', '欠费金额'] },
  ],
  identities: [payableIdentity],
  marks: ['消费/退订时间'],
  excludes: [...TRANSACTION_ONLY.filter((header) => header !== '现金支付'), '消费金额'],
  currency,
  utcOffset: UTC_OFFSET,
  view: 'product-line',
  delivery: 'replaces-file',
  nameHint: nameRule({ token: 'ItemProductBillOverview' }),
};
