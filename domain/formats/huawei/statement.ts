import type { TableFormat } from '../format.ts';
import { commonColumns, resourceHeaders } from './columns.ts';
import { exportedName } from './names.ts';
import { currency, listPriceIdentity, payableIdentity, UTC_OFFSET } from './rules.ts';
import { unusedHeaders } from './unused.ts';

/** 流水账单: transaction statement CSV, one row per order or deduction; the detail bill's headers without resource and usage. */
export const huaweiStatement: TableFormat = {
  id: 'huawei.statement',
  vendor: 'huawei',
  title: 'Huawei Cloud transaction statement (CSV)',
  titleZh: '华为云流水账单（CSV）',
  kind: 'statement',
  shape: 'table',
  columns: commonColumns,
  identities: [listPriceIdentity, payableIdentity],
  // Without the order or transaction number it is the month's summary, whose rows cannot be held against the detail.
  unused: unusedHeaders,
  marks: commonColumns.flatMap((column) => (column.field === 'orderId' ? column.headers : [])),
  excludes: resourceHeaders,
  currency,
  utcOffset: UTC_OFFSET,
  nameHint: exportedName({ token: 'SettleBillDetail' }),
};
