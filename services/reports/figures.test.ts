import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exactDecimals, grouped, shown, significantDigits, whole } from './figures.ts';

test.each([
  ['0', '0.00000000'],
  ['-1.5', '-1.50000000'],
  ['10.12501236', '10.12501236'],
  ['0.0000000001', '0.0000000001'],
  ['1.123456789', '1.1234567890'],
  ['1000000000000000', '1000000000000000.00000000'],
])('%s is written %s', (given, expected) => expect(exactDecimals(given)).toBe(expected));

test.each([
  ['0', 1],
  ['1000000000000000', 1],
  ['-0.00000001', 1],
  ['123456.7890123456', 16],
  ['916580.5935075379', 16],
  ['100.0000000001', 13],
  ['46193.36501236', 13],
])('%s has %i significant digits', (given, expected) => expect(significantDigits(given)).toBe(expected));

test('up to 15 significant digits a binary double gives the same text back', () => {
  const amount = fc
    .tuple(fc.boolean(), fc.bigInt(0n, 10n ** 15n), fc.integer({ min: 0, max: 9_999_999_999 }), fc.integer({ min: 0, max: 10 }))
    .map(([negative, units, fraction, cut]) => {
      const digits = String(fraction).padStart(10, '0').slice(0, cut).replace(/0+$/, '');
      const body = digits ? `${units}.${digits}` : String(units);
      return negative && body !== '0' ? `-${body}` : body;
    });
  fc.assert(
    fc.property(amount, (text) => {
      fc.pre(significantDigits(text) <= 15);
      const [coefficient = '', exponent] = String(Math.abs(Number(text))).split('e');
      const back = exponent === undefined ? coefficient : `0.${'0'.repeat(-Number(exponent) - 1)}${coefficient.replace('.', '')}`;
      return back === text.replace('-', '');
    }),
    { numRuns: 3000 },
  );
});

// Huawei Cloud billing guide 7.2.2.2: 100.12501236 is shown as 100.13.
test.each([
  ['100.12501236', 'USD', '100.13'],
  ['-1234567.895', 'USD', '-1,234,567.90'],
  ['0.004', 'USD', '0.00'],
  ['1234.5', 'JPY', '1,235'],
  ['1234', 'JPY', '1,234'],
  ['-1234567.8', 'USD', '-1,234,567.80'],
  ['0', 'USD', '0.00'],
  ['12.34', 'USD', '12.34'],
])('%s %s is shown %s', (given, currency, expected) => expect(shown(given, currency)).toBe(expected));

test.each([
  ['0.00498764', 'USD', '0.00498764'],
  ['700', 'USD', '700.00'],
  ['-31034.11', 'USD', '-31,034.11'],
  ['350000', 'JPY', '350,000'],
])('%s %s is shown whole as %s', (given, currency, expected) => expect(whole(given, currency)).toBe(expected));

test('separators stand in the whole part only', () => expect(grouped('-1234567.1234567')).toBe('-1,234,567.1234567'));
