import type { FormatContext, Identity } from '../format.ts';

/** Times are printed in Beijing time (the files carry “GMT+08:00”). */
export const UTC_OFFSET = 8;

/** Huawei Cloud bills in the contract's currency, USD or CNY; a book kept in another one converts, the bill does not. */
export const currency = ({ currency: book }: FormatContext): string => (book === 'CNY' || book === 'USD' ? book : 'USD');

/** 欠费金额 of the API is what a month-end settlement will collect for monthly-settled accounts, and arrears for the others. */
export const debtField = ({ settlement }: FormatContext): 'monthlySettled' | 'outstanding' =>
  settlement === 'monthly' ? 'monthlySettled' : 'outstanding';

export const listPriceIdentity: Identity = {
  id: 'huawei.list-price',
  title: 'List price = discount + rounding-off + payable',
  titleZh: '官网价 = 优惠金额 + 抹零金额 + 应付金额',
  left: 'listPrice',
  right: ['discount', 'roundingOff', 'payable'],
  source: 'Huawei Cloud billing guide 6.1.1 and 13.2 (官网价)',
};

/** One sum for both kinds of account: a file prints either 月度结算 or 欠费金额, and what it does not print is left out. */
export const payableIdentity: Identity = {
  id: 'huawei.payable',
  title: 'Payable = cash + credit + coupons + stored-value card + bonus + monthly-settled + outstanding + write-off',
  titleZh: '应付金额 = 现金支付 + 信用额度支付 + 代金券抵扣 + 现金券抵扣 + 储值卡抵扣 + 奖励金 + 月度结算 + 欠费金额 + 核销金额',
  left: 'payable',
  right: ['cash', 'credit', 'coupon', 'flexiCoupon', 'storedCard', 'bonus', 'monthlySettled', 'outstanding', 'writeOff'],
  source: 'Huawei Cloud billing guide 6.1.1 and 7.2.2.3 (应付金额); BSS API, amount and consume_amount',
};
