import type { Identity } from '../../formats/format.ts';
import { formats } from '../../formats/index.ts';
import type { CheckRule } from '../check.ts';
import { agreementGuaranteed } from './guaranteed.ts';
import { agreementQuota } from './quota.ts';
import { priceTiers } from './tiers.ts';
import { subAccounts } from './accounts.ts';
import { fileGrowth, fileParts } from './files.ts';
import { lineCurrency, linePeriods } from './places.ts';
import { couponBalance, couponMovements } from './coupons.ts';
import { creditRefund } from './credit.ts';
import { fxAmounts, fxInvoices } from './fx.ts';
import { huaweiDetailCash, huaweiDetailPayable } from './huawei-detail.ts';
import { huaweiMonthChecks } from './huawei-month.ts';
import { huaweiParts } from './huawei-parts.ts';
import { huaweiPayments } from './huawei-payments.ts';
import { huaweiStatement } from './huawei-statement.ts';
import { huaweiSummaryStatement } from './huawei-summary.ts';
import { identityCheck } from './identities.ts';
import { invoiceNet, invoiceTax } from './invoice.ts';
import { invoiceList } from './invoice-list.ts';
import { orderBill } from './orders.ts';
import { packageDeductions, packageQuota } from './packages.ts';
import { invoiceTwice, paymentTwice } from './papers-twice.ts';
import { paymentDue, paymentList } from './payment-list.ts';
import { priceDiscount, priceUnit, priceUsage } from './prices.ts';
import { qingcloudFee } from './qingcloud.ts';
import { refundOrder } from './refunds.ts';
import { invoiceSettlement, paymentAllocation } from './settlement.ts';
import { billTellings, statementLines } from './tellings.ts';
import { linesSign } from './signs.ts';
import { taxLines } from './tax-lines.ts';
import { tencentCost } from './tencent-cost.ts';
import { tencentMonth } from './tencent.ts';
import { whtExpected } from './wht-expected.ts';
import { whtAllocations, whtWithheld } from './wht.ts';
import { zillizDue } from './zilliz-due.ts';
import { zillizChecks } from './zilliz.ts';

/** The identities of all bill formats, each once: several formats share them. */
export const identities: readonly Identity[] = [...new Map(formats.flatMap((f) => f.identities).map((i) => [i.id, i])).values()];

/** Every check, in the order of the screen. A new one is one declaration and one entry here. */
export const checks: readonly CheckRule[] = [
  huaweiPayments,
  huaweiParts,
  huaweiStatement,
  huaweiSummaryStatement,
  huaweiDetailPayable,
  huaweiDetailCash,
  ...huaweiMonthChecks,
  statementLines,
  billTellings,
  subAccounts,
  fileParts,
  fileGrowth,
  linePeriods,
  lineCurrency,
  ...identities.map(identityCheck),
  linesSign,
  priceUsage,
  priceUnit,
  priceDiscount,
  priceTiers,
  agreementGuaranteed,
  agreementQuota,
  taxLines,
  orderBill,
  refundOrder,
  couponMovements,
  couponBalance,
  packageDeductions,
  packageQuota,
  fxAmounts,
  tencentMonth,
  tencentCost,
  ...zillizChecks,
  zillizDue,
  qingcloudFee,
  invoiceNet,
  invoiceTax,
  invoiceList,
  invoiceTwice,
  fxInvoices,
  creditRefund,
  invoiceSettlement,
  paymentAllocation,
  paymentList,
  paymentTwice,
  paymentDue,
  whtAllocations,
  whtWithheld,
  whtExpected,
];
