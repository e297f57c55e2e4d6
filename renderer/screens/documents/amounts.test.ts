import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare, sum } from '../../../domain/money/amount.ts';
import { fillByDue, hasMoreDecimals, remainderOf, takeable } from './amounts.ts';

const cents = fc.bigInt({ min: 0n, max: 10n ** 12n }).map((n) => `${n / 100n}.${String(n % 100n).padStart(2, '0')}`);

describe('remainder', () => {
  it('counts to zero exactly where binary floats do not', () => {
    expect(remainderOf('0.3', ['0.1', '0.2'])).toEqual({ left: '0', state: 'exact' });
    expect(remainderOf('630', ['210.01', '419.99'])).toEqual({ left: '0', state: 'exact' });
  });
  it('says how much is left and how much is too much', () => {
    expect(remainderOf('100', ['40', null])).toEqual({ left: '60', state: 'left' });
    expect(remainderOf('100', ['100.0000000001'])).toEqual({ left: '-0.0000000001', state: 'over' });
  });
});

describe('takeable', () => {
  it('counts the own share as free, and stops at what is open', () => {
    expect(takeable('5', '10', '100')).toBe('15');
    expect(takeable('50', null, '20')).toBe('20');
  });
  it('is nothing when nothing is left', () => expect(takeable('-3', '3', '20')).toBeNull());
});

describe('fillByDue', () => {
  it('takes the earliest due first and leaves the rest', () => {
    const rows = [
      { key: 'b', open: '70', due: '2023-11-01', date: '2023-09-01' },
      { key: 'a', open: '50', due: '2023-10-01', date: '2023-10-01' },
      { key: 'c', open: '10', due: null, date: '2023-12-01' },
    ];
    expect(fillByDue('100', rows)).toEqual({ a: '50', b: '50' });
  });
  it('never gives more than there is, nor more than is open', () => {
    fc.assert(
      fc.property(cents, fc.array(cents, { maxLength: 8 }), (total, opens) => {
        const rows = opens.map((open, i) => ({ key: String(i), open, due: null, date: `2023-01-0${i + 1}` }));
        const shares = fillByDue(total, rows);
        const used = sum(Object.values(shares));
        const open = sum(opens);
        expect(compare(used, compare(total, open) < 0 ? total : open)).toBe(0);
        for (const row of rows) expect(compare(shares[row.key] ?? '0', row.open)).toBeLessThanOrEqual(0);
      }),
    );
  });
});

describe('hasMoreDecimals', () => {
  it('counts decimals of the text', () => {
    expect(hasMoreDecimals('1.005', 2)).toBe(true);
    expect(hasMoreDecimals('1.05', 2)).toBe(false);
    expect(hasMoreDecimals('7', 0)).toBe(false);
  });
});
