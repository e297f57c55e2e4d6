import type { TableFormat } from '../format.ts';
import { anyOf } from '../name-set.ts';
import type { View } from '../views.ts';
import { commonColumns, resourceColumns, resourceHeaders } from './columns.ts';
import { exportedName } from './names.ts';
import { currency, listPriceIdentity, payableIdentity, UTC_OFFSET } from './rules.ts';
import { deliveryOf, viewOf } from './spans.ts';
import { unusedHeaders } from './unused.ts';

const byUsage = anyOf(
  resourceColumns.flatMap(({ field, headers }) =>
    field === 'usageType' || field === 'usage' || field === 'unitPrice' || field === 'usageUnit' ? headers : [],
  ),
);
const byResource = anyOf(
  resourceColumns.flatMap(({ field, headers }) => (field === 'resourceId' || field === 'resourceName' || field === 'tags' ? headers : [])),
);

const view = (names: ReadonlySet<string>): View => viewOf(byUsage(names) ? 'usage' : byResource(names) ? 'resource' : 'product', names);

/**
 * 明细账单: bill details CSV by usage or by resource, for each line, day or cycle, of either site. Also the files
 * `PriceFactorBillDetail` (usage, line by line) and `InstanceBillMonth` (resource, by cycle) that are pushed into a bucket.
 */
export const huaweiDetail: TableFormat = {
  id: 'huawei.detail',
  vendor: 'huawei',
  title: 'Huawei Cloud bill details (CSV)',
  titleZh: '华为云明细账单（CSV）',
  kind: 'detail',
  shape: 'table',
  columns: [...commonColumns, ...resourceColumns],
  identities: [listPriceIdentity, payableIdentity],
  unused: unusedHeaders,
  marks: resourceHeaders,
  // The bucket's own files name their money differently, and have formats of their own.
  excludes: ['官网价总金额', '消费金额', '折扣优惠', '消费/退订时间'],
  currency,
  utcOffset: UTC_OFFSET,
  view,
  delivery: deliveryOf,
  nameHint: exportedName({ token: 'PriceFactorBillDetail' }, { token: 'InstanceBillMonth', whole: false }),
};
