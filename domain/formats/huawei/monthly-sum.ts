import type { JsonFormat, JsonRecord } from '../format.ts';
import { arrayAt, asObject, eachRecord, textAt, type JsonObject } from '../json.ts';
import { apiCells } from './amounts.ts';
import { apiColumns } from './api-columns.ts';
import { BILLING_MODE, billingModeCodes } from './billing-modes.ts';
import { currency, listPriceIdentity, payableIdentity, UTC_OFFSET } from './rules.ts';

const cells = (record: JsonObject, envelope: string | null): Record<string, string | null> => ({
  ...apiCells(record),
  [BILLING_MODE]: textAt(record, 'charging_mode'),
  currency: textAt(record, 'currency') ?? envelope,
});

/** Answer of ShowCustomerMonthlySum: {bill_sums[], currency, total_count, …}. */
function sums(root: unknown): Iterable<JsonRecord> | null {
  const document = asObject(root);
  const list = arrayAt(document, 'bill_sums');
  return list && eachRecord(list, (record) => cells(record, textAt(document, 'currency')));
}

const own: readonly string[] = [
  'billType',
  'productType',
  'billingMode',
  'enterpriseProject',
  'spec',
  'region',
  'resourceName',
  'tags',
  'orderId',
];
const money = apiColumns.filter(({ field }) => typeof field !== 'string' || !own.includes(field));

/** Kinds of the month's sum: another list than the bill types of the lines. */
const KINDS = { '1': '消费', '2': '退款', '3': '调账' };

export const huaweiMonthlySum: JsonFormat = {
  id: 'huawei.api.monthly-sum',
  vendor: 'huawei',
  title: 'Huawei Cloud monthly expenditures (API JSON)',
  titleZh: '华为云月度消费汇总（API JSON）',
  kind: 'detail',
  shape: 'json',
  records: sums,
  columns: [
    ...money,
    { field: 'period', type: 'period', required: true, headers: ['bill_cycle'] },
    { field: 'billType', headers: ['bill_type'], codes: KINDS },
    { field: 'billingMode', headers: [BILLING_MODE], codes: billingModeCodes },
    { field: 'productType', headers: ['service_type_name', 'service_type_code'] },
    { field: 'product', headers: ['resource_type_name', 'resource_type_code'] },
    { field: 'payable', type: 'amount', required: true, headers: ['consume_amount'] },
    { field: 'roundingOff', type: 'amount', headers: ['truncated_amount'] },
  ],
  identities: [listPriceIdentity, payableIdentity],
  marks: ['bill_cycle'],
  currency,
  utcOffset: UTC_OFFSET,
  // Answers come in pages: they add.
  view: 'summary',
};
