import type { Format } from '../formats/format.ts';
import type { PlainDate } from '../time/plain-date.ts';

/**
 * How a vendor's times become days. `lastDay`: `counts` — the day in which the term ends counts, unless it ends at midnight, which
 * is the end of the day before; `by-time` — it counts only where the term ends later in the day than it began, so that a term from
 * 10:00 to 10:00 a month later has the days of a month.
 */
export interface DayConvention {
  id: string;
  vendor: Format['vendor'];
  /** In force for terms that begin from `from` up to and with `to`; null is open. */
  from: PlainDate | null;
  to: PlainDate | null;
  /** The day in which the term begins counts in full. */
  firstDay: 'counts';
  lastDay: 'counts' | 'by-time';
  /** Hours east of UTC of the clock by which days and months are cut. */
  clock: number;
  /** Where an order's length is known and its end is not: the same day so many months on, which counts, or the day before it. */
  orderEnd: 'same-day' | 'day-before';
  /** Share of a month: its days of all days of the term. */
  months: 'calendar-days';
  source: string;
  sourceZh: string;
}

const shared = { from: null, to: null, firstDay: 'counts', months: 'calendar-days' } as const;

/** Conventions as data: a change by a vendor is a new entry with its first day, and the old one gets its last. */
export const CONVENTIONS: readonly DayConvention[] = [
  {
    ...shared,
    id: 'huawei.days.both-ends',
    vendor: 'huawei',
    lastDay: 'counts',
    clock: 8,
    orderEnd: 'same-day',
    source: 'Huawei Cloud international billing guide, section 3 (2022-08-19 to 2022-09-19 is 32 days; terms end at 23:59:59 GMT+08:00)',
    sourceZh: '华为云国际站费用指南第 3 章（2022-08-19 至 2022-09-19 共 32 天；23:59:59 GMT+08:00 到期）',
  },
  {
    ...shared,
    id: 'tencent.days.by-time',
    vendor: 'tencent',
    lastDay: 'by-time',
    clock: 8,
    orderEnd: 'day-before',
    source: 'Tallybook: the bill prints usage start and end to the second; no rule for days is published',
    sourceZh: 'Tallybook：账单的使用起止时间精确到秒；未公布按天规则',
  },
  {
    ...shared,
    id: 'qingcloud.days.by-time',
    vendor: 'qingcloud',
    lastDay: 'by-time',
    clock: 8,
    orderEnd: 'day-before',
    source: 'Tallybook: charge records print start and end to the second; no rule for days is published',
    sourceZh: 'Tallybook：消费记录的起止时间精确到秒；未公布按天规则',
  },
  {
    ...shared,
    id: 'zilliz.days.by-time',
    vendor: 'zilliz',
    lastDay: 'by-time',
    clock: 0,
    orderEnd: 'day-before',
    source: 'Zilliz Cloud: billing cycles are in UTC',
    sourceZh: 'Zilliz Cloud：计费周期采用 UTC',
  },
  {
    ...shared,
    id: 'focus.days.exclusive-end',
    vendor: 'other',
    lastDay: 'by-time',
    clock: 0,
    orderEnd: 'day-before',
    source: 'FOCUS 1.2: ChargePeriodEnd is exclusive',
    sourceZh: 'FOCUS 1.2：ChargePeriodEnd 不含在内',
  },
];

/** The convention of a vendor for a term that begins on that day. There is one for every vendor and day (conventions.test.ts). */
export function conventionOf(vendor: Format['vendor'], day: PlainDate): DayConvention {
  const found = CONVENTIONS.find((c) => c.vendor === vendor && (c.from === null || c.from <= day) && (c.to === null || day <= c.to));
  if (!found) throw new TypeError(`No day convention of ${vendor} on ${day}.`);
  return found;
}
