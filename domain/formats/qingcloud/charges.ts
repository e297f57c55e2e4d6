import { onClock } from '../clock.ts';
import { monthInName } from '../file-name.ts';
import type { JsonFormat, JsonRecord } from '../format.ts';
import { arrayAt, asObject, eachRecord, own, scalars, textAt } from '../json.ts';
import { sharedColumns, UTC_OFFSET } from './rules.ts';

/** Answer of GetChargeRecords: {action, charge_record_set[], total_sum, total_count, ret_code}. */
function records(root: unknown): Iterable<JsonRecord> | null {
  const document = asObject(root);
  const list = arrayAt(document, 'charge_record_set');
  if (!list || (list.length > 0 && own(asObject(list[0]), 'fee') === undefined)) return null;
  // 2019-02-28T16:14:03Z is the first of March in Beijing, and belongs to that month's bill.
  return eachRecord(list, (item) => ({
    ...scalars(item),
    start_time: onClock(textAt(item, 'start_time'), UTC_OFFSET),
    end_time: onClock(textAt(item, 'end_time'), UTC_OFFSET),
  }));
}

/**
 * Charge records of QingCloud. `fee` is what was charged, up to four decimals; the `total_sum` of a record is its usage, that of
 * the answer is money. Price × usage is not the fee: the usage is printed rounded (0.105 × 1.06 against 0.1117).
 */
export const qingcloudCharges: JsonFormat = {
  id: 'qingcloud.api.charges',
  vendor: 'qingcloud',
  title: 'QingCloud charge records (API JSON)',
  titleZh: '青云消费记录（API JSON）',
  kind: 'detail',
  shape: 'json',
  records,
  columns: [
    { field: 'period', type: 'period', required: true, headers: ['start_time'] },
    { field: 'date', type: 'date', headers: ['start_time'] },
    { field: 'payable', type: 'amount', required: true, headers: ['fee'] },
    { field: 'unitPrice', type: 'amount', headers: ['price'] },
    { field: 'usage', type: 'amount', headers: ['total_sum'] },
    { field: 'usageUnit', headers: ['unit'] },
    { field: 'usageType', headers: ['remarks'] },
    ...sharedColumns,
  ],
  identities: [],
  marks: ['fee'],
  currency: () => 'CNY',
  utcOffset: UTC_OFFSET,
  nameHint: monthInName,
};
