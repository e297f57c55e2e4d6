import type { Field, Format } from '../format.ts';
import { normaliseHeader } from '../header.ts';
import { formats } from '../index.ts';
import { isAmountField } from '../profile.ts';
import type { ColumnDecision } from './decide.ts';

/** Names beside those that vendors print, in the words of other sheets. */
const MORE: Partial<Record<Field, readonly string[]>> = {
  period: [
    'month',
    'bill month',
    'billing month',
    'billing period',
    'invoice month',
    'usage month',
    '月份',
    '账单月份',
    '账单周期',
    '计费周期',
    '消费月份',
  ],
  date: [
    'day',
    'usage date',
    'charge date',
    'start date',
    'start time',
    'time',
    'timestamp',
    '时间',
    '计费时间',
    '扣费时间',
    '账单日期',
    '计费日期',
    '消费日期',
    '扣费日期',
    '开始时间',
    '创建时间',
  ],
  payable: [
    'amount',
    'cost',
    'total',
    'total cost',
    'charge',
    'charges',
    'net amount',
    'billed cost',
    'fee',
    'payable',
    'payable amount',
    '金额',
    '费用',
    '消费',
    '消费金额',
    '实付',
    '实付金额',
    '实付款',
    '应付',
    '总费用',
    '合计金额',
    '扣费金额',
    '账单金额',
  ],
  listPrice: [
    'gross amount',
    'list cost',
    'original price',
    'original amount',
    'before discount',
    '原价',
    '目录价',
    '折扣前金额',
    '刊例价',
  ],
  discount: ['discount', 'savings', 'rebate', '折扣', '优惠', '减免金额', '折扣金额'],
  tax: ['tax', 'vat', 'gst', 'tax amount', '税', '税额', '增值税'],
  coupon: ['coupon', 'voucher', 'vouchers', '代金券', '优惠券', '券抵扣'],
  cash: ['cash', 'paid', 'balance payment', '现金', '余额支付', '现金支付金额'],
  currency: ['currency code', 'curr', 'billing currency', '货币', '币别', '结算币种'],
  account: [
    'account id',
    'user',
    'user id',
    'owner',
    'customer',
    'sub account',
    'organization',
    '账户',
    '账号id',
    '用户',
    '用户id',
    '子账号',
  ],
  payingAccount: ['payer', 'payer account', '付款账号', '主账号'],
  enterpriseProject: ['project', 'project name', 'project id', 'cost center', 'department', '项目', '项目名称', '部门', '成本中心'],
  productType: ['service', 'service name', 'category', 'product category', '服务', '服务类型', '资源类型', '产品大类', '产品名称'],
  product: ['item', 'product name', 'sku', 'plan', '商品', '子产品', '计费项'],
  spec: ['specification', 'instance type', 'size', 'configuration', 'cu size', '配置', '规格', '实例规格', '机型'],
  billingMode: ['charge mode', 'charge type', 'billing type', 'billing method', '计费方式', '付费方式', '收费模式'],
  billType: ['transaction type', 'record type', 'type', '交易类型', '类型', '费用类型'],
  resourceId: ['instance id', 'cluster id', 'id', 'resource', '资源id', '实例id', '集群id', '资源编号'],
  resourceName: ['name', 'instance name', 'cluster', 'cluster name', '名称', '实例名称', '集群名称', '资源'],
  region: ['zone', 'location', 'region name', '地域', '区', '地区', '数据中心'],
  availabilityZone: ['az', '可用区'],
  usage: ['quantity', 'usage quantity', 'hours', 'consumption', '用量', '数量', '使用时长'],
  usageUnit: ['unit', 'uom', 'unit of measure', '单位', '计量单位'],
  unitPrice: ['price', 'rate', 'unit cost', '价格', '单价'],
  orderId: ['order id', 'order no', 'order number', '订单号', '订单编号', '订单id'],
  sourceKey: ['line id', 'record id', 'bill id', 'line item id', '流水号', '明细id', '账单编号', '记录id'],
  tags: ['tag', 'labels', '标签'],
};

/** Below this likeness a header suggests nothing. */
const ALIKE = 60;

interface Word {
  field: Field;
  name: string;
  pairs: ReadonlyMap<string, number>;
  size: number;
}
let vocabulary: Word[] | null = null;

/** Every name that a field has in any format, once. */
function words(): Word[] {
  if (vocabulary) return vocabulary;
  const votes = new Map<string, Map<Field, number>>();
  const vote = (header: string, field: Field, weight: number): void => {
    const name = strip(header);
    if (!votes.has(name)) votes.set(name, new Map());
    const of = votes.get(name)!;
    of.set(field, (of.get(field) ?? 0) + weight);
  };
  const context = { settlement: 'monthly', currency: 'USD' } as const;
  for (const format of formats.filter((f: Format) => f.shape === 'table'))
    for (const column of format.columns)
      for (const header of column.headers) vote(header, typeof column.field === 'function' ? column.field(context) : column.field, 1);
  for (const [field, names] of Object.entries(MORE)) for (const name of names) vote(name, field as Field, 3);
  return (vocabulary = [...votes].map(([name, of]) => {
    const [field] = [...of].reduce((a, b) => (b[1] > a[1] ? b : a));
    return { field, name, ...pairsOf(name) };
  }));
}

/** Headers without what varies between spellings: case, spaces, signs, a currency at the end. */
const strip = (header: string): string => normaliseHeader(header).name.replace(/[^\p{L}\p{N}]/gu, '');

function pairsOf(name: string): { pairs: Map<string, number>; size: number } {
  const pairs = new Map<string, number>();
  const characters = [...name];
  for (let i = 0; i + 1 < characters.length; i++) {
    const pair = characters[i]! + characters[i + 1]!;
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return { pairs, size: Math.max(0, characters.length - 1) };
}

/** 0–100: how alike two names are, by the pairs of neighbouring characters that they share (Dice's coefficient). */
function likeness(a: Word | { name: string; pairs: ReadonlyMap<string, number>; size: number }, b: Word): number {
  if (a.name === b.name) return 100;
  if (a.size === 0 || b.size === 0) return 0;
  let shared = 0;
  for (const [pair, count] of a.pairs) shared += Math.min(count, b.pairs.get(pair) ?? 0);
  return Math.floor((200 * shared) / (a.size + b.size)) - 1;
}

export interface Suggestion {
  field: Field;
  score: number;
}

/** Fields that a header may mean, the likeliest first. */
export function suggestFields(header: string): Suggestion[] {
  const name = strip(header);
  const own = { name, ...pairsOf(name) };
  const best = new Map<Field, number>();
  for (const word of words()) {
    const score = likeness(own, word);
    if (score >= ALIKE && score > (best.get(word.field) ?? 0)) best.set(word.field, score);
  }
  return [...best]
    .map(([field, score]) => ({ field, score }))
    .sort((a, b) => b.score - a.score)
    .slice(0, 5);
}

/**
 * One field, or null, for each column: the likeliest header gets the field, and only where the column's cells can be read
 * as it. Nothing is taken for sure: the user sees and changes it.
 */
export function suggestRoles(columns: readonly { header: string; decision: ColumnDecision }[]): (Field | null)[] {
  const wishes = columns.flatMap(({ header, decision }, at) =>
    suggestFields(header)
      .filter(({ field }) => fits(field, decision))
      .map((s) => ({ ...s, at })),
  );
  wishes.sort((a, b) => b.score - a.score || a.at - b.at);
  const roles: (Field | null)[] = columns.map(() => null);
  const taken = new Set<Field>();
  for (const { field, at } of wishes) {
    if (roles[at] !== null || taken.has(field)) continue;
    roles[at] = field;
    taken.add(field);
  }
  return roles;
}

/** Nine of ten cells must be readable: a total line or a remark may stand in between. */
function fits(field: Field, { filled, dates, decimal }: ColumnDecision): boolean {
  if (filled === 0) return true;
  if (field === 'period' || field === 'date') return dates.readable * 10 >= filled * 9;
  if (isAmountField(field)) return decimal.readable * 10 >= filled * 9;
  return true;
}
