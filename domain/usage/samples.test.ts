import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare } from '../money/amount.ts';
import { D } from '../money/decimal.ts';
import { english } from '../words/said.ts';
import { merge, pointOf } from './merge.ts';
import { PEAK_METHOD_IDS, PEAK_METHODS } from './methods.ts';
import { peak95 } from './peak95.ts';
import { droppedOf, rank } from './rank.ts';
import { madeMonth, slotTime, termsOf } from './rig.ts';
import type { UsageSample } from './samples.ts';
import { bandwidthStep, toMegabits } from './units.ts';

const sample = (i: number, value: string, rest: Partial<UsageSample> = {}): UsageSample => ({
  time: slotTime('2024-04', i),
  value,
  unit: 'Mbps',
  direction: null,
  resource: 'bw-1',
  ...rest,
});
const options = { interval: 5, direction: null, base: '1000', unit: 'Mbps' } as const;
/** Figures with up to ten decimals, as bills and samples print them. */
const figure = fc
  .tuple(fc.bigInt(0n, 10n ** 6n), fc.bigInt(0n, 10n ** 10n - 1n))
  .map(([whole, rest]) => `${whole}.${rest.toString().padStart(10, '0')}`.replace(/\.?0+$/, ''));
const series = fc.array(figure, { minLength: 2, maxLength: 400 }).map((values) => values.map((value, i) => sample(i, value)));
const shuffled = (samples: UsageSample[]) => fc.shuffledSubarray(samples, { minLength: samples.length });

describe('whatever the samples', () => {
  it.each(PEAK_METHOD_IDS)('%s: the order of the file changes nothing', (method) => {
    const terms = termsOf({ method, committed: '5', price: '1.25' });
    fc.assert(
      fc.property(
        series.chain((s) => fc.tuple(fc.constant(s), shuffled(s))),
        ([given, other]) => {
          const [a, b] = [peak95(given, terms), peak95(other, terms)];
          expect(b).toEqual(a);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('the 95th percentile is one of the samples, and at most five in a hundred are above it', () => {
    fc.assert(
      fc.property(series, (samples) => {
        const { value, ranked } = peak95(samples, termsOf({ method: 'classic' }));
        if (ranked!.count === 0) return;
        const values = samples.map((s) => s.value!);
        expect(values).toContain(value);
        const above = values.filter((v) => compare(v, value) > 0).length;
        expect(above * 100).toBeLessThanOrEqual(samples.length * 5);
        expect(values.filter((v) => compare(v, value) >= 0).length * 100).toBeGreaterThan(samples.length * 5);
      }),
    );
  });

  it('samples of zero never raise a result', () => {
    fc.assert(
      fc.property(series, fc.integer({ min: 1, max: 200 }), fc.constantFrom(...PEAK_METHOD_IDS), (samples, count, method) => {
        // On the same day, after the others, so that days and gaps stay what they are.
        const day = samples.slice(0, 250);
        const more = Array.from({ length: Math.min(count, 288 - day.length) }, (_, i) => sample(day.length + i, '0'));
        const terms = termsOf({ method, committed: '0' });
        expect(compare(peak95([...day, ...more], terms).value, peak95(day, terms).value)).toBeLessThanOrEqual(0);
      }),
    );
  });

  it('no digit is lost: a percentile of ten decimals comes back as it is printed', () => {
    const samples = madeMonth('2024-04', 1).map((s) => ({ ...s, value: '123456.0123456789' }));
    expect(peak95(samples, termsOf({ method: 'classic' })).value).toBe('123456.0123456789');
  });
});

describe('what is ranked', () => {
  it('leaves out a share cut to a whole number', () => {
    const { drop } = PEAK_METHODS.classic;
    expect([0, 1, 19, 20, 39, 40, 8064, 8352, 8640, 8928].map((n) => droppedOf(drop, n))).toEqual([0, 0, 0, 1, 1, 2, 403, 417, 432, 446]);
  });
  it('takes the earlier of equal samples', () => {
    const points = ['2024-04-02T00:00:00', '2024-04-01T00:05:00', '2024-04-01T00:00:00'].map((time) => pointOf(time, new D(7)));
    expect(rank(points, { count: 0 }).chosen?.time).toBe('2024-04-01T00:00:00');
  });
});

describe('one point a time', () => {
  it('the larger direction counts, or the one that is asked for', () => {
    const both = [sample(0, '30', { direction: '入' }), sample(0, '40', { direction: '出' }), sample(1, '50', { direction: '入' })];
    expect(merge(both, options).points.map((p) => p.value)).toEqual(['40', '50']);
    expect(merge(both, { ...options, direction: '入' }).points.map((p) => p.value)).toEqual(['30', '50']);
    expect(merge(both, options).directions).toEqual(['入', '出']);
  });
  it('resources are added up, and times at which one is missing are told', () => {
    const two = [sample(0, '30'), sample(0, '40.5', { resource: 'bw-2' }), sample(1, '50')];
    expect(merge(two, options)).toMatchObject({ resources: 2, uneven: 1 });
    expect(merge(two, options).points.map((p) => p.value)).toEqual(['70.5', '50']);
  });
  it('of figures that stand there twice the larger counts, and both kinds are told', () => {
    const twice = [sample(0, '30'), sample(0, '30'), sample(1, '5'), sample(1, '6')];
    const merged = merge(twice, options);
    expect(merged).toMatchObject({ same: 1, differing: 1 });
    expect(merged.points.map((p) => p.value)).toEqual(['30', '6']);
    const outcome = peak95(twice, termsOf({ method: 'classic' }));
    expect(outcome.notices.map((n) => n.code)).toEqual(['repeated', 'differing', 'days-without', 'missing']);
  });
});

describe('samples that do not fit', () => {
  const classic = termsOf({ method: 'classic' });
  it('of several months want the month to be said', () => {
    const two = [...madeMonth('2024-04', 1), ...madeMonth('2024-05', 1)];
    expect(() => peak95(two, classic)).toThrow('The samples are of 2 months: 2024-04, 2024-05.');
    const outcome = peak95(two, { ...classic, period: '2024-05' });
    expect(outcome.period).toBe('2024-05');
    expect(english(outcome.notices[0]!.message)).toBe('Samples of other months, left out: 288.');
  });
  it('of another interval are refused', () => {
    const hourly = madeMonth('2024-04', 2).filter((_, i) => i % 12 === 0);
    for (const method of PEAK_METHOD_IDS)
      expect(() => peak95(hourly, termsOf({ method, committed: '1' }))).toThrow('The samples are 60 minutes apart');
  });
  it('of nothing are refused', () => {
    expect(() => peak95([], classic)).toThrow('There are no usage samples for this.');
    expect(() => peak95(madeMonth('2024-04', 1), { ...classic, period: '2024-05' })).toThrow('There are no usage samples for this.');
    expect(() => peak95(madeMonth('2024-04', 1), { ...classic, direction: '入' })).toThrow('There are no usage samples for this.');
  });
  it('in a unit that is no bandwidth are refused, and those without one are told', () => {
    expect(() => peak95([sample(0, '1', { unit: 'GB' })], classic)).toThrow('“GB” is not a unit of bandwidth.');
    const bare = madeMonth('2024-04', 1).map((s) => ({ ...s, unit: null }));
    expect(peak95(bare, classic).notices.map((n) => n.code)).toContain('no-unit');
  });
  it('below zero, or for more days than a month has, are refused', () => {
    expect(() => peak95(madeMonth('2024-04', 1), { ...classic, price: '-1' })).toThrow('A figure below zero makes no sense here: -1.');
    expect(() => peak95(madeMonth('2024-04', 1), { ...classic, days: '31' })).toThrow('31 days do not fit a month of 30 days.');
  });
});

describe('units of bandwidth', () => {
  it.each([
    ['bps', -2],
    ['bit/s', -2],
    ['Kbps', -1],
    ['Mbps', 0],
    ['Mbit/s', 0],
    ['Gbps', 1],
    ['Gbit/s', 1],
    ['ＭＢＰＳ', 0],
    ['兆比特/秒', 0],
    ['GB', null],
    ['MB/s', null],
    ['小时', null],
    ['', null],
  ])('%s', (unit, step) => expect(bandwidthStep(unit)).toBe(step));
  it('are counted by 1000 or 1024, cut to ten decimals', () => {
    expect(toMegabits('18000000000', 'bps', '1000')).toBe('18000');
    expect(toMegabits('1', 'Gbps', '1000')).toBe('1000');
    expect(toMegabits('1', 'Gbps', '1024')).toBe('1024');
    // 1 ÷ 1048576 = 0.00000095367431640625
    expect(toMegabits('1', 'bps', '1024')).toBe('0.0000009536');
    expect(toMegabits('1', 'GB', '1000')).toBeNull();
  });
});
