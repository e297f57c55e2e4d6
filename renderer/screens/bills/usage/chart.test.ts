import { describe, expect, it } from 'vitest';
import { compare } from '../../../../domain/money/amount.ts';
import { aroundCut, dayTable, sampleChart, type Peak } from './chart.ts';

const WORDS = { samples: 'Samples', dailyPeaks: 'Daily peaks', chosen: 'Chosen sample', charged: 'Charged bandwidth' };
/** Forty samples of one day, falling from 40 to 1, and a silent day: two are left out, and the third, 38, is chosen. */
const points = [
  ...Array.from({ length: 40 }, (_, i) => ({
    time: `2024-04-01T${String(Math.floor(i / 12)).padStart(2, '0')}:${String((i % 12) * 5).padStart(2, '0')}:00`,
    value: String(40 - i),
  })),
  { time: '2024-04-02T00:00:00', value: '0' },
];
const day = (date: string, value: string, valid: boolean): Peak['result']['days'][number] => ({
  day: date,
  samples: valid ? 40 : 1,
  missing: 0,
  valid,
  time: `${date}T00:00:00`,
  peak: value,
  figure: value,
  counts: valid,
});
const peak = {
  points,
  result: {
    period: '2024-04',
    value: '38',
    chargedDays: '1',
    ranked: 40,
    dropped: 2,
    chosen: [{ time: '2024-04-01T00:10:00', value: '38' }],
    days: [day('2024-04-01', '40', true), day('2024-04-02', '0', false)],
  },
} as unknown as Peak;

describe('the picture of a month of samples', () => {
  it('has the samples, a dot for each day, a line at the charged bandwidth, and the chosen sample', () => {
    const { series } = sampleChart(peak, WORDS) as { series: { name: string; data: [string, number][] }[] };
    expect(series.map(({ name, data }) => [name, data.length])).toEqual([
      ['Samples', 41],
      ['Daily peaks', 2],
      ['Charged bandwidth', 2],
      ['Chosen sample', 1],
    ]);
    expect(series[2]!.data).toEqual([
      ['2024-04-01', 38],
      ['2024-04-02 23:59:59', 38],
    ]);
    expect(series[3]!.data).toEqual([['2024-04-01 00:10:00', 38]]);
  });
  it('has a step for each day where days are charged for themselves', () => {
    const eachDay = { ...peak, result: { ...peak.result, chargedDays: null } };
    const { series } = sampleChart(eachDay, WORDS) as { series: { data: unknown[] }[] };
    expect(series[2]!.data).toEqual([
      ['2024-04-01', 40],
      ['2024-04-01 23:59:59', 40],
      ['2024-04-02', 0],
      ['2024-04-02 23:59:59', 0],
    ]);
  });
  it('has the days behind it as exact text', () =>
    expect(dayTable(peak.result, ['Day', 'Samples', 'Peak', 'At']).rows).toEqual([
      ['2024-04-01', '40', '40', '00:00'],
      ['2024-04-02', '1', '0', '00:00'],
    ]));
});

describe('samples around the cut', () => {
  it('are the last that were left out, the chosen one and the next, without days that do not count', () =>
    expect(aroundCut(peak, 1, compare)).toEqual([
      { rank: 2, time: '2024-04-01T00:05:00', value: '39', state: 'dropped' },
      { rank: 3, time: '2024-04-01T00:10:00', value: '38', state: 'chosen' },
      { rank: 4, time: '2024-04-01T00:15:00', value: '37', state: 'counted' },
    ]));
  it('are none where days are ranked', () =>
    expect(aroundCut({ ...peak, result: { ...peak.result, ranked: null, dropped: null } }, 8, compare)).toEqual([]));
});
