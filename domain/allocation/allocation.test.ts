import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sum } from '../money/amount.ts';
import { daysBetween } from '../time/plain-date.ts';
import { partsOf, spread, standingIn, totalOf } from './allocate.ts';
import { apportion, apportionTable } from './apportion.ts';
import { CONVENTIONS, conventionOf } from './conventions.ts';
import { monthsOfLength } from './duration.ts';
import { natureOf } from './nature.ts';
import { PARTS } from './parts.ts';
import { printedTerm } from './printed-term.ts';
import { amountOf, unitsOf } from './scale.ts';
import { daysOf, monthsLater, monthsOf, type Term } from './term.ts';

const units = fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n });
const positive = fc.bigInt({ min: 0n, max: 10n ** 18n });
const weights = fc.array(fc.integer({ min: 1, max: 31 }).map(BigInt), { minLength: 1, maxLength: 40 });
const add = (values: readonly bigint[]): bigint => values.reduce((a, b) => a + b, 0n);

describe('apportionment by largest remainder', () => {
  it('gives left-over units to the largest remainders, ties to the earliest', () => {
    // 10 over 3 equal: 3.33… each, one unit left, the earliest of equals. 7 over 1:2:4: exactly.
    expect(apportion(10n, [1n, 1n, 1n])).toEqual([4n, 3n, 3n]);
    expect(apportion(7n, [1n, 2n, 4n])).toEqual([1n, 2n, 4n]);
    // 5 over 1:1:2: 1.25, 1.25, 2.5 — the half is largest.
    expect(apportion(5n, [1n, 1n, 2n])).toEqual([1n, 1n, 3n]);
    expect(apportion(-10n, [1n, 1n, 1n])).toEqual([-4n, -3n, -3n]);
    expect(apportion(3n, [0n, 1n])).toEqual([0n, 3n]);
    expect(() => apportion(1n, [0n])).toThrow(TypeError);
    expect(() => apportion(1n, [2n, -1n])).toThrow(TypeError);
  });

  it('adds up, keeps the sign, stays within one unit, follows the weights and mirrors', () =>
    fc.assert(
      fc.property(units, weights, (total, over) => {
        const shares = apportion(total, over);
        const all = add(over);
        expect(add(shares)).toBe(total);
        shares.forEach((share, i) => {
          expect(total < 0n ? share <= 0n : share >= 0n).toBe(true);
          const off = share * all - total * over[i]!;
          expect(off < all && off > -all).toBe(true);
          for (let k = 0; k < i; k++) {
            const [near, far] = [total < 0n ? -shares[k]! : shares[k]!, total < 0n ? -share : share];
            if (over[k]! > over[i]!) expect(near >= far).toBe(true);
            if (over[k]! < over[i]!) expect(near <= far).toBe(true);
            if (over[k]! === over[i]!) expect(near - far === 0n || near - far === 1n).toBe(true);
          }
        });
        expect(apportion(-total, over)).toEqual(shares.map((share) => -share));
      }),
    ));

  it('splits parts both ways exactly, and each row’s total is that of the parts together', () =>
    fc.assert(
      fc.property(fc.array(positive, { minLength: 1, maxLength: 6 }), weights, fc.boolean(), (sizes, over, refund) => {
        const parts = refund ? sizes.map((size) => -size) : sizes;
        const table = apportionTable(parts, over);
        parts.forEach((part, k) => expect(add(table.map((row) => row[k]!))).toBe(part));
        expect(table.map(add)).toEqual(apportion(add(parts), over));
        for (const cell of table.flat()) expect(refund ? cell <= 0n : cell >= 0n).toBe(true);
        expect(
          apportionTable(
            parts.map((part) => -part),
            over,
          ),
        ).toEqual(table.map((row) => row.map((cell) => -cell)));
      }),
    ));

  it('splits parts of both signs exactly', () =>
    fc.assert(
      fc.property(fc.array(units, { minLength: 1, maxLength: 6 }), weights, (parts, over) => {
        const table = apportionTable(parts, over);
        parts.forEach((part, k) => expect(add(table.map((row) => row[k]!))).toBe(part));
        expect(add(table.map(add))).toBe(add(parts));
      }),
    ));
});

const day = fc.integer({ min: 0, max: 3000 }).map((n) => new Date(Date.UTC(2019, 0, 1 + n)).toISOString().slice(0, 10));
const term = fc.tuple(day, day).map(([a, b]): Term => (a <= b ? { first: a, last: b } : { first: b, last: a }));
const paid = fc
  .tuple(positive, positive, positive, positive)
  .map(([cash, credit, coupon, untold]) => partsOf(cash + credit + coupon + untold, { cash, credit, coupon }));

describe('a prepaid amount over its term', () => {
  it('is the example of the guide: 110.00 USD, 2022-08-19 to 2022-09-19', () => {
    // Huawei Cloud international billing guide, unsubscription: 32 days in all, 14 used on 2022-09-02, 18 left; 110 × 14/32 = 48.125.
    const whole = printedTerm('huawei', '2022/08/19 10:12:30 GMT+08:00', '2022/09/19 23:59:59 GMT+08:00', 8)!;
    expect(whole).toEqual({ first: '2022-08-19', last: '2022-09-19' });
    expect(daysOf(whole)).toBe(32);
    const shares = spread(partsOf(unitsOf('110'), { cash: unitsOf('110') }), whole);
    // 110 × 13/32 and 110 × 19/32.
    expect(shares.map((s) => [s.period, s.days, amountOf(totalOf(s.parts))])).toEqual([
      ['2022-08', 13, '44.6875'],
      ['2022-09', 19, '65.3125'],
    ]);
    expect(daysBetween('2022-08-19', '2022-09-02')).toBe(14);
    expect(daysOf({ first: '2022-09-02', last: '2022-09-19' })).toBe(18);
  });

  it('rounds at the eighth decimal by name: 100 over 2023-01-01 to 2023-03-31', () => {
    const shares = spread(partsOf(unitsOf('100'), { cash: unitsOf('60'), coupon: unitsOf('40') }), {
      first: '2023-01-01',
      last: '2023-03-31',
    });
    // 3100/90 = 34.444…44|44, 2800/90 = 31.111…11|11, 34.444…44|44: cut sum 99.99999999, the unit left goes to January.
    expect(shares.map((s) => amountOf(totalOf(s.parts)))).toEqual(['34.44444445', '31.11111111', '34.44444444']);
    expect(sum(shares.map((s) => amountOf(s.parts[PARTS.indexOf('cash')]!)))).toBe('60');
    expect(sum(shares.map((s) => amountOf(s.parts[PARTS.indexOf('coupon')]!)))).toBe('40');
  });

  it('keeps more than eight decimals where the bill has them', () => {
    const shares = spread(partsOf(1n, {}), { first: '2023-01-01', last: '2023-02-28' });
    expect(shares.map((s) => totalOf(s.parts))).toEqual([1n, 0n]);
  });

  it('adds up over months and parts; opening + month + remaining is the whole in every month', () =>
    fc.assert(
      fc.property(paid, term, (parts, over) => {
        const shares = spread(parts, over);
        expect(shares.reduce((days, share) => days + share.days, 0)).toBe(daysOf(over));
        parts.forEach((part, k) => expect(add(shares.map((share) => share.parts[k]!))).toBe(part));
        let before = 0n;
        for (const { period } of [{ period: '2018-12' }, ...shares, { period: '2040-01' }]) {
          const { opening, month, remaining } = standingIn(shares, period);
          parts.forEach((part, k) => expect(opening[k]! + month[k]! + remaining[k]!).toBe(part));
          // What is allocated only grows.
          expect(totalOf(opening) >= before).toBe(true);
          before = totalOf(opening);
        }
        expect(before).toBe(totalOf(parts));
      }),
      { numRuns: 60 },
    ));

  it('is cancelled month by month by a refund of the whole on its first day', () =>
    fc.assert(
      fc.property(paid, term, (parts, over) => {
        const charge = spread(parts, over);
        const refund = spread(
          parts.map((part) => -part),
          over,
        );
        charge.forEach((share, i) => share.parts.forEach((part, k) => expect(part + refund[i]!.parts[k]!).toBe(0n)));
      }),
      { numRuns: 60 },
    ));
});

describe('terms', () => {
  it('have their months by calendar days', () => {
    expect(monthsOf({ first: '2023-12-31', last: '2024-03-01' })).toEqual([
      { period: '2023-12', days: 1 },
      { period: '2024-01', days: 31 },
      { period: '2024-02', days: 29 },
      { period: '2024-03', days: 1 },
    ]);
    expect(monthsOf({ first: '2024-02-10', last: '2024-02-10' })).toEqual([{ period: '2024-02', days: 1 }]);
  });

  it.each([
    // Guide: resource packages from 2019/07/1 00:00:00 to 2020/07/1 00:00:00: the last day is June 30.
    ['huawei', '2019/07/1 00:00:00', '2020/07/1 00:00:00', '2019-07-01', '2020-06-30'],
    // UTC of the interface is Beijing's next day.
    ['huawei', '2023-10-31T16:00:00Z', '2023-11-30T15:59:59Z', '2023-11-01', '2023-11-30'],
    ['tencent', '2023-01-10 12:34:56', '2023-02-10 12:34:56', '2023-01-10', '2023-02-09'],
    ['tencent', '2023-01-10 00:00:00', '2023-02-09 23:59:59', '2023-01-10', '2023-02-09'],
    ['other', '2025-01-01T00:00:00Z', '2026-01-01T00:00:00Z', '2025-01-01', '2025-12-31'],
    ['huawei', '2023-05-01', '2023-05-31', '2023-05-01', '2023-05-31'],
  ] as const)('%s: %s to %s', (vendor, start, end, first, last) => expect(printedTerm(vendor, start, end, 8)).toEqual({ first, last }));

  it('are not read out of a moment, a reversed span, an endless one or a text', () => {
    for (const [start, end] of [
      ['2023-05-01 10:00:00', '2023-05-01 10:00:00'],
      ['2023-05-02 10:00:00', '2023-05-01 10:00:00'],
      ['2003-05-02', '2023-05-01'],
      ['--', '2023-05-01'],
      [null, '2023-05-01'],
    ] as const)
      expect(printedTerm('huawei', start, end, 8)).toBeNull();
  });

  it('of a known length end by the convention; months have their last day', () => {
    expect(monthsLater('2023-01-31', 1)).toBe('2023-02-28');
    expect(monthsLater('2021-08-15', 3)).toBe('2021-11-15');
    expect([
      monthsOfLength('1年'),
      monthsOfLength('3 个月'),
      monthsOfLength('12', 'month'),
      monthsOfLength('2', '年'),
      monthsOfLength('7天'),
    ]).toEqual([12, 3, 12, 24, null]);
  });

  it('have a convention for every vendor and every day', () => {
    for (const vendor of ['huawei', 'tencent', 'qingcloud', 'zilliz', 'other'] as const)
      for (const on of ['1999-01-01', '2024-02-29', '2099-12-31']) expect(conventionOf(vendor, on).vendor).toBe(vendor);
    expect(new Set(CONVENTIONS.map((c) => c.id)).size).toBe(CONVENTIONS.length);
  });
});

describe('the nature of a line', () => {
  it.each([
    ['huawei', '包年/包月-月', '消费-新购', 'term'],
    ['huawei', '包年/包月', '消费-税金', 'term'],
    ['huawei', '包年/包月', '消费-变更', 'rest'],
    ['huawei', '包年/包月', '退款-退订', 'rest'],
    ['huawei', '包年/包月', '消费-退订手续费增收', 'own-month'],
    ['huawei', '包年/包月', '调账-补偿', 'own-month'],
    ['huawei', '预留实例', '消费-新购', 'term'],
    ['huawei', '预留实例', '消费-按时计费', 'own-month'],
    ['huawei', '按需', '消费-使用', 'own-month'],
    ['huawei', 'Yearly/Monthly-Month', 'Refund-Unsubscription', 'rest'],
    ['huawei', null, '消费-新购', 'own-month'],
    ['tencent', '包年包月', '包年包月续费', 'term'],
    ['tencent', 'Monthly subscription', 'Monthly subscription refund', 'rest'],
    ['tencent', '按量计费', '按量计费小时结', 'own-month'],
    ['other', 'One-Time', 'Purchase', 'term'],
    ['other', 'One-Time', 'Credit', 'own-month'],
    ['other', 'Usage-Based', 'Usage', 'own-month'],
  ] as const)('%s, %s, %s: %s', (vendor, mode, type, nature) => expect(natureOf(vendor, mode, type)).toBe(nature));
});
