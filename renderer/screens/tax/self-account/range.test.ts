import { describe, expect, it } from 'vitest';
import { spanIs, spanOf, stepOf } from './range.ts';

describe('ranges', () => {
  it.each([
    ['2024-02', 'month', '2024-02-01', '2024-02-29'],
    ['2024-05', 'quarter', '2024-04-01', '2024-06-30'],
    ['2024-12', 'quarter', '2024-10-01', '2024-12-31'],
    ['2023-05', 'year', '2023-01-01', '2023-12-31'],
  ] as const)('%s by %s', (period, span, from, to) => {
    expect(spanOf(period, span)).toEqual({ from, to });
    expect(spanIs({ from, to })).toBe(span);
  });
  it('step on by their own length', () => {
    expect(stepOf({ from: '2024-10-01', to: '2024-12-31' }, 1)).toEqual({ from: '2025-01-01', to: '2025-03-31' });
    expect(stepOf({ from: '2024-03-01', to: '2024-03-31' }, -1)).toEqual({ from: '2024-02-01', to: '2024-02-29' });
    expect(stepOf({ from: '2024-03-05', to: '2024-03-31' }, 1)).toEqual({ from: '2024-03-05', to: '2024-03-31' });
  });
});
