import type { Format, RegisterFormat } from '../format.ts';
import { huaweiExpenditures, huaweiSpending } from './bucket.ts';
import { huaweiDetail } from './detail.ts';
import { huaweiFeeRecords } from './fee-records.ts';
import { huaweiByAccount, huaweiByProduct, huaweiByType, huaweiSummary } from './groups.ts';
import { huaweiMonthlySum } from './monthly-sum.ts';
import { huaweiRegisters } from './registers/index.ts';
import { huaweiResourceRecords } from './resource-records.ts';
import { huaweiSettleRecords } from './settle-records.ts';
import { huaweiStatement } from './statement.ts';
import { huaweiItemOverview, huaweiTransactions } from './transactions.ts';

/** Everything of Huawei Cloud that is read. */
export const formats: readonly (Format | RegisterFormat)[] = [
  huaweiDetail,
  huaweiByProduct,
  huaweiByType,
  huaweiByAccount,
  huaweiStatement,
  huaweiSummary,
  huaweiExpenditures,
  huaweiSpending,
  huaweiTransactions,
  huaweiItemOverview,
  huaweiFeeRecords,
  huaweiResourceRecords,
  huaweiMonthlySum,
  huaweiSettleRecords,
  ...huaweiRegisters,
];
