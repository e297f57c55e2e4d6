import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printedAmount, type NumberStyle } from './printed-amount.ts';
import { dayOf, monthOfCell } from './printed-date.ts';

const amount = (cell: string, style: Partial<NumberStyle> = {}): string | null => {
  const read = printedAmount(cell, { decimal: '.', thousands: '', negate: false, currency: null, ...style });
  return read.ok ? read.value : read.error.code;
};
const EUROPE = { decimal: ',', thousands: '.' } as const;

describe('printed amounts', () => {
  it.each([
    ['1234.5', {}, '1234.5'],
    ['1,234.5', { thousands: ',' }, '1234.5'],
    ['1.234,5', EUROPE, '1234.5'],
    ['12,34,567.8', { thousands: ',' }, '1234567.8'],
    ["1'234.50", { thousands: "'" }, '1234.5'],
    ['1 234,50', { decimal: ',', thousands: ' ' }, '1234.5'],
    ['(12.5)', {}, '-12.5'],
    ['（１２．５）', {}, '-12.5'],
    ['12.5-', {}, '-12.5'],
    ['−3', {}, '-3'],
    ['-$1.50', {}, '-1.5'],
    ['$-1.50', {}, '-1.5'],
    ['￥1.5', { currency: 'CNY' }, '1.5'],
    ['1,5 €', { ...EUROPE, currency: 'EUR' }, '1.5'],
    ['1.5 USD', { currency: 'USD' }, '1.5'],
    ['2.4E-07', {}, '0.00000024'],
    ['.5', {}, '0.5'],
    ['--', {}, null],
    ['N/A', {}, null],
    ['0', { negate: true }, '0'],
    ['-7', { negate: true }, '7'],
  ] as const)('%s', (cell, style, expected) => expect(amount(cell, style)).toBe(expected));

  it.each([
    ['1,234', {}, 'amount.not-a-number'],
    ['1.5', EUROPE, 'amount.not-a-number'],
    ['1,23', { thousands: ',' }, 'amount.not-a-number'],
    ['5 GB', {}, 'amount.not-a-number'],
    ['5 GiB', {}, 'amount.not-a-number'],
    ['(-5)-', {}, 'amount.not-a-number'],
    ['1e600000000', {}, 'amount.not-a-number'],
    ['€5', { currency: 'USD' }, 'amount.other-currency'],
    ['0,123', { thousands: ',' }, 'amount.not-a-number'],
    ['1.12345678901', {}, 'amount.too-precise'],
    ['9'.repeat(70), {}, 'amount.too-long'],
  ] as const)('%s is refused', (cell, style, code) => expect(amount(cell, style)).toBe(code));

  it('come back exactly from any way of writing them', () => {
    const styles = fc.constantFrom<[NumberStyle['decimal'], NumberStyle['thousands']]>(
      ['.', ','],
      ['.', ''],
      [',', '.'],
      [',', ' '],
      [',', ''],
      ['.', "'"],
    );
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 20n }),
        fc.boolean(),
        fc.boolean(),
        styles,
        (digits, minus, brackets, [decimal, thousands]) => {
          const text = digits.toString().padStart(11, '0');
          const [whole, rest] = [text.slice(0, -10).replace(/^0+(?=\d)/, ''), text.slice(-10).replace(/0+$/, '')];
          const exact = `${minus && digits > 0n ? '-' : ''}${whole}${rest && `.${rest}`}`;
          const body = whole.replace(/\B(?=(\d{3})+$)/g, thousands) + (rest && decimal + rest);
          expect(amount(minus ? (brackets ? `(${body})` : `-${body}`) : body, { decimal, thousands })).toBe(exact);
        },
      ),
    );
  });
});

describe('printed dates', () => {
  it.each([
    ['2023-9-5', 'dmy', '2023-09-05'],
    ['2023/09/05 23:59:59', 'mdy', '2023-09-05'],
    ['20230905', 'dmy', '2023-09-05'],
    ['2023年9月5日', 'mdy', '2023-09-05'],
    ['２０２３－０９－０５', 'ymd', '2023-09-05'],
    ['05/09/2023', 'dmy', '2023-09-05'],
    ['05/09/2023', 'mdy', '2023-05-09'],
    ['05/09/2023', 'ymd', null],
    ['05.09.23', 'dmy', '2023-09-05'],
    ['23.09.05', 'ymd', '2023-09-05'],
    ['5-Sep-2023', 'mdy', '2023-09-05'],
    ['September 5, 2023', 'dmy', '2023-09-05'],
    ['5 Sept 23', 'ymd', '2023-09-05'],
    ['31/02/2023', 'dmy', null],
    ['05/09-2023', 'dmy', null],
    ['5 Foo 2023', 'dmy', null],
    ['2023-13-01', 'ymd', null],
    ['', 'ymd', null],
    ['1234567890', 'ymd', null],
  ] as const)('%s in %s', (cell, order, day) => expect(dayOf(cell, order)).toBe(day));

  it('a time that names its zone is brought to the day there', () => {
    expect(dayOf('2023-09-30T16:30:00Z', 'ymd', 8)).toBe('2023-10-01');
    expect(dayOf('2023-09-30T16:30:00Z', 'ymd', 0)).toBe('2023-09-30');
    expect(dayOf('2023-10-01 00:30:00 GMT+08:00', 'ymd', 0)).toBe('2023-09-30');
    expect(dayOf('2023-10-01 00:30:00', 'ymd', 8)).toBe('2023-10-01');
  });

  it.each([
    ['2023-09', '2023-09'],
    ['2023/9', '2023-09'],
    ['202309', '2023-09'],
    ['2023年9月', '2023-09'],
    ['2023年09月', '2023-09'],
    ['09/2023', '2023-09'],
    ['9.2023', '2023-09'],
    ['Sep 2023', '2023-09'],
    ['2023-Sep', '2023-09'],
    ['05/09/2023', '2023-09'],
    ['13/2023', null],
    ['September', null],
  ])('the month of %s', (cell, month) => expect(monthOfCell(cell, 'dmy')).toBe(month));
});
