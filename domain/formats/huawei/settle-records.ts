import { onClock } from '../clock.ts';
import type { JsonFormat, JsonRecord } from '../format.ts';
import { arrayAt, asObject, eachRecord, own, textAt, type JsonObject } from '../json.ts';
import { apiCells } from './amounts.ts';
import { apiColumns } from './api-columns.ts';
import { BILLING_MODE } from './billing-modes.ts';
import { currency, listPriceIdentity, payableIdentity, UTC_OFFSET } from './rules.ts';

/** Answer of ListCustomerBillsFeeRecords (China site): {records[], total_count, currency}. */
function records(root: unknown): Iterable<JsonRecord> | null {
  const document = asObject(root);
  const list = arrayAt(document, 'records');
  const first = asObject(list?.[0]);
  if (!list || own(first, 'bill_cycle') === undefined || own(first, 'consume_amount') === undefined) return null;
  return eachRecord(list, (record) => cells(record, textAt(document, 'currency')));
}

const cells = (record: JsonObject, envelope: string | null): Record<string, string | null> => ({
  ...apiCells(record),
  [BILLING_MODE]: textAt(record, 'charging_mode'),
  // UTC in the answer, Beijing time in the bill.
  trade_time: onClock(textAt(record, 'trade_time'), UTC_OFFSET),
  consume_time: onClock(textAt(record, 'consume_time'), UTC_OFFSET),
  currency: textAt(record, 'currency') ?? envelope,
});

const replaced: readonly string[] = ['productType', 'spec', 'resourceName', 'tags'];

/** 流水账单 by interface: one record an order or deduction. */
export const huaweiSettleRecords: JsonFormat = {
  id: 'huawei.api.statement',
  vendor: 'huawei',
  title: 'Huawei Cloud transaction bills (API JSON)',
  titleZh: '华为云流水账单（API JSON）',
  kind: 'statement',
  shape: 'json',
  records,
  columns: [
    ...apiColumns.filter(({ field }) => typeof field !== 'string' || !replaced.includes(field)),
    { field: 'period', type: 'period', required: true, headers: ['bill_cycle'] },
    { field: 'date', type: 'date', headers: ['consume_time', 'trade_time'] },
    { field: 'productType', headers: ['service_type_name', 'service_type_code'] },
    { field: 'product', headers: ['resource_type_name', 'resource_type_code'] },
    { field: 'payable', type: 'amount', required: true, headers: ['consume_amount'] },
    { field: 'roundingOff', type: 'amount', headers: ['erase_amount'] },
  ],
  identities: [listPriceIdentity, payableIdentity],
  marks: ['bill_cycle'],
  currency,
  utcOffset: UTC_OFFSET,
};
