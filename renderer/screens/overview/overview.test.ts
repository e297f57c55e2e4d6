import { describe, expect, it } from 'vitest';
import type { DueItem } from '../../../services/contract/invoice-acts.ts';
import type { Output } from '../../../services/contract/index.ts';
import { MEASURE_NAMES } from '../../../domain/formats/fields.ts';
import { pressing, toPay } from './due.ts';
import { spendOf } from './spend.ts';

const item = (id: string, part: Partial<DueItem>): DueItem => ({
  id,
  kind: 'pay',
  date: '2024-05-20',
  days: 10,
  group: 'month',
  amount: '108',
  currency: 'USD',
  assumed: false,
  number: id,
  vendor: 'huawei',
  entity: null,
  period: '2024-04',
  status: 'unpaid',
  ...part,
});

describe('what is due', () => {
  it('shows what follows an unpaid invoice only when it is near', () => {
    const list = [
      item('pay', {}),
      item('far', { kind: 'frozen', days: 8 }),
      item('near', { kind: 'frozen', days: 7 }),
      item('near bin', { kind: 'recycle', days: 7, number: 'near' }),
      item('reminders', { kind: 'dunning', days: 0 }),
      item('dispute', { kind: 'clear', date: null, days: null }),
    ];
    expect(pressing(list).map((i) => i.id)).toEqual(['pay', 'near', 'reminders', 'dispute']);
  });
  it('adds up per currency only', () =>
    expect(
      toPay([
        { group: 'overdue', currency: 'USD', amount: '10.5', count: 1 },
        { group: 'month', currency: 'CNY', amount: '7', count: 1 },
        { group: 'later', currency: 'USD', amount: '216', count: 2 },
      ]),
    ).toEqual([
      { currency: 'USD', amount: '226.5' },
      { currency: 'CNY', amount: '7' },
    ]));
});

describe('spend', () => {
  const sums = (payable: string | null, coupon: string | null) =>
    ({ ...Object.fromEntries(MEASURE_NAMES.map((m) => [m, null])), payable, coupon }) as Output<'bills/periods'>[number]['totals'][string];
  const month = (period: string, totals: Output<'bills/periods'>[number]['totals']): Output<'bills/periods'>[number] => ({
    period,
    vendors: ['huawei'],
    lines: 1,
    status: 'final',
    totals,
  });
  const periods = [month('2024-04', { USD: sums('110.005', '10'), CNY: sums('5', null) }), month('2024-03', { USD: sums('80', null) })];
  it('holds the month against the one before, rounded as the bill prints it', () =>
    expect(spendOf(periods, '2024-04')[0]).toEqual({
      currency: 'USD',
      now: '100.01',
      before: '80',
      change: { difference: '20.01', percent: '+25.0 %' },
    }));
  it('has no change where one of the months is missing', () =>
    expect(spendOf(periods, '2024-04')[1]).toEqual({ currency: 'CNY', now: '5', before: null, change: null }));
  it('shows what fell away', () =>
    expect(spendOf(periods, '2024-05')).toEqual([
      { currency: 'USD', now: null, before: '100.01', change: null },
      { currency: 'CNY', now: null, before: '5', change: null },
    ]));
});
