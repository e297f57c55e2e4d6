import type { JsonFormat, JsonRecord } from '../format.ts';
import { arrayAt, asObject, eachRecord, objectAt, own, textAt, type JsonObject } from '../json.ts';
import { apiCells } from './amounts.ts';
import { apiColumns, roundingOffDerived } from './api-columns.ts';
import { BILLING_MODE, billingMode } from './billing-modes.ts';
import { currency, payableIdentity, UTC_OFFSET } from './rules.ts';

/**
 * Answer of ListCustomerselfResourceRecords: {fee_records[], currency}. Also {code, data: {details: [{extension}]}}, the
 * envelope in which the open-source multi-cloud manager BlueKing hands the same records on.
 */
function records(root: unknown): Iterable<JsonRecord> | null {
  const document = asObject(root);
  const plain = arrayAt(document, 'fee_records');
  if (plain) return eachRecord(plain, (record) => cells(record, textAt(document, 'currency')));
  const data = objectAt(document, 'data');
  const details = arrayAt(data, 'details');
  const first = objectAt(asObject(details?.[0]), 'extension');
  if (!details || own(first, 'amount') === undefined || own(first, 'bill_type') === undefined) return null;
  return eachRecord(details, (item) => cells(objectAt(item, 'extension') ?? {}, textAt(item, 'currency') ?? textAt(data, 'currency')));
}

const cells = (record: JsonObject, envelope: string | null): Record<string, string | null> => ({
  ...apiCells(record),
  [BILLING_MODE]: billingMode(record),
  currency: textAt(record, 'currency') ?? envelope,
});

export const huaweiFeeRecords: JsonFormat = {
  id: 'huawei.api.fee-records',
  vendor: 'huawei',
  title: 'Huawei Cloud resource fee records (API JSON)',
  titleZh: '华为云资源消费记录（API JSON）',
  kind: 'detail',
  shape: 'json',
  records,
  columns: [
    ...apiColumns,
    { field: 'period', type: 'period', required: true, headers: ['bill_date'] },
    { field: 'date', type: 'date', headers: ['bill_date'] },
    { field: 'payable', type: 'amount', required: true, headers: ['amount'] },
    { field: 'product', headers: ['product_name', 'resource_type_name', 'resource_type'] },
    { field: 'resourceId', headers: ['resource_id'] },
    { field: 'usageType', headers: ['usage_type'] },
    { field: 'usage', type: 'amount', headers: ['usage'] },
    { field: 'unitPrice', type: 'amount', headers: ['unit_price'] },
  ],
  identities: [payableIdentity],
  marks: ['amount'],
  derive: [roundingOffDerived],
  currency,
  utcOffset: UTC_OFFSET,
};
