import type { TableFormat } from '../format.ts';
import { anyOf } from '../name-set.ts';
import { commonColumns, resourceHeaders } from './columns.ts';
import { exportedName } from './names.ts';
import { currency, listPriceIdentity, payableIdentity, UTC_OFFSET } from './rules.ts';
import { DAY_HEADERS, deliveryOf, LINE_HEADERS, viewOf } from './spans.ts';

const headersOf = (...fields: readonly string[]): string[] =>
  commonColumns.flatMap(({ field, headers }) => (typeof field === 'string' && fields.includes(field) ? headers : []));

const ORDER = headersOf('orderId');
const PRODUCT = [...headersOf('product'), '产品编码', '产品ID', 'Product Code', 'Product ID'];
const PRODUCT_TYPE = [...headersOf('productType'), '产品类型编码', 'Product Type Code'];
/** In exports of bill details, but not in the month's summary, whose rows are otherwise those by product and cycle. */
const DETAIL_ONLY = [
  ...headersOf('enterpriseProject', 'payingAccount'),
  '企业项目ID',
  'Enterprise Project ID',
  '产品类型编码',
  '产品编码',
  '产品ID',
  'Product Type Code',
  'Product Code',
  'Product ID',
  ...DAY_HEADERS,
  ...LINE_HEADERS,
];
const columns = commonColumns.filter(({ field }) => field !== 'orderId');
/** The summary tells 消费, 退款 and 调账 apart, not the types of the lines. */
const summaryColumns = columns.map((column) => (column.codes ? { field: column.field, headers: column.headers } : column));

const shared = {
  vendor: 'huawei',
  kind: 'detail',
  shape: 'table',
  columns,
  identities: [listPriceIdentity, payableIdentity],
  currency,
  utcOffset: UTC_OFFSET,
} as const satisfies Partial<TableFormat>;
const grouped = { ...shared, delivery: deliveryOf, nameHint: exportedName() };

/** Bill details by product: no resource, no usage, no order. */
export const huaweiByProduct: TableFormat = {
  ...grouped,
  id: 'huawei.detail.by-product',
  title: 'Huawei Cloud bill details by product (CSV)',
  titleZh: '华为云明细账单（按产品，CSV）',
  marks: PRODUCT,
  excludes: [...resourceHeaders, ...ORDER],
  when: anyOf(DETAIL_ONLY),
  view: (names) => viewOf('product', names),
};

/** Bill details by product type: no product either. */
export const huaweiByType: TableFormat = {
  ...grouped,
  id: 'huawei.detail.by-type',
  title: 'Huawei Cloud bill details by product type (CSV)',
  titleZh: '华为云明细账单（按产品类型，CSV）',
  marks: PRODUCT_TYPE,
  excludes: [...resourceHeaders, ...ORDER, ...PRODUCT],
  view: (names) => viewOf('type', names),
};

/** Bill details by account: one row an account, or an account and its project or mode. */
export const huaweiByAccount: TableFormat = {
  ...grouped,
  id: 'huawei.detail.by-account',
  title: 'Huawei Cloud bill details by account (CSV)',
  titleZh: '华为云明细账单（按账号，CSV）',
  marks: headersOf('account'),
  excludes: [...resourceHeaders, ...ORDER, ...PRODUCT, ...PRODUCT_TYPE],
  view: (names) => viewOf('account', names),
};

/**
 * 汇总账单: the month's summary by product, billing mode and kind (消费, 退款, 调账). The layout of its workbook is not
 * documented; its rows have the fields of guide 13.2.1, and the header row is searched for.
 */
export const huaweiSummary: TableFormat = {
  ...shared,
  columns: summaryColumns,
  id: 'huawei.summary',
  title: 'Huawei Cloud summary bill (XLSX)',
  titleZh: '华为云汇总账单（XLSX）',
  marks: headersOf('product'),
  excludes: [...resourceHeaders, ...ORDER, ...DETAIL_ONLY],
  view: 'summary',
  delivery: 'replaces',
};
