import fc from 'fast-check';
import { expect, test } from 'vitest';
import { amount } from './amount.ts';
import { chineseCapitals } from './chinese-capitals.ts';

test.each([
  ['0', '零元整'],
  ['1409.5', '壹仟肆佰零玖元伍角整'],
  ['6007.14', '陆仟零柒元壹角肆分'],
  ['1680.32', '壹仟陆佰捌拾元零叁角贰分'],
  ['107000.53', '壹拾万柒仟元零伍角叁分'],
  ['16409.02', '壹万陆仟肆佰零玖元零贰分'],
  ['325.04', '叁佰贰拾伍元零肆分'],
  ['0.05', '伍分'],
  ['0.5', '伍角整'],
  ['10', '壹拾元整'],
  ['100000000', '壹亿元整'],
  ['100010001', '壹亿零壹万零壹元整'],
  ['1000000000000', '壹万亿元整'],
  ['1000100000000', '壹万零壹亿元整'],
  ['20003000', '贰仟万叁仟元整'],
])('%s is %s', (value, capitals) => {
  expect(chineseCapitals(value)).toBe(capitals);
});

test('nothing is cut off or turned round', () => {
  expect(chineseCapitals('1.005')).toBeNull();
  expect(chineseCapitals('-1')).toBeNull();
  expect(chineseCapitals('12345678901234567')).toBeNull();
});

const DIGITS = '零壹贰叁肆伍陆柒捌玖';
/** Reads capitals back by another way: a stack of units. */
function read(capitals: string): bigint {
  let [total, section, digit] = [0n, 0n, 0n];
  for (const c of capitals) {
    const d = DIGITS.indexOf(c);
    if (d >= 0) digit = BigInt(d);
    else if ('拾佰仟'.includes(c)) [section, digit] = [section + digit * { 拾: 10n, 佰: 100n, 仟: 1000n }[c as '拾'], 0n];
    else if (c === '万') [total, section, digit] = [total + (section + digit) * 10_000n, 0n, 0n];
    else if (c === '亿') [total, section, digit] = [(total + section + digit) * 100_000_000n, 0n, 0n];
    else if (c === '元') [total, section, digit] = [(total + section + digit) * 100n, 0n, 0n];
    else if (c === '角') [total, digit] = [total + digit * 10n, 0n];
    else if (c === '分') [total, digit] = [total + digit, 0n];
  }
  return total;
}

test('what is written can be read again, for any amount to the fen', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 1n, max: 10n ** 18n - 1n }), (fen) => {
      const capitals = chineseCapitals(amount(`${fen / 100n}.${String(fen % 100n).padStart(2, '0')}`));
      expect(read(capitals ?? '')).toBe(fen);
      expect(capitals).not.toMatch(/零零|零[万亿元]|零$/);
    }),
    { numRuns: 2000 },
  );
});
