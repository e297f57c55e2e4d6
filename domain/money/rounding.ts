import { amount, type Amount } from './amount.ts';
import { D } from './decimal.ts';

export type RoundingMode = 'half-up' | 'truncate';

/** A named way to round: the name is what a report prints, the source is where the rule is written. */
export interface RoundingPolicy {
  id: string;
  mode: RoundingMode;
  places: number;
  title: string;
  titleZh: string;
  source: string;
  sourceZh: string;
}

/** Decimals of a currency's smallest unit as billing pages print it: yen have none, the others two. */
export const currencyPlaces = (currency: string): number => (currency === 'JPY' ? 0 : 2);

/** Rounds half away from zero, or cuts toward zero. */
export function round(value: Amount, policy: Pick<RoundingPolicy, 'mode' | 'places'>): Amount {
  const mode = policy.mode === 'half-up' ? D.ROUND_HALF_UP : D.ROUND_DOWN;
  return amount(new D(value).toDecimalPlaces(policy.places, mode));
}

export const POLICIES = {
  monthTotal: {
    id: 'huawei.month-total.half-up-2',
    mode: 'half-up',
    places: 2,
    title: 'Monthly total rounded half-up to cents, once; lines keep eight decimals',
    titleZh: '月账单总计四舍五入到分，仅一次；明细保留八位小数',
    source: 'Huawei Cloud billing guide 7.2.2.2 (from 2021-06)',
    sourceZh: '华为云费用指南 7.2.2.2（2021-06 起）',
  },
  nonMonthlyCharge: {
    id: 'huawei.non-monthly.truncate-2',
    mode: 'truncate',
    places: 2,
    title: 'Accounts that are not settled monthly are charged cut to cents',
    titleZh: '非月结账号按截取到分的金额扣费',
    source: 'Huawei Cloud billing guide 13.2.8',
    sourceZh: '华为云费用指南 13.2.8',
  },
  nonMonthlySettlement: {
    id: 'huawei.non-monthly.per-settlement.truncate-2',
    mode: 'truncate',
    places: 2,
    title: 'Accounts that are not settled monthly are charged each hour, day or month of pay-per-use cut to cents',
    titleZh: '非月结账号按需产品逐个结算周期（小时、天或月）截取到分扣费',
    source: 'Huawei Cloud billing guide 13.2.3',
    sourceZh: '华为云费用指南 13.2.3',
  },
  perSettlement: {
    id: 'huawei.per-settlement.truncate-2',
    mode: 'truncate',
    places: 2,
    title: 'Before 2020-04 every hourly, daily or monthly settlement of pay-per-use was cut to cents',
    titleZh: '2020-04 之前按需计费逐笔结算（每小时、每天或每月）截取到分',
    source: 'Huawei Cloud billing guide 6.1.6, 7.1, 7.2.2.2',
    sourceZh: '华为云费用指南 6.1.6、7.1、7.2.2.2',
  },
  perSpecification: {
    id: 'huawei.per-specification.truncate-2',
    mode: 'truncate',
    places: 2,
    title: '2020-04 to 2021-05: pay-per-use and spot cut to cents at month end per specification and usage type, orders by order',
    titleZh: '2020-04 至 2021-05：按需与竞价月末按规格与使用量类型截取到分，包年/包月与预留实例按订单',
    source: 'Huawei Cloud billing guide 6.1.6, 7.1, 7.2.2.2',
    sourceZh: '华为云费用指南 6.1.6、7.1、7.2.2.2',
  },
  filesExact: {
    id: 'huawei.files.exact-8',
    mode: 'truncate',
    places: 8,
    title: 'Subscribed and exported bill files keep eight decimals; nothing is rounded',
    titleZh: '订阅的账单文件与导出的文件保留八位小数，不取整',
    source: 'Huawei Cloud billing guide 6.1.6, 7.2.2.2',
    sourceZh: '华为云费用指南 6.1.6、7.2.2.2',
  },
  currencyConversion: {
    id: 'conversion.half-up-2',
    mode: 'half-up',
    places: 2,
    title: 'Converted amounts are rounded half-up to cents (yen: whole)',
    titleZh: '折算金额四舍五入到分（日元取整）',
    source: 'Huawei Cloud billing guide 6.1.1',
    sourceZh: '华为云费用指南 6.1.1',
  },
  certificateConversion: {
    id: 'wht.conversion.half-up-2',
    mode: 'half-up',
    places: 2,
    title: 'The amount of a WHT certificate in the currency of payment is rounded half-up to two decimals',
    titleZh: '预扣税凭证金额折算为付款币种时四舍五入保留两位小数',
    source: 'Huawei Cloud billing guide 10.3',
    sourceZh: '华为云费用指南 10.3',
  },
  taxLine: {
    id: 'tax.half-up-2',
    mode: 'half-up',
    places: 2,
    title: 'A tax amount is rounded half-up to cents per document',
    titleZh: '每张单据的税额四舍五入到分',
    source: 'Tallybook DECISIONS: tax rounding',
    sourceZh: 'Tallybook DECISIONS：税额取整',
  },
  zillizUsage: {
    id: 'zilliz.usage.half-up-2',
    mode: 'half-up',
    places: 2,
    title: 'Ten-decimal daily costs of a month are rounded half-up to cents on the invoice',
    titleZh: '月内十位小数的每日费用在账单上四舍五入到分',
    source: 'Zilliz Cloud: understand your invoice',
    sourceZh: 'Zilliz Cloud：了解您的账单',
  },
} as const satisfies Record<string, RoundingPolicy>;
