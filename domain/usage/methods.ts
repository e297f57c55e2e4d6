import type { Bilingual } from '../words/said.ts';

export const PEAK_METHOD_IDS = ['classic', 'enhanced', 'minimum', 'daily-peak', 'monthly-average-daily-peak'] as const;
export type PeakMethodId = (typeof PEAK_METHOD_IDS)[number];

/**
 * How a month of bandwidth samples becomes the bandwidth that is charged: data, which the small functions of this folder follow.
 */
export interface PeakMethod {
  id: PeakMethodId;
  title: Bilingual;
  /** Minutes between two samples. */
  interval: number;
  /** What is ranked from the highest down: all samples of the month, or those of each day. */
  ranked: 'month' | 'day';
  /** The highest that do not count: a share of the ranked samples, cut to a whole number, or so many. */
  drop: { percent: string } | { count: number };
  /** What the figures of the days become; null where the month is ranked as a whole. */
  days: 'sum' | 'average' | null;
  /** Only the highest so many days are averaged; null: every valid day. */
  topDays: number | null;
  /** Whether a day without any traffic is left out. */
  validDaysOnly: boolean;
  /** Daily figures, their average and the guaranteed minimum are cut to whole Mbit/s. */
  wholeMegabits: boolean;
  /** Percent of the bought bandwidth that is charged at least, unless another is given; null: nothing is guaranteed. */
  minimum: { percent: string; needed: boolean } | null;
  /** Which part of the month is charged: its valid days, the days that samples tell of (samples ÷ samples a day), or each day for itself. */
  charged: 'valid-days' | 'present-days' | 'each-day';
  source: Bilingual;
}

/** Decimals of an average of daily peaks, cut like converted usage; the guides name none. */
export const AVERAGE_PLACES = 10;

const CDN: Bilingual = {
  en: 'Huawei Cloud CDN pricing, billing by 95th-percentile bandwidth and by average daily peak; billing guide 6.1.5, 7.2.7, 13.2.6',
  zh: '华为云 CDN 价格说明（月结95峰值带宽计费、日峰值月平均计费）；费用指南 6.1.5、7.2.7、13.2.6',
};

export const PEAK_METHODS: Readonly<Record<PeakMethodId, PeakMethod>> = {
  classic: {
    id: 'classic',
    title: { en: '95th percentile', zh: '传统95计费' },
    interval: 5,
    ranked: 'month',
    drop: { percent: '5' },
    days: null,
    topDays: null,
    validDaysOnly: true,
    wholeMegabits: false,
    minimum: null,
    charged: 'valid-days',
    source: CDN,
  },
  enhanced: {
    id: 'enhanced',
    title: { en: 'Enhanced 95th percentile', zh: '增强型95计费' },
    interval: 5,
    ranked: 'day',
    drop: { count: 4 },
    days: 'average',
    topDays: 5,
    validDaysOnly: false,
    wholeMegabits: true,
    minimum: { percent: '20', needed: false },
    charged: 'present-days',
    source: {
      en: 'Huawei Cloud EIP pricing, enhanced 95th-percentile bandwidth; days by samples ÷ 288: IEC FAQ on the same billing',
      zh: '华为云 EIP 价格说明“增强型95计费”；使用天数＝95点数量÷288 见 IEC 常见问题“增强型95计费”',
    },
  },
  minimum: {
    id: 'minimum',
    title: { en: 'Guaranteed-minimum 95th percentile', zh: '保底95计费' },
    interval: 5,
    ranked: 'month',
    drop: { percent: '5' },
    days: null,
    topDays: null,
    validDaysOnly: true,
    wholeMegabits: false,
    minimum: { percent: '100', needed: true },
    charged: 'present-days',
    source: {
      en: 'Billing guide 6.1.5 and 7.2.7 name the method; the guaranteed percentage is that of the contract (API field ratio_95peak_guar)',
      zh: '费用指南 6.1.5、7.2.7 列出该计费方式；保底百分比以合同为准（接口字段 ratio_95peak_guar）',
    },
  },
  'daily-peak': {
    id: 'daily-peak',
    title: { en: 'Daily peak', zh: '日峰值' },
    interval: 5,
    ranked: 'day',
    drop: { count: 0 },
    days: 'sum',
    topDays: null,
    validDaysOnly: true,
    wholeMegabits: false,
    minimum: null,
    charged: 'each-day',
    source: {
      en: 'Huawei Cloud CDN pricing, billing by peak bandwidth: the highest of 288 values a day; billing guide 7.2.9',
      zh: '华为云 CDN 价格说明“峰值带宽计费”：每日288个值取最大值；费用指南 7.2.9',
    },
  },
  'monthly-average-daily-peak': {
    id: 'monthly-average-daily-peak',
    title: { en: 'Monthly average of daily peaks', zh: '日峰值月平均' },
    interval: 5,
    ranked: 'day',
    drop: { count: 0 },
    days: 'average',
    topDays: null,
    validDaysOnly: true,
    wholeMegabits: false,
    minimum: null,
    charged: 'valid-days',
    source: CDN,
  },
};

/** Samples of a full day. */
export const samplesADay = (method: PeakMethod): number => 1440 / method.interval;
