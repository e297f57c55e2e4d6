import { describe, expect, it } from 'vitest';
import { moneyPhrase, ratePhrase } from './money-phrase.ts';

const phrase = (cell: string) => {
  const result = moneyPhrase(cell);
  return result.ok ? result.value : result.error.code;
};
const rate = (cell: string) => {
  const result = ratePhrase(cell);
  return result.ok ? result.value : result.error.code;
};

describe('money as consoles print it', () => {
  it('reads the guide’s payment: 100.23 USD came to 777.21 HKD at 7.75428', () => {
    expect(phrase('100.23USD =777.21 HKD')).toEqual({ amount: '100.23', currency: 'USD', paid: { amount: '777.21', currency: 'HKD' } });
    expect(rate('1USD=7.75428 HKD')).toBe('7.75428');
    // 100.23 × 7.75428 = 777.2114844, half-up to cents, in integers of 10^-7.
    expect((10023n * 775428n + 50_000n) / 100_000n).toBe(77721n);
  });

  it('reads separators, signs and amounts without a second currency', () => {
    expect(phrase('948,285,283.40 USD = 7,775,939,323.88 THB')).toEqual({
      amount: '948285283.4',
      currency: 'USD',
      paid: { amount: '7775939323.88', currency: 'THB' },
    });
    expect(phrase('-$97.20 USD')).toEqual({ amount: '-97.2', currency: 'USD', paid: null });
    expect(phrase('$2,328,348.75 USD')).toEqual({ amount: '2328348.75', currency: 'USD', paid: null });
    expect(phrase('-281.02')).toEqual({ amount: '-281.02', currency: null, paid: null });
    expect([rate('1 USD = 8.2 THB'), rate('0.83721')]).toEqual(['8.2', '0.83721']);
  });

  it('refuses what is no exact figure', () => {
    for (const cell of ['<$0.01 USD', '100 USD = 777', '$1 CNY', '--1', '1 USD = 2 HKD = 3 THB', 'USD', '1,2345.6 USD', '100.23 USDT'])
      expect(phrase(cell)).toBe('money.unreadable');
    for (const cell of ['2USD=15.5 HKD', '-7.75', '', '1 USD']) expect(rate(cell)).toBe('rate.unreadable');
  });
});
