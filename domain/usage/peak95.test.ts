import { describe, expect, it } from 'vitest';
import { english } from '../words/said.ts';
import { peak95, type PeakOutcome, type PeakTerms } from './peak95.ts';
import { madeMonth, slotTime, termsOf } from './rig.ts';
import type { UsageSample } from './samples.ts';

/*
 * Expected figures: computed apart from this program with Python's fractions.Fraction, by sorting (value, time) pairs and
 * cutting with math.floor, over the same series (rig.ts: i × 7919 mod 10007 ÷ 10).
 */
const april = madeMonth('2024-04', 30);
/** Every 97th sample is missing, and 2 April had no traffic. */
const gappy = madeMonth('2024-04', 30, { skip: (i) => i % 97 === 0, zero: (i) => i >= 288 && i < 576 });
const of = (samples: readonly UsageSample[], given: Partial<PeakTerms> & Pick<PeakTerms, 'method'>): PeakOutcome =>
  peak95(samples, termsOf(given));
const told = (outcome: PeakOutcome): string[] => outcome.notices.map((notice) => english(notice.message));
const stepsOf = (outcome: PeakOutcome): string[] =>
  outcome.steps.map((s) => `${english(s.label)}: ${english(s.formula)} = ${s.value}${s.unit ? ` ${s.unit}` : ''}`);

describe('95th percentile', () => {
  it('leaves out 432 of the 8,640 samples of a month of 30 days and takes the 433rd', () => {
    const outcome = of(april, { method: 'classic', price: '31.5' });
    expect(outcome).toMatchObject({
      value: '950.6',
      measured: '950.6',
      minimum: null,
      validDays: 30,
      chargedDays: '30',
      charge: '29943.9',
    });
    expect(outcome.chosen.map((p) => p.time)).toEqual(['2024-04-03T08:20:00']);
    expect(outcome.ranked).toMatchObject({ count: 8640, dropped: 432 });
    expect(outcome.notices).toEqual([]);
    expect(stepsOf(outcome)).toEqual([
      'Samples: 288 a day × 30 days with samples − 0 missing = 8640',
      'Valid days: days with traffic, of 30 = 30',
      'Ranked samples: samples of the valid days that are there = 8640',
      'Left out: highest 5 % of 8640, cut to a whole number = 432',
      'Chosen sample: number 433 from the highest, at 2024-04-03 08:20 = 950.6 Mbit/s',
      'Charged days: valid days = 30',
      'Charge: 950.6 × 31.5 × 30 ÷ 30 = 29943.9',
    ]);
  });

  it('cuts 446.4 of 8,928 to 446: never more than five in a hundred are left out', () => {
    const outcome = of(madeMonth('2024-03', 31), { method: 'classic' });
    expect(outcome.ranked).toMatchObject({ count: 8928, dropped: 446 });
    expect(outcome.value).toBe('950.8');
    expect(outcome.chosen[0]!.time).toBe('2024-03-30T20:55:00');
  });

  it('counts valid days alone, and missing samples as the policy says', () => {
    const left = of(gappy, { method: 'classic', price: '31.5' });
    expect(left).toMatchObject({ value: '950.9', validDays: 29, charge: '28954.905' });
    expect(left.ranked).toMatchObject({ count: 8265, dropped: 413 });
    expect(told(left)).toEqual(['Samples missing on days that have some: 90. They are left out, so that fewer samples are ranked.']);
    const zero = of(gappy, { method: 'classic', missing: 'zero' });
    expect(zero.ranked).toMatchObject({ count: 8352, dropped: 417 });
    expect(zero.value).toBe('950.4');
    expect(zero.policy.missing).toBe('zero');
  });

  it('is zero, not a failure, in a month without traffic', () => {
    const silent = madeMonth('2024-04', 30, { zero: () => true });
    expect(of(silent, { method: 'classic', price: '10' })).toMatchObject({ value: '0', validDays: 0, chosen: [], charge: '0' });
  });
});

describe('enhanced 95th percentile', () => {
  it('averages the five highest of the fifth peaks of each day, in whole Mbit/s', () => {
    const outcome = of(april, { method: 'enhanced' });
    // Daily peaks 990, 988, 988, 987, 987: their average 988.0.
    expect(outcome.value).toBe('988');
    expect(
      outcome.days
        .filter((d) => d.counts)
        .map((d) => d.figure)
        .sort()
        .reverse(),
    ).toEqual(['990', '988', '988', '987', '987']);
    expect(told(outcome)).toEqual([
      'No bought bandwidth is given, so the guaranteed minimum of 20 % of it is not held against the result.',
    ]);
  });

  it('charges the guaranteed minimum where it is more: the guide’s 19,200 for 16 of 30 days', () => {
    // EIP pricing: 300 Mbit/s × 120 × 16 ÷ 30 = 19200; here the 300 come from 20 % of 1,500.
    const quiet = april.filter((s) => s.time < '2024-04-17').map((s) => ({ ...s, value: '12' }));
    const outcome = of(quiet, { method: 'enhanced', committed: '1500', price: '120' });
    expect(outcome).toMatchObject({ measured: '12', minimum: '300', value: '300', chargedDays: '16', charge: '19200' });
  });

  it('charges days by their samples: 8,550 of 288 a day are 29.6875 days', () => {
    const outcome = of(gappy, { method: 'enhanced', price: '120' });
    expect(outcome).toMatchObject({ value: '988', chargedDays: '29.6875', charge: '117325' });
    expect(of(gappy, { method: 'enhanced', price: '120', days: '30' }).charge).toBe('118560');
  });

  it('takes the last sample of a day that has fewer than five', () => {
    const few = ['9.9', '7.5', '8.8'].map((value, i) => ({ ...april[0]!, time: slotTime('2024-04', i), value }));
    expect(of(few, { method: 'enhanced' })).toMatchObject({ value: '7' });
  });
});

describe('guaranteed-minimum 95th percentile', () => {
  it('is the larger of the percentile and the bandwidth that was committed', () => {
    expect(of(april, { method: 'minimum', committed: '800' })).toMatchObject({ measured: '950.6', minimum: '800', value: '950.6' });
    expect(of(april, { method: 'minimum', committed: '1000' })).toMatchObject({ minimum: '1000', value: '1000' });
    expect(of(april, { method: 'minimum', committed: '1000', minimumPercent: '30' })).toMatchObject({ minimum: '300', value: '950.6' });
  });
  it('refuses to guess what was committed', () =>
    expect(() => of(april, { method: 'minimum' })).toThrow('This method charges a guaranteed minimum, and no bandwidth is given.'));
});

describe('daily peaks', () => {
  it('are charged day by day', () => {
    const outcome = of(april, { method: 'daily-peak', price: '0.5' });
    expect(outcome).toMatchObject({ value: '29964.3', charge: '14982.15', chargedDays: null });
    expect(outcome.days).toHaveLength(30);
    expect(outcome.chosen).toHaveLength(30);
  });
  it('are averaged over the valid days of a month, cut to ten decimals', () => {
    expect(of(april, { method: 'monthly-average-daily-peak' }).value).toBe('998.81');
    const outcome = of(gappy, { method: 'monthly-average-daily-peak' });
    // 28964.6 ÷ 29 = 998.77931034482758…
    expect(outcome).toMatchObject({ value: '998.7793103448', validDays: 29, chargedDays: '29' });
    expect(outcome.days.find((d) => d.day === '2024-04-02')).toMatchObject({ valid: false, counts: false });
  });
  it('may come as one figure a day', () => {
    const daily = ['120', '80', '0'].map((value, i) => ({ ...april[0]!, time: `2024-04-0${i + 1}T00:00:00`, value }));
    const outcome = of(daily, { method: 'monthly-average-daily-peak' });
    expect(outcome.value).toBe('100');
    expect(told(outcome)).toEqual([
      'The file has one figure a day; each is taken as the peak of its day.',
      'Days of the month without any sample: 27. They are not counted.',
    ]);
    expect(() => of(daily, { method: 'classic' })).toThrow('The samples are 1440 minutes apart; this method needs one every 5 minutes.');
  });
});
