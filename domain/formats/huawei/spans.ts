import type { Delivery } from '../format.ts';
import { anyOf } from '../name-set.ts';
import type { View } from '../views.ts';

/** 统计周期 of bill details: each line (明细), by day (按天), by billing cycle (按账期). */
export type Span = 'line' | 'day' | 'cycle';

export const LINE_HEADERS = [
  '消费时间',
  '使用开始时间',
  '使用结束时间',
  '交易时间',
  'Consumption Time',
  'Expenditure Time',
  'Usage Start Time',
  'Usage End Time',
  'Transaction Time',
] as const;
export const DAY_HEADERS = ['日期', 'Date'] as const;

const hasLine = anyOf(LINE_HEADERS);
const hasDay = anyOf(DAY_HEADERS);

/** A line knows its time, a day its date, a cycle neither. (The guide's field table, a union of all, prints both.) */
export const spanOf = (names: ReadonlySet<string>): Span => (hasLine(names) ? 'line' : hasDay(names) ? 'day' : 'cycle');

/** The view of a file by `dimension` from its own headers; by usage and line by line is the detail itself. */
export function viewOf(dimension: 'usage' | 'resource' | 'product' | 'type' | 'account', names: ReadonlySet<string>): View {
  const span = spanOf(names);
  return dimension === 'usage' ? (span === 'line' ? 'detail' : `usage-${span}`) : `${dimension}-${span}`;
}

/** Sums of a cycle grow until it ends: the later file takes the place of the earlier one. Lines and days add. */
export const deliveryOf = (names: ReadonlySet<string>): Delivery => (spanOf(names) === 'cycle' ? 'replaces' : 'adds');
