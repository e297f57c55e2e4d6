import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberText } from './number-text.ts';

/** Halfway between two texts of 15 digits, which JavaScript rounds up and spreadsheets' even digit may not. */
const isTie = (n: number): boolean => /^\d{15}5$/.test(n.toExponential().replace(/^-|e.*$|\./g, ''));

describe('numberText', () => {
  it.each([
    ['0', '0'],
    ['-0', '0'],
    ['0.0', '0'],
    ['-0.00', '0'],
    ['1.0', '1'],
    ['1.50', '1.5'],
    ['+1', '1'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['007', '7'],
    [' 12 ', '12'],
    ['123456789012345', '123456789012345'],
    ['0.30000000000000004', '0.3'],
    ['10.199999999999999', '10.2'],
    ['44197.423726851855', '44197.4237268519'],
    // A tie is broken to the even digit.
    ['1234567890123.125', '1234567890123.12'],
    ['1234567890123.135', '1234567890123.14'],
    ['1234567890123456789', '1234567890123460000'],
    ['999999999999999.9', '1000000000000000'],
    ['1E-7', '0.0000001'],
    ['1.5e3', '1500'],
    ['-2.5E+2', '-250'],
    ['1e21', '1000000000000000000000'],
    ['9.9999999999999995E-8', '0.0000001'],
  ])('%s is %s', (xml, expected) => {
    expect(numberText(xml)).toBe(expected);
  });

  it.each(['', ' ', 'abc', 'NaN', 'Infinity', 'INF', '0x1F', '1_000', '1,000', '1.2.3', '--1', '1e', '1e9999', '１２', '1'.repeat(500)])(
    '“%s” is no number',
    (xml) => {
      expect(numberText(xml)).toBeNull();
    },
  );

  it('is the shortest plain text of the double rounded to 15 digits, whichever way it is written', () => {
    fc.assert(
      fc.property(
        fc
          .double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 })
          .filter((n) => n === 0 || Math.abs(n) > 1e-9)
          .filter((n) => !isTie(n)),
        (n) => {
          const text = numberText(String(n))!;
          expect(Number(text)).toBe(Number(n.toPrecision(15)) + 0);
          expect(text).toMatch(/^-?(?:0|[1-9]\d*)(?:\.\d*[1-9])?$/);
          expect(numberText(n.toExponential())).toBe(text);
        },
      ),
    );
  });
});
