import type { JsonFormat, JsonRecord } from '../format.ts';
import { arrayAt, asObject, eachRecord, objectAt, own, textAt, type JsonObject } from '../json.ts';
import { anyOf } from '../name-set.ts';
import type { View } from '../views.ts';
import { apiCells } from './amounts.ts';
import { apiColumns, roundingOffDerived } from './api-columns.ts';
import { BILLING_MODE, billingMode } from './billing-modes.ts';
import { currency, payableIdentity, UTC_OFFSET } from './rules.ts';

/**
 * Answer of ListCustomerselfResourceRecordDetails: {monthly_records[], total_count, currency}. Also {code, data: {details[],
 * currency}}, the envelope in which the open-source multi-cloud manager BlueKing hands the same records on.
 */
function records(root: unknown): Iterable<JsonRecord> | null {
  const document = asObject(root);
  const plain = arrayAt(document, 'monthly_records');
  if (plain) return eachRecord(plain, (record) => cells(record, textAt(document, 'currency')));
  const data = objectAt(document, 'data');
  const details = arrayAt(data, 'details');
  const first = asObject(details?.[0]);
  if (!details || own(first, 'consume_amount') === undefined || own(first, 'cycle') === undefined) return null;
  return eachRecord(details, (record) => cells(record, textAt(data, 'currency')));
}

const cells = (record: JsonObject, envelope: string | null): Record<string, string | null> => ({
  ...apiCells(record),
  [BILLING_MODE]: billingMode(record),
  currency: textAt(record, 'currency') ?? envelope,
});

const hasTime = anyOf(['consume_time', 'effective_time']);
const hasDay = anyOf(['bill_date']);

/** The query's statistic_type is not in the answer, but its fields are: a line knows its time, a day its date, a cycle neither. */
const view = (names: ReadonlySet<string>): View => (hasTime(names) ? 'resource-line' : hasDay(names) ? 'resource-day' : 'resource-cycle');

export const huaweiResourceRecords: JsonFormat = {
  id: 'huawei.api.resource-records',
  vendor: 'huawei',
  title: 'Huawei Cloud resource bill records (API JSON)',
  titleZh: '华为云资源详单（API JSON）',
  kind: 'detail',
  shape: 'json',
  records,
  columns: [
    ...apiColumns,
    { field: 'period', type: 'period', required: true, headers: ['cycle'] },
    // consume_time is UTC and may lie on the day before; only bill_date is the day of the bill.
    { field: 'date', type: 'date', headers: ['bill_date'] },
    { field: 'payable', type: 'amount', required: true, headers: ['consume_amount'] },
    // The vendor's key is spelt with a capital T.
    { field: 'product', headers: ['resource_type_name', 'resource_Type_code', 'resource_type_code'] },
    { field: 'payingAccount', headers: ['payer_account_id'] },
    { field: 'resourceId', headers: ['res_instance_id'] },
  ],
  identities: [payableIdentity],
  marks: ['consume_amount'],
  derive: [roundingOffDerived],
  currency,
  utcOffset: UTC_OFFSET,
  view,
};
