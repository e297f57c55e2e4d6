import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amount, compare, multiply } from '../money/amount.ts';
import { tierCharge, type TierPrices } from './tiers.ts';

// Tencent Cloud face recognition, detection: 0–3 million, 3–15 million, above.
const DETECTION: TierPrices = {
  mode: 'reached',
  boundary: 'lower',
  tiers: [
    { upTo: '3000000', price: '0.0005' },
    { upTo: '15000000', price: '0.0004' },
    { upTo: null, price: '0.0003' },
  ],
};
const GRADUATED: TierPrices = { ...DETECTION, mode: 'graduated' };

describe('the whole month at the price of the tier reached', () => {
  it.each([
    ['0', '0'],
    ['3000000', '1500'],
    ['3000001', '1200.0004'],
    ['15000000', '6000'],
    ['15000001', '4500.0003'],
  ])('%s images: %s', (quantity, charge) => expect(tierCharge(DETECTION, quantity).charge).toBe(charge));

  it('counts a quantity on the boundary to the upper tier where the table says so', () => {
    expect(tierCharge({ ...DETECTION, boundary: 'upper' }, '3000000').charge).toBe('1200');
    expect(tierCharge({ ...DETECTION, boundary: 'upper' }, '2999999').charge).toBe('1499.9995');
  });
});

describe('graduated', () => {
  it('prices each part by its own tier', () => {
    expect(tierCharge(GRADUATED, '16000000')).toMatchObject({ charge: '6600', price: null });
    expect(tierCharge(GRADUATED, '3000000')).toMatchObject({ charge: '1500', price: '0.0005' });
  });
  it('is the same on either side of a boundary, and never falls', () =>
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 40_000_000n }), (n) => {
        const [one, next] = [tierCharge(GRADUATED, amount(n)).charge, tierCharge(GRADUATED, amount(n + 1n)).charge];
        expect(compare(next, one)).toBe(1);
        expect(tierCharge({ ...GRADUATED, boundary: 'upper' }, amount(n)).charge).toBe(one);
        // In 10^-4: parts by whole numbers.
        const min = (a: bigint, b: bigint): bigint => (a < b ? a : b);
        const [a, b] = [min(n, 3_000_000n), min(n, 15_000_000n)];
        expect(multiply(one, '10000')).toBe(String(a * 5n + (b - a) * 4n + (n - b) * 3n));
      }),
    ));
});
