import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roundLines } from './round-lines.ts';

/** Amounts of up to ten decimals from whole numbers, so that the oracle shares no code. */
const print = (n: bigint, places = 10): string => {
  const digits = (n < 0n ? -n : n).toString().padStart(places + 1, '0');
  const text = `${n < 0n ? '-' : ''}${digits.slice(0, digits.length - places)}.${digits.slice(digits.length - places)}`;
  return text.replace(/\.?0+$/, '').replace(/^-?$/, '0');
};
const units = (text: string, places = 10): bigint => {
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text)!;
  return BigInt(`${sign}${whole}${fraction.padEnd(places, '0')}`);
};
const fine = fc.bigInt({ min: -(10n ** 16n), max: 10n ** 16n });
const list = fc.array(fine, { minLength: 1, maxLength: 40 });
const currency = fc.constantFrom('USD', 'JPY');
/** Minor unit of the currency in 10^-10. */
const unitOf = (code: string): bigint => (code === 'JPY' ? 10n ** 10n : 10n ** 8n);

describe('rounding the lines of a document', () => {
  it('adds up to the exact sum rounded half away from zero, once', () =>
    fc.assert(
      fc.property(list, currency, (values, code) => {
        const { lines, total, difference, exact } = roundLines(
          values.map((v) => print(v)),
          code,
        );
        const sum = values.reduce((a, b) => a + b, 0n);
        const unit = unitOf(code);
        const size = sum < 0n ? -sum : sum;
        const rounded = ((size * 2n + unit) / (unit * 2n)) * unit * (sum < 0n ? -1n : 1n);
        expect(units(total)).toBe(rounded);
        expect(lines.reduce((a, line) => a + units(line), 0n)).toBe(rounded);
        expect(units(exact)).toBe(sum);
        expect(units(difference)).toBe(rounded - sum);
      }),
    ));

  it('leaves every line less than one minor unit from its exact amount, and whole', () =>
    fc.assert(
      fc.property(list, currency, (values, code) => {
        const unit = unitOf(code);
        roundLines(
          values.map((v) => print(v)),
          code,
        ).lines.forEach((line, i) => {
          const off = units(line) - values[i]!;
          expect(off < unit && off > -unit).toBe(true);
          expect(units(line) % unit).toBe(0n);
        });
      }),
    ));

  it('is its mirror image for the opposite amounts', () =>
    fc.assert(
      fc.property(list, currency, (values, code) => {
        fc.pre(values.reduce((a, b) => a + b, 0n) !== 0n);
        const one = roundLines(
          values.map((v) => print(v)),
          code,
        ).lines;
        const other = roundLines(
          values.map((v) => print(-v)),
          code,
        ).lines;
        expect(other.map((line) => -units(line))).toEqual(one.map((line) => units(line)));
      }),
    ));

  it('gives what is left over to the largest remainders, the earliest first', () => {
    expect(roundLines(['0.333', '0.333', '0.334'], 'USD').lines).toEqual(['0.33', '0.33', '0.34']);
    expect(roundLines(['0.005', '0.005', '0.005'], 'USD').lines).toEqual(['0.01', '0.01', '0']);
    expect(roundLines(['10.12501236', '3.4'], 'USD')).toMatchObject({
      lines: ['10.13', '3.4'],
      exact: '13.52501236',
      total: '13.53',
      difference: '0.00498764',
      policy: { id: 'document.largest-remainder-2' },
    });
    expect(roundLines([], 'USD')).toMatchObject({ lines: [], total: '0' });
  });
});
