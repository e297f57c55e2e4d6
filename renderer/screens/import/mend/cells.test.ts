import { describe, expect, it } from 'vitest';
import { inserted, joined, lengthOf, withCell } from './cells.ts';

describe('cells of a rejected row', () => {
  it('mends a delimiter too many and one too few', () => {
    expect(joined(['a', 'b', ' c', 'd'], 1, ',')).toEqual(['a', 'b, c', 'd']);
    expect(joined(['a', 'b'], 1, ',')).toEqual(['a', 'b,']);
    expect(inserted(['a', 'c'], 1)).toEqual(['a', '', 'c']);
  });

  it('changes one cell, also one that the row lacks', () => {
    expect(withCell(['a', 'b'], 0, 'x')).toEqual(['x', 'b']);
    expect(withCell(['a'], 3, 'x')).toEqual(['a', '', '', 'x']);
  });

  it('does not count empty cells beyond the header', () => {
    expect(lengthOf(['a', 'b', 'c', ''], 2)).toBe(3);
    expect(lengthOf(['a', 'b', '', ''], 2)).toBe(2);
    expect(lengthOf(['a'], 2)).toBe(1);
  });
});
