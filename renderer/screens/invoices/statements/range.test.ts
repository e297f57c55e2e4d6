import { describe, expect, it } from 'vitest';
import { dayOf, rangeOf } from './range.ts';

describe('the range around a month', () => {
  it.each([
    ['2024-02', 'month', '2024-02-01', '2024-02-29'],
    ['2024-02', 'quarter', '2024-01-01', '2024-03-31'],
    ['2024-04', 'quarter', '2024-04-01', '2024-06-30'],
    ['2023-12', 'quarter', '2023-10-01', '2023-12-31'],
    ['2023-12', 'year', '2023-01-01', '2023-12-31'],
  ] as const)('%s by %s', (period, span, from, to) => expect(rangeOf(period, span)).toEqual({ from, to }));
});

it('reads days of an address, and nothing else', () => {
  expect(dayOf('2024-02-29')).toBe('2024-02-29');
  for (const text of [null, '', '2023-02-29', 'today']) expect(dayOf(text)).toBeNull();
});
