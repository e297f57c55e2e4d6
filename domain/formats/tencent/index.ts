import type { Format, RegisterFormat } from '../format.ts';
import { tencentApiDetail } from './api-detail.ts';
import { tencentApiSummary } from './api-summary.ts';
import { tencentDetail } from './detail.ts';
import { tencentBillList, tencentSamples, tencentVouchers } from './registers.ts';
import { tencentApiResources, tencentResources } from './resources.ts';
import { tencentSummary } from './summary.ts';

export { refused } from './refused.ts';

/** Everything of Tencent Cloud that is read. */
export const formats: readonly (Format | RegisterFormat)[] = [
  tencentDetail,
  tencentResources,
  tencentSummary,
  tencentApiDetail,
  tencentApiResources,
  tencentApiSummary,
  tencentVouchers,
  tencentBillList,
  tencentSamples,
];
