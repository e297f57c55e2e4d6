import type { Column, Identity } from '../format.ts';

/** Files print Beijing time without an offset. */
export const UTC_OFFSET = 8;

export const payableIdentity: Identity = {
  id: 'tencent.payable',
  title: 'Total after discount = cash + bonus + voucher + transfer',
  titleZh: '优惠后总价 = 现金账户支出 + 赠送账户支出 + 代金券支出 + 分成金账户支出',
  left: 'payable',
  right: ['cash', 'bonus', 'coupon', 'transfer'],
  source:
    'Tencent Cloud billing API 2018-07-09, BillDetailComponent (RealCost); international bill: amount before tax = total after discount − voucher',
};

/** The vendor prints a rate, not the amount. Reserved-instance and savings-plan deductions are part of it. */
export const discountDerived = { field: 'discount', from: 'listPrice', minus: ['payable'] } as const;

/** Headers of the customer's own tags, of the China and the international site. */
export const TAG_PREFIX = ['标签键:', 'tag_key:'] as const;

/** Two billing months of one row: where they differ, the file is by billing cycle. */
export const BASIS_FROM = { month: ['账单归属月', 'Bill Month'], deduction: ['扣费时间', 'Transaction Time'] } as const;

/** Money of the resource bill and of the summaries, files and interface alike; two decimals in files. */
export const totals: readonly Column[] = [
  { field: 'listPrice', type: 'amount', headers: ['原价', '组件原价', 'Original Cost', 'TotalCost'] },
  {
    field: 'payable',
    type: 'amount',
    required: true,
    headers: ['优惠后总价', 'Total Amount After Discount (Excluding Tax)', 'RealTotalCost'],
  },
  { field: 'coupon', type: 'amount', headers: ['优惠券支出', '代金券支出', 'Voucher Deduction', 'VoucherPayAmount'] },
  { field: 'bonus', type: 'amount', headers: ['赠送账户支出', '赠送金支出', 'IncentivePayAmount'] },
  { field: 'transfer', type: 'amount', headers: ['分成金账户支出', '分成账户支出', '分成金支出', 'TransferPayAmount'] },
  { field: 'cash', type: 'amount', headers: ['现金账户支出', '现金支出', 'Amount Before Tax', 'CashPayAmount'] },
  { field: 'tax', type: 'amount', headers: ['税金', 'Tax Amount'] },
  { field: 'currency', headers: ['币种', 'Currency'] },
];
