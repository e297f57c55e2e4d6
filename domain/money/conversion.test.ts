import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { convert } from './conversion.ts';
import { eraOf, HUAWEI_ERAS } from './eras.ts';

/** Half away from zero at `places`, on whole numbers, so that the oracle shares no code. */
function oracle(units: bigint, rate: bigint, places: number): bigint {
  const scale = 10n ** BigInt(8 + 6 - places);
  const product = units * rate;
  const size = product < 0n ? -product : product;
  const rounded = (size * 2n + scale) / (scale * 2n);
  return product < 0n ? -rounded : rounded;
}
const print = (n: bigint, decimals: number): string => {
  const digits = (n < 0n ? -n : n).toString().padStart(decimals + 1, '0');
  return `${n < 0n ? '-' : ''}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
};
const minor = (text: string, places: number): bigint => {
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text)!;
  return BigInt(`${sign}${whole}${fraction.padEnd(places, '0')}`);
};

describe('conversion', () => {
  it('rounds half away from zero for any amount of eight and rate of six decimals', () =>
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }),
        fc.bigInt({ min: 1n, max: 10n ** 12n }),
        fc.constantFrom('EUR', 'JPY'),
        (units, rate, to) => {
          const places = to === 'JPY' ? 0 : 2;
          expect(minor(convert(print(units, 8), print(rate, 6), to).value, places)).toBe(oracle(units, rate, places));
        },
      ),
    ));

  it('names its policy and shows its step', () => {
    const { policy, step } = convert('2.87', '147.911', 'JPY');
    expect(policy).toMatchObject({ id: 'conversion.half-up-0', places: 0 });
    expect(step.params).toMatchObject({ amount: '2.87', rate: '147.911', exact: '424.50457', value: '425', currency: 'JPY' });
    expect(convert('2', '1.04', 'EUR').step.template).toBe('{amount} × {rate} = {value} {currency}');
  });
});

describe('rounding eras', () => {
  it.each(['monthly', 'non-monthly'] as const)('cover every month of a %s account once', (settlement) => {
    const months = Array.from({ length: 12 * 12 }, (_, i) => `${2015 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`);
    for (const month of months) {
      const fitting = HUAWEI_ERAS.filter(
        (era) => era.settlement === settlement && (era.from === null || month >= era.from) && (era.to === null || month <= era.to),
      );
      expect(fitting).toEqual([eraOf(month, settlement)]);
    }
  });
});
