import { print8, printShort, type Units } from '../units.ts';
import { monthsLater } from '../../../domain/allocation/term.ts';
import type { SampleOptions } from '../options.ts';
import type { SampleColumn } from '../csv.ts';
import { ACCOUNTS, BILL_TYPE_EN } from './catalog.ts';
import { two, type HuaweiLine } from './lines.ts';

export const MISSING = '--';
export const money = (value: Units | null | undefined): string => (value === null || value === undefined ? MISSING : print8(value));
export const quantity = (value: Units | null): string => (value === null ? MISSING : printShort(value));

/** 2023-09-05 10:00:00 GMT+08:00 */
export const timeOf = (period: string, line: HuaweiLine, addHours = 0): string =>
  `${period}-${two(line.day)} ${two(line.hour + addHours)}:${two(line.minute)}:00 GMT+08:00`;

/** Where a subscription ends: at the end of the same day so many months on, as the guide shows it. */
const termEnd = (period: string, line: HuaweiLine, months: number): string =>
  `${monthsLater(`${period}-${two(line.day)}`, months)} 23:59:59 GMT+08:00`;

/** Columns that stand at the front of the detail bill and of the transaction statement. */
export function leadingColumns({ period, language }: SampleOptions): SampleColumn<HuaweiLine>[] {
  const start = (l: HuaweiLine): string => timeOf(period, l);
  const end = (l: HuaweiLine): string => (l.subscription ? start(l) : timeOf(period, l, 1));
  return [
    { zh: '账期', en: 'Billing Cycle', cell: () => period },
    { zh: '企业项目', en: 'Enterprise Project', cell: (l) => l.resource.project[language] },
    { zh: '企业项目ID', en: 'Enterprise Project ID', cell: (l) => l.resource.project.id || MISSING },
    { zh: '账号', en: 'Account Name', cell: (l) => l.resource.account },
    { zh: '交易账号', en: 'Transaction Account', cell: () => ACCOUNTS[0] },
    { zh: '产品类型编码', en: 'Product Type Code', cell: (l) => l.resource.item.typeCode },
    { zh: '产品类型', en: 'Product Type', cell: (l) => l.resource.item.type[language] },
    { zh: '产品编码', en: 'Product Code', cell: (l) => l.resource.item.productCode },
    { zh: '产品', en: 'Product', cell: (l) => l.resource.item.product[language] },
    { zh: '计费模式', en: 'Billing Mode', cell: (l) => billingMode(l, language) },
    { zh: '消费时间', en: 'Expenditure Time', cell: (l) => (l.subscription ? start(l) : `${start(l)}-${end(l)}`) },
    { zh: '使用开始时间', en: 'Usage Start Time', cell: start },
    { zh: '使用结束时间', en: 'Usage End Time', cell: (l) => (l.months === null ? end(l) : termEnd(period, l, l.months)) },
    { zh: '订单号/交易号', en: 'Order No./Transaction ID', cell: (l) => l.tradeId },
    { zh: '交易时间', en: 'Transaction Time', cell: end },
    {
      zh: '账单类型',
      en: 'Bill Type',
      cell: (l) => (language === 'zh' ? l.billType.text : (BILL_TYPE_EN[l.billType.code] ?? l.billType.code)),
    },
  ];
}

/** The money columns; monthly-settled accounts see 月度结算, the others 欠费金额. */
export function moneyColumns({ settlement }: SampleOptions): SampleColumn<HuaweiLine>[] {
  const column = (zh: string, en: string, measure: keyof HuaweiLine['money']): SampleColumn<HuaweiLine> => ({
    zh,
    en,
    money: true,
    cell: (l) => money(l.money[measure]),
  });
  return [
    column('官网价', 'List Price', 'listPrice'),
    column('优惠金额', 'Discounted Amount', 'discount'),
    column('抹零金额', 'Truncated Amount', 'roundingOff'),
    column('应付金额', 'Amount Due', 'payable'),
    column('现金支付', 'Cash Payment', 'cash'),
    column('信用额度支付', 'Credit Payment', 'credit'),
    column('代金券抵扣', 'Cash Coupon', 'coupon'),
    column('现金券抵扣', 'Flexi-Purchase Coupon', 'flexiCoupon'),
    column('储值卡抵扣', 'Stored Value Card', 'storedCard'),
    settlement === 'monthly'
      ? column('月度结算', 'Monthly Settlement', 'monthlySettled')
      : column('欠费金额', 'Outstanding Amount', 'outstanding'),
    column('已核销金额', 'Written-off Amount', 'writeOff'),
  ];
}

const billingMode = (line: HuaweiLine, language: 'zh' | 'en'): string =>
  line.subscription ? (language === 'zh' ? '包年/包月-月' : 'Yearly/Monthly-Month') : language === 'zh' ? '按需' : 'Pay-per-use';
