import { monthsLater } from '../../../domain/allocation/term.ts';
import { two } from '../huawei/lines.ts';
import type { TencentRecord } from './lines.ts';

/** Beijing time without an offset, as the vendor prints it. */
export const startTime = (period: string, record: TencentRecord): string => `${period}-${two(record.day)} ${two(record.hour)}:00:00`;
/** The end of the hour; of what is paid ahead, the same time a month later. */
export const endTime = (period: string, record: TencentRecord): string =>
  record.action === 'prepay_purchase' || record.action === 'prepay_renew'
    ? `${monthsLater(`${period}-${two(record.day)}`, 1)} ${two(record.hour)}:00:00`
    : `${period}-${two(record.day)} ${two(record.hour)}:59:59`;
export const payTime = (period: string, record: TencentRecord): string => `${period}-${two(record.day)} ${two(record.hour + 1)}:12:22`;

/** A number as long as the vendor's, unique in the month. */
export const billId = (period: string, record: TencentRecord): string =>
  `${period.replace('-', '')}${two(record.day)}400000${String(record.number).padStart(9, '0')}`;
