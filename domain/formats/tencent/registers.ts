import type { JsonRecord, RegisterField, RegisterFormat } from '../format.ts';
import { arrayAt, asObject, eachRecord, objectAt, own, scalars, textAt } from '../json.ts';
import { monthInName } from '../file-name.ts';
import { UTC_OFFSET } from './rules.ts';

const base = {
  kind: 'register',
  vendor: 'tencent',
  currency: () => 'CNY',
  utcOffset: UTC_OFFSET,
  nameHint: monthInName,
} as const satisfies Partial<RegisterFormat>;
const field = (name: string, type: RegisterField['type'], ...headers: readonly string[]): RegisterField => ({ name, type, headers });
const response = (root: unknown) => objectAt(asObject(root), 'Response') ?? asObject(root);

/** Vouchers without a term carry the day 0002-11-30. */
const dayOrNone = (text: string | null): string | null =>
  text === null || text.startsWith('0002-') || text.startsWith('0000-') ? null : text;

/** Amounts of vouchers in another unit than the documented one are marked, so that they are refused instead of being misread. */
function voucherRecords(root: unknown): Iterable<JsonRecord> | null {
  const answer = response(root);
  const list = arrayAt(answer, 'VoucherInfos');
  const unit = textAt(answer, 'Unit');
  const marked = (text: string | null): string | null =>
    text === null || unit === 'micro' ? text : `${text} (unit ${unit ?? 'not named'})`;
  return (
    list &&
    eachRecord(list, (item) => ({
      ...scalars(item),
      NominalValue: marked(textAt(item, 'NominalValue')),
      Balance: marked(textAt(item, 'Balance')),
      BeginTime: dayOrNone(textAt(item, 'BeginTime')),
      EndTime: dayOrNone(textAt(item, 'EndTime')),
      Products: textAt(objectAt(item, 'ApplicableProducts'), 'GoodsName'),
      Excluded:
        (arrayAt(item, 'ExcludedProducts') ?? []).flatMap((product) => textAt(asObject(product), 'GoodsName') ?? []).join('; ') || null,
    }))
  );
}

/** Answer of DescribeVoucherInfo. 1,200,000,000 micro units are 12 yuan: the unit is a millionth of a 分. */
export const tencentVouchers: RegisterFormat = {
  ...base,
  id: 'tencent.api.vouchers',
  title: 'Tencent Cloud vouchers (API JSON)',
  titleZh: '腾讯云代金券（API JSON）',
  register: 'coupons',
  records: voucherRecords,
  fields: [
    { ...field('couponId', 'text', 'VoucherId'), required: true },
    field('account', 'text', 'OwnerUin'),
    field('status', 'text', 'Status'),
    { ...field('value', 'amount', 'NominalValue'), scale: 8 },
    { ...field('balance', 'amount', 'Balance'), scale: 8, required: true },
    field('created', 'instant', 'CreateTime'),
    field('effective', 'date', 'BeginTime'),
    field('expires', 'date', 'EndTime'),
    field('billingModes', 'text', 'PayMode'),
    field('scenes', 'text', 'PayScene'),
    field('products', 'text', 'Products'),
    field('excludedProducts', 'text', 'Excluded'),
    field('remark', 'text', 'PolicyRemark'),
  ],
  key: ['couponId'],
  marks: ['VoucherId'],
};

/** Answer of DescribeBillList: movements of the account in whole 分, outflow negative. */
export const tencentBillList: RegisterFormat = {
  ...base,
  id: 'tencent.api.movements',
  title: 'Tencent Cloud account movements (API JSON)',
  titleZh: '腾讯云收支明细（API JSON）',
  register: 'income-expense',
  records: (root) => {
    const list = arrayAt(response(root), 'TransactionList');
    return list && eachRecord(list, (item) => scalars(item));
  },
  fields: [
    { ...field('serial', 'text', 'BillId'), required: true },
    { ...field('time', 'instant', 'OperationTime'), required: true },
    field('transactionType', 'text', 'ActionType'),
    field('channel', 'text', 'PayChannel'),
    field('remark', 'text', 'OperationInfo'),
    { ...field('amount', 'amount', 'Amount'), scale: 2, required: true },
    { ...field('balance', 'amount', 'Balance'), scale: 2 },
    { ...field('cash', 'amount', 'Cash'), scale: 2 },
    { ...field('bonus', 'amount', 'Incentive'), scale: 2 },
    { ...field('frozen', 'amount', 'Freezing'), scale: 2 },
    field('deductMode', 'text', 'DeductMode'),
  ],
  // One transaction may be charged and given back under the same number.
  key: ['serial', 'transactionType', 'time'],
  marks: ['OperationTime'],
};

function samples(root: unknown): Iterable<JsonRecord> | null {
  const answer = response(root);
  const sets = arrayAt(answer, 'DetailSets');
  if (!sets || (sets.length > 0 && own(asObject(sets[0]), 'DetailPoints') === undefined)) return null;
  return points(sets, textAt(answer, 'Unit'));
}

function* points(sets: readonly unknown[], unit: string | null): Iterable<JsonRecord> {
  for (const [index, original] of sets.entries()) {
    const set = asObject(original);
    for (const [part, point] of (arrayAt(set, 'DetailPoints') ?? []).entries())
      yield { row: index + 1, part, cells: { ...scalars(set ?? {}), ...scalars(asObject(point) ?? {}), Unit: unit }, original: point };
  }
}

/** Answer of DescribeDosageDetailByDate: bandwidth or traffic by domain and time, behind 95th-percentile charges. */
export const tencentSamples: RegisterFormat = {
  ...base,
  id: 'tencent.api.usage-samples',
  title: 'Tencent Cloud usage details (API JSON)',
  titleZh: '腾讯云用量明细（API JSON）',
  register: 'usage-samples',
  records: samples,
  fields: [
    { ...field('time', 'instant', 'Time'), required: true },
    field('domain', 'text', 'Domain'),
    field('resourceId', 'text', 'InstanceID'),
    { ...field('value', 'amount', 'Value'), required: true },
    field('unit', 'text', 'Unit'),
  ],
  key: ['resourceId', 'domain', 'time'],
  marks: ['Value'],
};
