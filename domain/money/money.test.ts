import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unwrap } from '../result.ts';
import { add, amount, compare, fixed, parseAmount, percentOf, subtract, sum } from './amount.ts';
import { fromPair, toPair } from './pair.ts';
import { POLICIES, round } from './rounding.ts';

/** Amounts of up to ten decimals and ±10^15, built from BigInt so that the oracle shares no code. */
const scaled = fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n });
const print = (n: bigint): string => {
  const digits = (n < 0n ? -n : n).toString().padStart(11, '0');
  return `${n < 0n ? '-' : ''}${digits.slice(0, -10)}.${digits.slice(-10)}`;
};

describe('parseAmount', () => {
  it.each([
    ['0.31', '0.31'],
    ['-97.20', '-97.2'],
    ['1,234,567.80', '1234567.8'],
    ['2.4E-07', '0.00000024'],
    ['1.5e3', '1500'],
    ['＋１２．５０', '12.5'],
    ['−3', '-3'],
    ['-0', '0'],
    ['007.10', '7.1'],
    ['1000000000000000', '1000000000000000'],
    [' 5 ', '5'],
    ['1.', '1'],
  ])('reads %j as %s', (text, expected) => expect(unwrap(parseAmount(text))).toBe(expected));

  it.each(['--', '-', '', '  ', 'NULL'])('reads %j as missing, not zero', (text) => expect(unwrap(parseAmount(text))).toBeNull());

  it.each([
    '1,234.5.6',
    'NaN',
    'Infinity',
    '1e999',
    '1e600000000',
    '0x1f',
    '0b1',
    '1_000',
    '12abc',
    '1,23',
    '12,34.5',
    '0.12345678901',
    '1000000000000000.1',
    '9999999999999999',
    '.',
    '+',
    'e5',
    '1.2.3',
    '9'.repeat(100),
    '１２三',
  ])('refuses %j', (text) => expect(parseAmount(text).ok).toBe(false));

  it('round-trips every amount it prints', () => {
    fc.assert(
      fc.property(scaled, (n) => {
        const parsed = unwrap(parseAmount(print(n)));
        expect(parsed).toBe(amount(print(n)));
        expect(unwrap(parseAmount(parsed!))).toBe(parsed);
      }),
      { numRuns: 2000 },
    );
  });

  it('never takes long or throws, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        parseAmount(text);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('pairs', () => {
  it('keep every digit', () => {
    fc.assert(
      fc.property(scaled, (n) => {
        const pair = toPair(amount(print(n)));
        expect(pair.units * 10_000_000_000n + pair.fraction).toBe(n);
        expect(fromPair(pair.units, pair.fraction)).toBe(amount(print(n)));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('sums', () => {
  it('equal an independent BigInt sum over 100,000 random amounts', () => {
    let state = 0x2545f4914f6cdd1dn;
    const next = (): bigint => {
      state = (state * 6364136223846793005n + 1442695040888963407n) & 0xffffffffffffffffn;
      return state >> 3n;
    };
    let oracle = 0n;
    const amounts: string[] = [];
    for (let i = 0; i < 100_000; i++) {
      const n = (((next() << 61n) | next()) % (2n * 10n ** 25n)) - 10n ** 25n;
      oracle += n;
      amounts.push(unwrap(parseAmount(print(n)))!);
    }
    expect(sum(amounts)).toBe(amount(print(oracle)));
  });

  it('add and subtract are inverse', () => {
    fc.assert(
      fc.property(scaled, scaled, (a, b) => {
        const [x, y] = [amount(print(a)), amount(print(b))];
        expect(subtract(add(x, y), y)).toBe(x);
        expect(compare(x, y)).toBe(a < b ? -1 : a > b ? 1 : 0);
      }),
    );
  });
});

describe('rounding', () => {
  it.each([
    ['100.12501236', '100.13', POLICIES.monthTotal],
    ['100.12501236', '100.12', POLICIES.nonMonthlyCharge],
    ['-50.875', '-50.88', POLICIES.monthTotal],
    ['10.12501236', '10.12', POLICIES.nonMonthlyCharge],
    ['-0.009', '0', POLICIES.nonMonthlyCharge],
  ])('%s becomes %s', (value, expected, policy) => expect(round(value, policy)).toBe(expected));
  it('prints fixed decimals and refuses to drop any', () => {
    expect(fixed('1.5', 2)).toBe('1.50');
    expect(() => fixed('1.005', 2)).toThrow(TypeError);
  });
  it('takes percentages exactly', () => expect(percentOf('100.05', '9')).toBe('9.0045'));
});
