import { monthInName } from '../file-name.ts';
import type { JsonRecord, RegisterField, RegisterFormat } from '../format.ts';
import { arrayAt, asObject, eachRecord, objectAt, own, scalars, textAt, type JsonObject } from '../json.ts';

const base = {
  kind: 'register',
  vendor: 'qingcloud',
  currency: () => 'CNY',
  utcOffset: 0,
  nameHint: monthInName,
} as const satisfies Partial<RegisterFormat>;
const field = (name: string, type: RegisterField['type'], ...headers: readonly string[]): RegisterField => ({ name, type, headers });

/** Answer of GetLeaseInfo: one lease with its contract; `renewal_time` is when it renews next. Prices are in yuan per `duration`. */
export const qingcloudLeases: RegisterFormat = {
  ...base,
  id: 'qingcloud.api.leases',
  title: 'QingCloud lease (API JSON)',
  titleZh: '青云资源租赁信息（API JSON）',
  register: 'renewals',
  records: (root) => {
    const lease = objectAt(asObject(root), 'lease_info');
    return lease && eachRecord([lease], (item) => ({ ...scalars(item), ...scalars(objectAt(item, 'contract') ?? {}, 'contract.') }));
  },
  fields: [
    { ...field('resourceId', 'text', 'resource_id'), required: true },
    field('region', 'text', 'zone_id'),
    field('status', 'text', 'status'),
    field('onExpiry', 'text', 'renewal'),
    field('opened', 'instant', 'lease_time'),
    { ...field('expires', 'instant', 'renewal_time'), required: true },
    field('contractId', 'text', 'contract.contract_id'),
    field('contractStart', 'instant', 'contract.start_time'),
    field('term', 'text', 'contract.duration'),
    field('amount', 'amount', 'contract.price'),
  ],
  key: ['resourceId', 'contractId'],
  marks: ['renewal_time'],
};

/** The balance, the bonus account and each coupon as a row; the shape of a coupon is not documented, so its texts are kept. */
function* balances(document: JsonObject): Iterable<JsonRecord> {
  const account = textAt(document, 'user_id');
  let row = 0;
  for (const kind of ['balance', 'bonus'] as const) {
    if (own(document, kind) === undefined) continue;
    row++;
    yield {
      row,
      part: 0,
      cells: { user_id: account, kind, id: kind, amount: textAt(document, kind) },
      original: { [kind]: own(document, kind) },
    };
  }
  for (const coupon of arrayAt(document, 'coupons') ?? []) {
    row++;
    const cells = scalars(asObject(coupon) ?? {});
    const id = cells['coupon_id'] ?? cells['id'] ?? null;
    yield {
      row,
      part: 0,
      cells: { ...cells, user_id: account, kind: 'coupon', id, amount: cells['balance'] ?? cells['amount'] ?? null },
      original: coupon,
    };
  }
}

/** Answer of GetBalance: what stands to the account's credit at the moment of asking. */
export const qingcloudBalance: RegisterFormat = {
  ...base,
  id: 'qingcloud.api.balance',
  title: 'QingCloud balance and coupons (API JSON)',
  titleZh: '青云账户余额与优惠券（API JSON）',
  register: 'coupons',
  records: (root) => {
    const document = asObject(root);
    return document && own(document, 'bonus') !== undefined && own(document, 'balance') !== undefined && arrayAt(document, 'coupons')
      ? balances(document)
      : null;
  },
  fields: [
    field('account', 'text', 'user_id'),
    { ...field('kind', 'text', 'kind'), required: true },
    field('couponId', 'text', 'id'),
    field('balance', 'amount', 'amount'),
  ],
  key: ['account', 'kind', 'couponId'],
  marks: ['kind'],
};
