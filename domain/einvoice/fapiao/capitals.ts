import { amount, negate, type Amount } from '../../money/amount.ts';

const DIGITS: Readonly<Record<string, number>> = {
  零: 0, 〇: 0, 壹: 1, 贰: 2, 貳: 2, 叁: 3, 叄: 3, 肆: 4, 伍: 5, 陆: 6, 陸: 6, 柒: 7, 捌: 8, 玖: 9,
}; // prettier-ignore
const PLACES: Readonly<Record<string, number>> = { 拾: 10, 佰: 100, 仟: 1000 };
/** Whole sum, then tenths and hundredths; 整 or 正 closes it. */
const SHAPE = /^([^圆元圓角分整正]*)(?:[圆元圓])?(?:([^圆元圓角分整正]{1,2})角)?(?:([^圆元圓角分整正]{1,2})分)?(?:整|正)?$/u;
const SIGN = /^(?:（负数）|\(负数\)|（负）|\(负\)|负|負)/u;
/** Sums of documents stay below 10^15 units: no text for one is longer. */
const LONGEST = 80;

/**
 * The sum that a Chinese invoice writes in capitals (壹万零陆佰圆整), or null where the text is not one. Exact: no digit is
 * guessed, and a place may stand only once and only below the one before it. A red invoice's is marked （负数）.
 */
export function capitalsToAmount(text: string): Amount | null {
  const plain = text
    .normalize('NFC')
    .replace(/\s/gu, '')
    .replace(/^人民币/u, '');
  if (plain === '' || plain.length > LONGEST) return null;
  const sign = SIGN.exec(plain)?.[0] ?? '';
  const body = plain.slice(sign.length);
  const match = SHAPE.exec(body);
  if (!match || body === '' || /^[整正]/u.test(body)) return null;
  const [, whole = '', tenths, hundredths] = match;
  // 角 and 分 stand alone below one; a whole sum without 圆 is none.
  if (whole !== '' && !/[圆元圓]/u.test(body)) return null;
  if (whole === '' && (/[圆元圓]/u.test(body) || (tenths === undefined && hundredths === undefined))) return null;
  const units = whole === '' ? 0n : wholeOf(whole);
  const [a, b] = [smallOf(tenths), smallOf(hundredths)];
  if (units === null || a === null || b === null) return null;
  const value = amount(`${units}.${a}${b}`);
  return sign === '' || value === '0' ? value : negate(value);
}

/** One digit, perhaps after a 零 that bridges an empty place; null where it is none. */
function smallOf(text: string | undefined): number | null {
  if (text === undefined) return 0;
  const digit = text.length === 2 && DIGITS[text[0]!] === 0 ? text[1]! : text;
  return digit.length === 1 ? (DIGITS[digit] ?? null) : null;
}

/** Sections of four places, closed by 万 and 亿; 万亿 is a section of its own above 亿. */
function wholeOf(text: string): bigint | null {
  let total = 0n;
  let high = 0n;
  let section = 0;
  /** The lowest place of this section that is taken. */
  let place = 10_000;
  let digit: number | null = null;
  let [wan, yi] = [false, false];
  const close = (): boolean => {
    if (digit === null) return true;
    if (place <= 1) return false;
    section += digit;
    digit = null;
    return true;
  };
  for (const char of text) {
    const unit = PLACES[char];
    if (Object.hasOwn(DIGITS, char)) {
      if (digit !== null && digit !== 0) return null;
      digit = DIGITS[char]!;
    } else if (unit !== undefined) {
      // 拾 alone at the beginning of a section is ten, as people write it.
      if ((digit === null && !(unit === 10 && section === 0)) || digit === 0 || unit >= place) return null;
      section += (digit ?? 1) * unit;
      place = unit;
      digit = null;
    } else if (char === '万' || char === '萬') {
      if (wan || !close() || section === 0) return null;
      high = BigInt(section) * 10_000n;
      [section, place, wan] = [0, 10_000, true];
    } else if (char === '亿' || char === '億') {
      if (yi || !close() || (section === 0 && high === 0n)) return null;
      total = (high + BigInt(section)) * 100_000_000n;
      [section, place, high, wan, yi] = [0, 10_000, 0n, false, true];
    } else return null;
  }
  return close() ? total + high + BigInt(section) : null;
}
