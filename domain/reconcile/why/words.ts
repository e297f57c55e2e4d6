import type { MeasureName } from '../../formats/fields.ts';
import type { Bilingual } from '../../words/said.ts';
import type { Attribute } from './line.ts';

/** What the interface calls a line's attributes and figures. */
export const ATTRIBUTE_WORDS: Readonly<Record<Attribute, Bilingual>> = {
  period: { en: 'month', zh: '账期' },
  currency: { en: 'currency', zh: '币种' },
  order: { en: 'order', zh: '订单' },
  account: { en: 'account', zh: '账号' },
  resource: { en: 'resource', zh: '资源' },
  project: { en: 'enterprise project', zh: '企业项目' },
  productType: { en: 'product type', zh: '产品类型' },
  product: { en: 'product', zh: '产品' },
  region: { en: 'region', zh: '区域' },
  mode: { en: 'billing mode', zh: '计费模式' },
  billType: { en: 'bill type', zh: '账单类型' },
  date: { en: 'day', zh: '日期' },
  spec: { en: 'specification', zh: '规格' },
  usageType: { en: 'usage type', zh: '使用量类型' },
};

export const MEASURE_WORDS: Readonly<Record<MeasureName | 'usage' | 'unitPrice', Bilingual>> = {
  listPrice: { en: 'list price', zh: '官网价' },
  discount: { en: 'discount', zh: '优惠金额' },
  roundingOff: { en: 'rounding-off', zh: '抹零金额' },
  payable: { en: 'payable', zh: '应付金额' },
  cash: { en: 'cash', zh: '现金支付' },
  credit: { en: 'credit', zh: '信用额度支付' },
  coupon: { en: 'coupon', zh: '代金券' },
  flexiCoupon: { en: 'cash coupon', zh: '现金券' },
  storedCard: { en: 'stored-value card', zh: '储值卡' },
  bonus: { en: 'bonus', zh: '奖励金' },
  transfer: { en: 'transfer', zh: '分成金' },
  monthlySettled: { en: 'monthly-settled', zh: '月度结算' },
  outstanding: { en: 'outstanding', zh: '欠费金额' },
  writeOff: { en: 'write-off', zh: '核销金额' },
  tax: { en: 'tax', zh: '税金' },
  contractedCost: { en: 'contracted cost', zh: '合同成本' },
  effectiveCost: { en: 'effective cost', zh: '有效成本' },
  usage: { en: 'usage', zh: '使用量' },
  unitPrice: { en: 'unit price', zh: '单价' },
};
