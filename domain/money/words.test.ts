import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { amount } from './amount.ts';
import { chineseCapitals } from './chinese-capitals.ts';
import { englishWords } from './english-words.ts';
import { bahtText } from './thai-words.ts';

/** Figures out of Thai words by a grammar of its own: millions, then places from the highest down. */
function readBaht(text: string): string {
  const digits: Record<string, bigint> = { หนึ่ง: 1n, เอ็ด: 1n, สอง: 2n, ยี่: 2n, สาม: 3n, สี่: 4n, ห้า: 5n, หก: 6n, เจ็ด: 7n, แปด: 8n, เก้า: 9n };
  const places: Record<string, bigint> = { สิบ: 10n, ร้อย: 100n, พัน: 1000n, หมื่น: 10000n, แสน: 100000n };
  const number = (words: string): bigint => {
    let [total, group, held] = [0n, 0n, 0n];
    for (const word of words.match(/หนึ่ง|เอ็ด|สอง|ยี่|สามสิบ|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ|ร้อย|พัน|หมื่น|แสน|ล้าน|ศูนย์/g) ?? []) {
      if (word === 'ล้าน') [total, group, held] = [(total + group + held) * 1_000_000n, 0n, 0n];
      else if (word === 'สามสิบ') group += 30n;
      else if (places[word]) [group, held] = [group + (held || 1n) * places[word], 0n];
      else held = digits[word] ?? 0n;
    }
    return total + group + held;
  };
  const [baht = '', satang = ''] = text.includes('บาท') ? text.split('บาท') : ['', text];
  return `${number(baht)}.${String(number(satang.replace('ถ้วน', '').replace('สตางค์', ''))).padStart(2, '0')}`;
}

describe('baht in Thai words', () => {
  test.each([
    ['0', 'ศูนย์บาทถ้วน'],
    ['0.25', 'ยี่สิบห้าสตางค์'],
    ['0.01', 'หนึ่งสตางค์'],
    ['0.11', 'สิบเอ็ดสตางค์'],
    ['1', 'หนึ่งบาทถ้วน'],
    ['10', 'สิบบาทถ้วน'],
    ['11', 'สิบเอ็ดบาทถ้วน'],
    ['20', 'ยี่สิบบาทถ้วน'],
    ['21', 'ยี่สิบเอ็ดบาทถ้วน'],
    ['100', 'หนึ่งร้อยบาทถ้วน'],
    ['101', 'หนึ่งร้อยเอ็ดบาทถ้วน'],
    ['121.5', 'หนึ่งร้อยยี่สิบเอ็ดบาทห้าสิบสตางค์'],
    ['1234.5', 'หนึ่งพันสองร้อยสามสิบสี่บาทห้าสิบสตางค์'],
    ['100000', 'หนึ่งแสนบาทถ้วน'],
    ['1000000', 'หนึ่งล้านบาทถ้วน'],
    ['1000001.5', 'หนึ่งล้านเอ็ดบาทห้าสิบสตางค์'],
    ['21000000', 'ยี่สิบเอ็ดล้านบาทถ้วน'],
    ['1000000000000', 'หนึ่งล้านล้านบาทถ้วน'],
    ['11111111.11', 'สิบเอ็ดล้านหนึ่งแสนหนึ่งหมื่นหนึ่งพันหนึ่งร้อยสิบเอ็ดบาทสิบเอ็ดสตางค์'],
  ])('%s', (figure, words) => expect(bahtText(figure)).toBe(words));

  test('no words for what they cannot say', () => {
    expect(bahtText('-1')).toBeNull();
    expect(bahtText('0.005')).toBeNull();
  });

  test('read back, they are the figure', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 18n }), (satang) => {
        const figure = `${satang / 100n}.${String(satang % 100n).padStart(2, '0')}`;
        expect(readBaht(bahtText(amount(figure))!)).toBe(figure);
      }),
      { numRuns: 2000 },
    );
  });
});

/** Figures out of English words by values that add up or multiply. */
function readEnglish(text: string): string {
  const [, words = '', part = '', whole = ''] = /^(.*?)(?: and (\d+)\/1(0+))? [A-Z]{3}$/.exec(text) ?? [];
  const values: Record<string, bigint> = Object.fromEntries(
    'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
      .split(' ')
      .map((w, i) => [w, BigInt(i + 1)]),
  );
  ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'].forEach((w, i) => (values[w] = BigInt(i + 2) * 10n));
  const scales: Record<string, bigint> = {
    thousand: 10n ** 3n,
    million: 10n ** 6n,
    billion: 10n ** 9n,
    trillion: 10n ** 12n,
    quadrillion: 10n ** 15n,
  };
  let [total, group] = [0n, 0n];
  for (const word of words.toLowerCase().split(/[ -]/)) {
    if (word === 'hundred') group *= 100n;
    else if (scales[word]) [total, group] = [total + group * scales[word], 0n];
    else group += values[word] ?? 0n;
  }
  return `${total + group}${whole ? `.${part}` : ''}`;
}

describe('amounts in English words', () => {
  test.each([
    ['0', 'KES', 'Zero and 00/100 KES'],
    ['0.25', 'USD', 'Zero and 25/100 USD'],
    ['21', 'JPY', 'Twenty-one JPY'],
    ['101', 'MYR', 'One hundred one and 00/100 MYR'],
    ['1000001.5', 'PHP', 'One million one and 50/100 PHP'],
    ['1.234', 'BHD', 'One and 234/1000 BHD'],
    ['19000', 'PKR', 'Nineteen thousand and 00/100 PKR'],
  ])('%s %s', (figure, currency, words) => expect(englishWords(figure, currency)).toBe(words));

  test('no words for what they cannot say', () => {
    expect(englishWords('-1', 'USD')).toBeNull();
    expect(englishWords('0.005', 'USD')).toBeNull();
    expect(englishWords('0.5', 'JPY')).toBeNull();
  });

  test('read back, they are the figure', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 17n }), (cents) => {
        const figure = `${cents / 100n}.${String(cents % 100n).padStart(2, '0')}`;
        expect(readEnglish(englishWords(amount(figure), 'USD')!)).toBe(figure);
      }),
      { numRuns: 2000 },
    );
  });
});

/** Figures out of capitals by their units. */
function readCapitals(text: string): string {
  const digits = '零壹贰叁肆伍陆柒捌玖';
  const units: Record<string, bigint> = { 拾: 10n, 佰: 100n, 仟: 1000n };
  const [yuan = '', rest = ''] = text.includes('元') ? text.split('元') : ['', text];
  let [total, section, held] = [0n, 0n, 0n];
  for (const c of yuan) {
    if (c === '亿') [total, section, held] = [(total + section + held) * 10n ** 8n, 0n, 0n];
    else if (c === '万') [total, section, held] = [total + (section + held) * 10n ** 4n, 0n, 0n];
    else if (units[c]) [section, held] = [section + held * units[c], 0n];
    else held = BigInt(digits.indexOf(c));
  }
  const at = (unit: string): string => String(Math.max(0, digits.indexOf(rest[rest.indexOf(unit) - 1] ?? '零')));
  return `${total + section + held}.${rest.includes('角') ? at('角') : '0'}${rest.includes('分') ? at('分') : '0'}`;
}

test('Chinese capitals, read back, are the figure', () => {
  expect(['0.25', '21', '101', '1000001.5'].map((figure) => chineseCapitals(figure))).toEqual([
    '贰角伍分',
    '贰拾壹元整',
    '壹佰零壹元整',
    '壹佰万零壹元伍角整',
  ]);
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 14n - 1n }), (fen) => {
      const figure = `${fen / 100n}.${String(fen % 100n).padStart(2, '0')}`;
      expect(readCapitals(chineseCapitals(amount(figure))!)).toBe(figure);
    }),
    { numRuns: 2000 },
  );
});
