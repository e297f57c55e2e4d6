import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { convertUsage } from './convert.ts';

/** Amounts with up to four decimals as whole numbers of 10^-4: arithmetic of its own beside decimal.js. */
const text = (n: bigint): string => {
  const digits = (n < 0n ? -n : n).toString().padStart(5, '0');
  return `${n < 0n ? '-' : ''}${digits.slice(0, -4)}.${digits.slice(-4)}`.replace(/\.?0+$/, '');
};
const cut = (value: bigint, ratio: bigint): string => {
  const tenths = (value * 10_000_000_000n) / ratio; // BigInt division cuts toward zero
  const digits = (tenths < 0n ? -tenths : tenths).toString().padStart(11, '0');
  return `${tenths < 0n ? '-' : ''}${`${digits.slice(0, -10)}.${digits.slice(-10)}`.replace(/\.?0+$/, '')}`;
};

describe('usage in the unit of pricing', () => {
  it('is cut, not rounded: the guide’s byte in gigabytes', () => expect(convertUsage('1', '1073741824')).toBe('0.0000000009'));
  it('turns seconds into hours', () => {
    expect(convertUsage('3600', '3600')).toBe('1');
    expect(convertUsage('10000', '3600')).toBe('2.7777777777');
    expect(convertUsage('-10000', '3600')).toBe('-2.7777777777');
  });
  it('refuses a ratio of zero or below', () => {
    expect(() => convertUsage('1', '0')).toThrow('A conversion ratio of 0 is not above zero.');
    expect(() => convertUsage('1', '-1024')).toThrow('not above zero');
  });
  it('agrees with whole-number division for any value and ratio', () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 19n), 10n ** 19n), fc.bigInt(1n, 10n ** 15n), (value, ratio) => {
        expect(convertUsage(text(value), text(ratio))).toBe(cut(value, ratio));
      }),
    );
  });
});
