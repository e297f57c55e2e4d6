import { expect, it } from 'vitest';
import { rangeFilters, rangeOf } from './filter-range.ts';

it.each([
  [null, null],
  ['1', null],
  [null, '-0.0000000001'],
  ['1', '9.9999999999'],
  ['0', '0'],
] as const)('gives back the bounds %s to %s', (from, to) => {
  expect(rangeOf(rangeFilters('payable', from, to))).toEqual({ from, to });
});

it('is one condition where both bounds are one value', () => expect(rangeFilters('date', '2023-09-01', '2023-09-01')).toHaveLength(1));
it('has no bounds in a list of values, or where nothing is to be there', () => {
  expect(rangeOf([{ column: 'date', op: 'in', value: ['a', 'b'] }])).toEqual({ from: null, to: null });
  expect(rangeOf([{ column: 'date', op: 'missing', value: '' }])).toEqual({ from: null, to: null });
});
