import type { Identity } from '../../formats/format.ts';
import { formats } from '../../formats/index.ts';
import type { CheckRule } from '../check.ts';
import { huaweiDetailCash, huaweiDetailPayable } from './huawei-detail.ts';
import { huaweiPayments } from './huawei-payments.ts';
import { huaweiStatement } from './huawei-statement.ts';
import { identityCheck } from './identities.ts';
import { invoiceNet, invoiceTax } from './invoice.ts';
import { invoiceSettlement, paymentAllocation } from './settlement.ts';
import { tencentMonth } from './tencent.ts';
import { whtExpected } from './wht-expected.ts';
import { whtAllocations, whtWithheld } from './wht.ts';
import { zillizChecks } from './zilliz.ts';

/** The identities of all bill formats, each once: several formats share them. */
export const identities: readonly Identity[] = [...new Map(formats.flatMap((f) => f.identities).map((i) => [i.id, i])).values()];

/** Every check, in the order of the screen. A new one is one declaration and one entry here. */
export const checks: readonly CheckRule[] = [
  huaweiPayments,
  huaweiStatement,
  huaweiDetailPayable,
  huaweiDetailCash,
  ...identities.map(identityCheck),
  tencentMonth,
  ...zillizChecks,
  invoiceNet,
  invoiceTax,
  invoiceSettlement,
  paymentAllocation,
  whtAllocations,
  whtWithheld,
  whtExpected,
];
