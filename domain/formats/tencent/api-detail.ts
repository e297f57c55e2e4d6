import type { JsonFormat, JsonRecord } from '../format.ts';
import { arrayAt, asObject, objectAt, own, scalars, textAt } from '../json.ts';
import { tagsOf } from './api-tags.ts';
import { tencentAnswerName } from './names.ts';
import { discountDerived, payableIdentity, UTC_OFFSET } from './rules.ts';

/**
 * Answer of DescribeBillDetail: {Response: {DetailSet[]}}, also {DetailSet[]} and {code, data: {details[]}}, the envelope in
 * which the open-source multi-cloud manager BlueKing hands the same records on. DescribeCostDetail has the same shape but is a
 * cost allocation, not a bill: its records have neither PayTime nor BillMonth and are refused.
 */
function records(root: unknown): Iterable<JsonRecord> | null {
  const document = asObject(root);
  const plain = arrayAt(objectAt(document, 'Response') ?? document, 'DetailSet');
  const items = plain ?? arrayAt(objectAt(document, 'data'), 'details');
  if (!items) return null;
  if (items.length === 0) return plain ? [] : null;
  const first = asObject(items[0]);
  if (!arrayAt(first, 'ComponentSet') || (own(first, 'PayTime') === undefined && own(first, 'BillMonth') === undefined)) return null;
  return components(items);
}

/** One line per component: money stands in the components only. A record without any is one line that lacks its amount. */
function* components(items: readonly unknown[]): Iterable<JsonRecord> {
  let row = 0;
  for (const original of items) {
    row++;
    const item = asObject(original) ?? {};
    const shared = {
      ...scalars(item),
      BillMonth: textAt(item, 'BillMonth') ?? textAt(item, 'PayTime') ?? textAt(item, 'FeeBeginTime'),
      Tags: tagsOf(item),
    };
    const set = arrayAt(item, 'ComponentSet') ?? [];
    if (set.length === 0) yield { row, part: 0, cells: shared, original };
    for (const [part, component] of set.entries())
      yield { row, part, cells: { ...shared, ...scalars(asObject(component) ?? {}, 'ComponentSet.') }, original };
  }
}

export const tencentApiDetail: JsonFormat = {
  id: 'tencent.api.detail',
  vendor: 'tencent',
  title: 'Tencent Cloud bill details (API JSON)',
  titleZh: '腾讯云账单明细（API JSON）',
  kind: 'detail',
  shape: 'json',
  records,
  columns: [
    { field: 'period', type: 'period', required: true, headers: ['BillMonth'] },
    { field: 'date', type: 'date', headers: ['BillDay', 'PayTime', 'FeeBeginTime'] },
    { field: 'payingAccount', headers: ['PayerUin'] },
    { field: 'account', headers: ['OwnerUin'] },
    { field: 'enterpriseProject', headers: ['ProjectName'] },
    { field: 'productType', headers: ['BusinessCodeName', 'BusinessCode'] },
    { field: 'product', headers: ['ProductCodeName', 'ProductCode'] },
    { field: 'spec', headers: ['ComponentSet.ItemCodeName'] },
    { field: 'usageType', headers: ['ComponentSet.ComponentCodeName'] },
    { field: 'billingMode', headers: ['PayModeName'] },
    { field: 'billType', headers: ['ActionTypeName', 'ActionType'] },
    { field: 'orderId', headers: ['OrderId', 'BillId'] },
    { field: 'resourceId', headers: ['ResourceId'] },
    { field: 'resourceName', headers: ['ResourceName'] },
    { field: 'region', headers: ['RegionName'] },
    { field: 'availabilityZone', headers: ['ZoneName'] },
    { field: 'tags', headers: ['Tags'] },
    { field: 'unitPrice', type: 'amount', headers: ['ComponentSet.SinglePrice'] },
    { field: 'usage', type: 'amount', headers: ['ComponentSet.UsedAmount'] },
    { field: 'usageUnit', headers: ['ComponentSet.UsedAmountUnit'] },
    { field: 'listPrice', type: 'amount', headers: ['ComponentSet.Cost'] },
    { field: 'payable', type: 'amount', required: true, headers: ['ComponentSet.RealCost'] },
    { field: 'cash', type: 'amount', headers: ['ComponentSet.CashPayAmount'] },
    { field: 'bonus', type: 'amount', headers: ['ComponentSet.IncentivePayAmount'] },
    { field: 'coupon', type: 'amount', headers: ['ComponentSet.VoucherPayAmount'] },
    { field: 'transfer', type: 'amount', headers: ['ComponentSet.TransferPayAmount'] },
  ],
  identities: [payableIdentity],
  marks: ['ComponentSet.RealCost'],
  derive: [discountDerived],
  currency: () => 'CNY',
  utcOffset: UTC_OFFSET,
  nameHint: tencentAnswerName,
};
