import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Budget, smallestSubset } from './search.ts';

/** Every subset, looked at one after the other. */
function bruteForce(values: readonly bigint[], target: bigint): number | null {
  let least: number | null = null;
  for (let bits = 1; bits < 1 << values.length; bits++) {
    const places = [...values.keys()].filter((i) => bits & (1 << i));
    if (places.reduce((sum, i) => sum + values[i]!, 0n) === target && (least === null || places.length < least)) least = places.length;
  }
  return least;
}
const value = fc.bigInt({ min: -12n, max: 12n });

describe('smallestSubset', () => {
  it('finds a smallest set of a few values, or that there is none', () => {
    fc.assert(
      fc.property(fc.array(value, { maxLength: 9 }), fc.bigInt({ min: -30n, max: 30n }), (values, target) => {
        const found = smallestSubset(values, target, new Budget());
        // A zero by itself is a set that adds up to zero.
        expect(found?.length ?? null).toBe(bruteForce(values, target));
        if (found) {
          expect(found.reduce((sum, i) => sum + values[i]!, 0n)).toBe(target);
          expect(new Set(found).size).toBe(found.length);
          expect(found).toEqual(found.toSorted((a, b) => a - b));
        }
      }),
    );
  });

  it('finds up to four among many, whatever is hidden', () => {
    const many = fc.array(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), { minLength: 30, maxLength: 80 });
    fc.assert(
      fc.property(many, fc.nat(), fc.integer({ min: 1, max: 4 }), (values, seed, size) => {
        const hidden = Array.from({ length: size }, (_, i) => (seed + i * 7) % values.length);
        const target = [...new Set(hidden)].reduce((sum, i) => sum + values[i]!, 0n);
        const found = smallestSubset(values, target, new Budget());
        expect(found).not.toBeNull();
        expect(found!.length).toBeLessThanOrEqual(size);
        expect(found!.reduce((sum, i) => sum + values[i]!, 0n)).toBe(target);
      }),
      { numRuns: 40 },
    );
  });

  it('takes the set that comes first, and one that is accepted', () => {
    expect(smallestSubset([5n, 3n, 2n, 5n], 5n, new Budget())).toEqual([0]);
    expect(smallestSubset([5n, 3n, 2n, 5n], 5n, new Budget(), (places) => places[0] === 3)).toEqual([3]);
    expect(smallestSubset([5n, 3n, 2n], 5n, new Budget(), (places) => places.length > 1)).toEqual([1, 2]);
  });

  it('says when it gave up, and that it did not where there is nothing to be found', () => {
    const poor = new Budget(10);
    expect(
      smallestSubset(
        Array.from({ length: 23 }, () => 2n),
        7n,
        poor,
      ),
    ).toBeNull();
    expect(poor.spent).toBe(true);
    const enough = new Budget();
    expect(
      smallestSubset(
        Array.from({ length: 23 }, () => 2n),
        7n,
        enough,
      ),
    ).toBeNull();
    expect(enough.spent).toBe(false);
    const many = new Budget();
    expect(
      smallestSubset(
        Array.from({ length: 60 }, () => 2n),
        7n,
        many,
      ),
    ).toBeNull();
    expect(many.spent).toBe(true);
  });
});
