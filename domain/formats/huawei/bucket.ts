import type { TableFormat } from '../format.ts';
import { anyOf } from '../name-set.ts';
import { BUCKET_MONEY, bucketColumns, orderTypeColumn, specColumn } from './bucket-columns.ts';
import { nameRule } from './names.ts';
import { roundingOffDerived } from './api-columns.ts';
import { currency, UTC_OFFSET } from './rules.ts';
import { unusedHeaders } from './unused.ts';

/** In the record of expenditures (and its relatives), never in the bill by resource. */
const EXPENDITURE_ONLY = [
  '消费时间',
  '交易时间',
  '订单号',
  '订单类型',
  '组合交易单号',
  '使用量类型',
  'Expenditure Time',
  'Transaction Time',
  'Order ID',
  'Order No.',
  'Order Type',
  'Usage Type',
];
/** In the statement by transaction (流水详单), never in the record of expenditures. */
export const TRANSACTION_ONLY = ['订单ID/退订单ID', '消费流水号', '购买时长', '支付状态', '现金支付', '抹零金额'];

const shared = {
  vendor: 'huawei',
  kind: 'detail',
  shape: 'table',
  identities: [],
  derive: [roundingOffDerived],
  currency,
  utcOffset: UTC_OFFSET,
} as const satisfies Partial<TableFormat>;

/**
 * 资源消费记录: the expenditures of the day before (rows add; a file pushed again after an adjustment replaces its earlier
 * push), and on day 3 the pay-per-use charges that are settled by the month. Both field tables: the current one (规格, 使用量,
 * 套餐内使用量, 预留实例内使用量, 账号) and the older one (产品规格, 使用量/购买时长, one merged column, no account).
 */
export const huaweiExpenditures: TableFormat = {
  ...shared,
  id: 'huawei.expenditures',
  title: 'Huawei Cloud resource expenditures (bucket CSV)',
  titleZh: '华为云资源消费记录（存储桶 CSV）',
  columns: [
    { field: 'period', type: 'period', required: true, headers: ['账期', 'Billing Cycle'] },
    { field: 'date', type: 'date', headers: ['消费时间', '交易时间', 'Expenditure Time', 'Transaction Time'] },
    ...bucketColumns,
    specColumn,
    orderTypeColumn,
    { field: 'orderId', headers: ['订单号', 'Order ID', 'Order No.'] },
    { field: 'usageType', headers: ['使用量类型', 'Usage Type'] },
    { field: 'usage', type: 'amount', headers: ['使用量', '使用量/购买时长', 'Usage', 'Usage/Required Duration'] },
    { field: 'usageUnit', headers: ['使用量单位', 'Usage Unit'] },
  ],
  unused: unusedHeaders,
  marks: EXPENDITURE_ONLY,
  excludes: TRANSACTION_ONLY,
  when: anyOf(BUCKET_MONEY),
  view: 'expenditures',
  delivery: 'replaces-file',
  nameHint: nameRule({ token: 'Resource_Expenditures(Pay-per-Use)_MonthlyBill' }, { token: 'Resource_Expenditures' }),
};

/**
 * 资源详单: the month to date by resource, without the current day; on day 3 the whole last month, under its last day. Each
 * file takes the place of the one before. A negative 消费金额 is an unsubscription or a downgrade.
 */
export const huaweiSpending: TableFormat = {
  ...shared,
  id: 'huawei.spending',
  title: 'Huawei Cloud spending by resource (bucket CSV)',
  titleZh: '华为云资源详单（存储桶 CSV）',
  columns: [{ field: 'period', type: 'period', required: true, headers: ['账期', 'Billing Cycle'] }, ...bucketColumns],
  unused: unusedHeaders,
  marks: ['资源ID', 'Resource ID'],
  excludes: [...EXPENDITURE_ONLY, ...TRANSACTION_ONLY],
  when: anyOf(BUCKET_MONEY),
  view: 'resource-cycle',
  delivery: 'replaces',
  // The prefix of the guide's download script is older than the name in its table.
  nameHint: nameRule({ token: 'Spending(ByResource)' }, { token: 'Spendings(ByResource)' }, { token: 'Consumedetails' }),
};
