import { position } from '../share.ts';
import type { Output } from '../../../../services/contract/index.ts';
import type { ChartOption, ChartTable } from '../../../ui/index.ts';

export type Peak = Output<'usage/peak'>;
export interface ChartWords {
  samples: string;
  dailyPeaks: string;
  chosen: string;
  charged: string;
}

/** A time as charts take it: the vendor's clock, whatever the zone of the machine. */
export const clock = (time: string): string => time.replace('T', ' ');
const DAY_END = ' 23:59:59';
/** Days and hours as figures, the same in every language. */
const TIMES = { year: '{MM}-{dd}', month: '{MM}-{dd}', day: '{MM}-{dd}', hour: '{HH}:{mm}', minute: '{HH}:{mm}' };

/**
 * The samples of a month, the peak of each day, the chosen samples and the charged bandwidth as a line; a step for each day where
 * days are charged for themselves. Positions are approximate; the tables carry the exact figures.
 */
export function sampleChart({ result, points }: Peak, words: ChartWords): ChartOption {
  const first = points[0]?.time.slice(0, 10) ?? `${result.period}-01`;
  const last = points.at(-1)?.time.slice(0, 10) ?? first;
  const eachDay = result.chargedDays === null;
  const charged = eachDay
    ? result.days.flatMap(({ day, figure }) => [
        [day, position(figure)],
        [day + DAY_END, position(figure)],
      ])
    : [
        [first, position(result.value)],
        [last + DAY_END, position(result.value)],
      ];
  // One figure a day is the day's peak: dots alone would repeat the line.
  const daily = points.length === result.days.length;
  return {
    legend: {},
    xAxis: {
      type: 'time',
      min: first,
      max: last + DAY_END,
      axisLabel: { formatter: TIMES, hideOverlap: true, color: '--ink-dim', fontSize: 11 },
    },
    yAxis: { type: 'value', name: 'Mbit/s', nameTextStyle: { align: 'left' } },
    dataZoom: [{ type: 'inside', zoomOnMouseWheel: 'ctrl', moveOnMouseWheel: false }],
    tooltip: { trigger: 'axis', axisPointer: { type: 'line' } },
    series: [
      {
        type: 'line',
        name: words.samples,
        data: points.map(({ time, value }) => [clock(time), position(value)]),
        showSymbol: false,
        // Keeps the highest and the lowest of what one pixel holds.
        sampling: 'minmax',
        lineStyle: { width: 1 },
        color: '--series-1',
        animation: false,
      },
      ...(daily
        ? []
        : [
            {
              type: 'scatter' as const,
              name: words.dailyPeaks,
              data: result.days.map(({ time, peak }) => [clock(time), position(peak)]),
              symbolSize: 5,
              color: '--series-3',
            },
          ]),
      {
        type: 'line',
        name: words.charged,
        data: charged,
        showSymbol: false,
        lineStyle: { width: 1.5, type: 'dashed' },
        color: '--series-2',
        animation: false,
      },
      {
        type: 'scatter',
        name: words.chosen,
        data: result.chosen.map(({ time, value }) => [clock(time), position(value)]),
        symbol: 'diamond',
        symbolSize: result.chosen.length === 1 ? 14 : 9,
        color: '--series-2',
        z: 5,
      },
    ],
  };
}

/** The days of the chart as exact text. */
export const dayTable = (result: Peak['result'], columns: readonly string[]): ChartTable => ({
  columns,
  rows: result.days.map(({ day, samples, peak, time }) => [day, String(samples), peak, time.slice(11, 16)]),
});

export interface CutRow {
  rank: number;
  time: string;
  value: string;
  state: 'dropped' | 'chosen' | 'counted';
}

/** Ranked samples of a month around the cut: `beside` above the chosen one and as many below; empty where days are ranked. */
export function aroundCut({ result, points }: Peak, beside: number, compare: (a: string, b: string) => number): CutRow[] {
  if (result.dropped === null || result.ranked === null) return [];
  const valid = new Set(result.days.filter((day) => day.valid).map((day) => day.day));
  const sorted = points
    .filter(({ time }) => valid.has(time.slice(0, 10)))
    .sort((a, b) => compare(b.value, a.value) || (a.time < b.time ? -1 : 1));
  const cut = result.dropped;
  const from = Math.max(0, cut - beside);
  return sorted.slice(from, cut + beside + 1).map(({ time, value }, index) => ({
    rank: from + index + 1,
    time,
    value,
    state: from + index < cut ? 'dropped' : from + index === cut ? 'chosen' : 'counted',
  }));
}
