import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { capitalsToAmount } from './capitals.ts';

const DIGITS = '零壹贰叁肆伍陆柒捌玖';

/** The rule as people are taught it, from the other side: four places, a 零 for every gap, 万 and 亿 between. */
function section(value: number): string {
  let text = '';
  let gap = false;
  for (const [unit, word] of [[1000, '仟'], [100, '佰'], [10, '拾'], [1, '']] as const) {
    const digit = Math.floor(value / unit) % 10;
    if (digit === 0) gap ||= text !== '';
    else {
      text += (gap ? '零' : '') + DIGITS[digit] + word;
      gap = false;
    }
  }
  return text;
} // prettier-ignore
function inCapitals(cents: bigint): string {
  const negative = cents < 0n;
  const absolute = negative ? -cents : cents;
  const [whole, rest] = [absolute / 100n, Number(absolute % 100n)];
  let text = '';
  for (const [scale, word] of [[100_000_000n, '亿'], [10_000n, '万'], [1n, '']] as const) {
    const part = Number((whole / scale) % (scale === 100_000_000n ? 10_000n : 10_000n));
    if (part > 0) text += (text !== '' && part < 1000 ? '零' : '') + section(part) + word;
  }
  if (text !== '') text += '圆';
  const [jiao, fen] = [Math.floor(rest / 10), rest % 10];
  if (rest === 0) return `${negative ? '（负数）' : ''}${text === '' ? '零圆' : text}整`;
  if (jiao > 0) text += `${DIGITS[jiao]}角`;
  else if (text !== '') text += '零';
  return `${negative ? '（负数）' : ''}${text}${fen > 0 ? `${DIGITS[fen]}分` : '整'}`;
} // prettier-ignore

describe('a sum in Chinese capitals', () => {
  it.each([
    ['壹万零陆佰圆整', '10600'],
    ['贰仟贰佰柒拾柒圆伍角贰分', '2277.52'],
    ['（负数）壹万零陆佰圆整', '-10600'],
    ['(负数)壹万零陆佰元正', '-10600'],
    ['伍圆陆角壹分', '5.61'],
    ['壹佰零陆圆整', '106'],
    ['零圆整', '0'],
    ['零圆陆角整', '0.6'],
    ['伍角', '0.5'],
    ['柒分', '0.07'],
    ['壹佰圆零柒分', '100.07'],
    ['壹亿圆整', '100000000'],
    ['壹亿零壹圆整', '100000001'],
    ['壹万亿圆整', '1000000000000'],
    ['叁仟贰佰万零伍仟圆整', '32005000'],
    ['人民币 拾万元整', '100000'],
    ['壹拾万圆零伍分', '100000.05'],
    ['貳萬圓整', '20000'],
  ])('%s is %s', (text, value) => expect(capitalsToAmount(text)).toBe(value));

  it.each([
    '', '整', '圆整', '壹万', '壹佰贰', '一百圆整', '壹佰佰圆整', '壹佰仟圆整', '壹贰圆整', '壹万贰万圆整', '壹亿亿圆整', '万圆整',
    '壹圆整整', '壹圆壹贰角', '106', '壹圆壹分壹角', '负', '壹圆整 DROP', '壹'.repeat(90),
  ])('“%s” is not one', (text) => expect(capitalsToAmount(text)).toBeNull()); // prettier-ignore

  it('reads back every sum as it is written', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -99_999_999_999_999n, max: 99_999_999_999_999n }), (cents) => {
        const absolute = cents < 0n ? -cents : cents;
        const expected = `${cents < 0n ? '-' : ''}${absolute / 100n}.${String(absolute % 100n).padStart(2, '0')}`
          .replace(/0+$/, '')
          .replace(/\.$/, '');
        expect(capitalsToAmount(inCapitals(cents))).toBe(expected === '-0' ? '0' : expected);
      }),
      { numRuns: 500 },
    );
  });

  it('never throws, whatever stands there', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...'零壹玖拾佰仟万亿圆角分整负（）数x'), { maxLength: 30 }), (chars) => {
        const value = capitalsToAmount(chars.join(''));
        expect(value === null || /^-?\d+(\.\d+)?$/.test(value)).toBe(true);
      }),
    );
  });
});
