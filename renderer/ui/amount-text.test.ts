import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountParts, amountText, grouped, minorPlaces, widestFraction } from './amount-text.ts';

describe('amountParts', () => {
  it.each([
    ['1204.31', { negative: false, zero: false, integer: '1,204', fraction: '31', fill: '' }],
    ['-1234567.5', { negative: true, zero: false, integer: '1,234,567', fraction: '5', fill: '0' }],
    ['0', { negative: false, zero: true, integer: '0', fraction: '', fill: '00' }],
    ['0.0000000001', { negative: false, zero: false, integer: '0', fraction: '0000000001', fill: '' }],
    ['12.3400', { negative: false, zero: false, integer: '12', fraction: '34', fill: '' }],
    ['9007199254740993.1', { negative: false, zero: false, integer: '9,007,199,254,740,993', fraction: '1', fill: '0' }],
  ])('%s', (text, parts) => expect(amountParts(text)).toEqual(parts));

  it('refuses what is no amount', () => {
    for (const text of ['', '1e5', '1,000', 'NaN', '+1', '.5']) expect(amountParts(text)).toBeNull();
  });

  it('loses no digit of any amount', () => {
    const digits = fc.tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 16n }), fc.bigInt({ min: 0n, max: 10n ** 10n - 1n }));
    fc.assert(
      fc.property(digits, ([minus, whole, part]) => {
        const text = `${minus ? '-' : ''}${whole}.${part.toString().padStart(10, '0')}`;
        const parts = amountParts(text);
        const back = `${parts?.negative ? '-' : ''}${parts?.integer.replaceAll(',', '')}.${parts?.fraction.padEnd(10, '0')}`;
        expect(back).toBe(text);
      }),
    );
  });
});

describe('amountText', () => {
  it('writes a true minus, groups, and fills to the places', () => {
    expect(amountText('-1234.5')).toBe('−1,234.50');
    expect(amountText('1234.56789')).toBe('1,234.56789');
    expect(amountText('1500', 0)).toBe('1,500');
    expect(amountText(null)).toBe('');
  });
});

describe('columns', () => {
  it('takes the widest fraction that carries value', () => {
    expect(widestFraction(['1', '2.5', '3.12345000', null])).toBe(5);
    expect(widestFraction([null, '7'])).toBe(2);
  });
  it('knows currencies without a minor unit', () => {
    expect([minorPlaces('JPY'), minorPlaces('USD'), minorPlaces(null)]).toEqual([0, 2, 2]);
  });
  it('groups digits', () =>
    expect([grouped('1'), grouped('123'), grouped('1234'), grouped('123456')]).toEqual(['1', '123', '1,234', '123,456']));
});
