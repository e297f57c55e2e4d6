import type { Format, RegisterFormat } from '../format.ts';
import { qingcloudCharges } from './charges.ts';
import { qingcloudConsumption } from './consumption.ts';
import { qingcloudBalance, qingcloudLeases } from './registers.ts';
import { qingcloudSums } from './sums.ts';

/** Everything of QingCloud that is read. */
export const formats: readonly (Format | RegisterFormat)[] = [
  qingcloudCharges,
  qingcloudSums,
  qingcloudConsumption,
  qingcloudLeases,
  qingcloudBalance,
];
