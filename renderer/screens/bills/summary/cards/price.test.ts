import { describe, expect, it } from 'vitest';
import { MEASURE_NAMES } from '../../../../../domain/formats/fields.ts';
import type { Measures } from '../card.ts';
import { priceSteps } from './price.tsx';
import { keysOf } from './tags.tsx';

const measures = (given: Partial<Measures>): Measures => Object.fromEntries(MEASURE_NAMES.map((m) => [m, given[m] ?? null])) as Measures;
const steps = (given: Partial<Measures>): string[] => priceSteps(measures(given), (id) => id).map((s) => `${s.kind} ${s.name} ${s.amount}`);

describe('from the list price to the total', () => {
  it('takes each part off, exactly', () =>
    expect(
      steps({ listPrice: '10.315', discount: '1', roundingOff: '0.005', payable: '9.31', coupon: '0.3', flexiCoupon: '0.01' }),
    ).toEqual([
      'total listPrice 10.315',
      'change discount -1',
      'change roundingOff -0.005',
      'total payable 9.31',
      'change coupon -0.3',
      'change flexiCoupon -0.01',
      'total total 9',
    ]));
  it('has no step for what is missing or nothing', () =>
    expect(steps({ payable: '9', roundingOff: '0' })).toEqual(['total payable 9', 'total total 9']));
});

describe('keys of tags', () => {
  it('stand by how many lines have them', () =>
    expect(
      keysOf([
        { value: 'env:prod;team:red', lines: 3 },
        { value: 'team:blue', lines: 1 },
        { value: null, lines: 9 },
        { value: 'no colon', lines: 9 },
      ]),
    ).toEqual(['team', 'env']));
});
