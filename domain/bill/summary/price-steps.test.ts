import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sum } from '../../money/amount.ts';
import { priceSteps } from './price-steps.ts';

const NONE = { listPrice: null, discount: null, roundingOff: null, payable: null, coupon: null, flexiCoupon: null };

describe('priceSteps', () => {
  it('takes lines without list price in as a step', () => {
    const sums = { ...NONE, listPrice: '42135.94', discount: '3183.22', payable: '41679.7', coupon: '2932.83' };
    expect(priceSteps(sums, '38746.87')).toEqual([
      { id: 'listPrice', amount: '42135.94', kind: 'total' },
      { id: 'discount', amount: '-3183.22', kind: 'change' },
      { id: 'unlisted', amount: '2726.98', kind: 'change' },
      { id: 'payable', amount: '41679.7', kind: 'total' },
      { id: 'coupon', amount: '-2932.83', kind: 'change' },
      { id: 'total', amount: '38746.87', kind: 'total' },
    ]);
  });

  it('takes each part off, and keeps refunds that the total leaves out apart', () => {
    const sums = { listPrice: '10.315', discount: '1', roundingOff: '0.005', payable: '9.31', coupon: '0.3', flexiCoupon: '0.01' };
    expect(priceSteps(sums, '11.5').map(({ id, amount }) => `${id} ${amount}`)).toEqual([
      'listPrice 10.315',
      'discount -1',
      'roundingOff -0.005',
      'payable 9.31',
      'coupon -0.3',
      'flexiCoupon -0.01',
      'refundsApart 2.5',
      'total 11.5',
    ]);
  });

  it('has no step for what is not told', () => {
    expect(priceSteps(NONE, null)).toEqual([]);
    expect(priceSteps({ ...NONE, payable: '5' }, '5').map((step) => step.id)).toEqual(['payable', 'total']);
  });

  it('adds up between totals, to the last digit', () => {
    const money = fc.option(
      fc.bigInt(-(10n ** 15n), 10n ** 15n).map((n) => `${n}`),
      { nil: null },
    );
    fc.assert(
      fc.property(money, money, money, money, money, money, (listPrice, discount, roundingOff, payable, coupon, total) => {
        const sums = { ...NONE, listPrice, discount, roundingOff, payable, coupon };
        const steps = priceSteps(sums, total);
        let level: string | null = null;
        for (const { amount, kind } of steps) {
          if (kind === 'total' && level !== null) expect(amount).toBe(level);
          level = kind === 'total' ? amount : sum([level, amount]);
        }
      }),
    );
  });
});
