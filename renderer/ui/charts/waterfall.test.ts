import { describe, expect, it } from 'vitest';
import { waterfallBars, waterfallOption } from './waterfall.ts';

describe('waterfallBars', () => {
  it('hangs every change where the one before ended, exactly', () => {
    const bars = waterfallBars([
      { name: 'List', amount: '100.00000001', kind: 'total' },
      { name: 'Discount', amount: '-30.00000002', kind: 'change' },
      { name: 'Tax', amount: '5', kind: 'change' },
      { name: 'Total', amount: '74.99999999', kind: 'total' },
    ]);
    expect(bars.map(({ kind, from, to }) => [kind, from, to])).toEqual([
      ['total', '0', '100.00000001'],
      ['down', '69.99999999', '100.00000001'],
      ['up', '69.99999999', '74.99999999'],
      ['total', '0', '74.99999999'],
    ]);
  });

  it('draws a bar that crosses zero on both sides of it', () => {
    const option = waterfallOption(
      [
        { name: 'a', amount: '2', kind: 'total' },
        { name: 'b', amount: '-5', kind: 'change' },
      ],
      () => '',
    );
    const [clearAbove, above, clearBelow, below] = (option.series as { data: (number | { value: number })[] }[]).map((s) =>
      s.data.map((d) => (typeof d === 'number' ? d : d.value)),
    );
    expect(clearAbove).toEqual([0, 0]);
    expect(above).toEqual([2, 2]);
    expect(clearBelow?.map((n) => n + 0)).toEqual([0, 0]);
    expect(below?.map((n) => n + 0)).toEqual([0, -3]);
  });
});
