import type { RegisterFormat } from '../../format.ts';
import { incomeExpense, paymentHistory, vendorInvoices } from './money.ts';
import { orders, packages, renewals } from './subscriptions.ts';
import { coupons, packageDeductions, usageSamples } from './usage.ts';

/** Lists of Huawei Cloud's billing centre beside the bill. */
export const huaweiRegisters: readonly RegisterFormat[] = [
  paymentHistory,
  incomeExpense,
  vendorInvoices,
  orders,
  renewals,
  packages,
  packageDeductions,
  usageSamples,
  coupons,
];
