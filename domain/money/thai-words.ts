import { isNegative, type Amount } from './amount.ts';

const DIGITS = ['', 'หนึ่ง', 'สอง', 'สาม', 'สี่', 'ห้า', 'หก', 'เจ็ด', 'แปด', 'เก้า'] as const;
const PLACES = ['', 'สิบ', 'ร้อย', 'พัน', 'หมื่น', 'แสน'] as const;
const MILLION = 'ล้าน';

/**
 * An amount of baht in Thai words, as Thai documents write it: '1234.50' → หนึ่งพันสองร้อยสามสิบสี่บาทห้าสิบสตางค์. Null below zero
 * and where a fraction of a satang would be lost. Rules of the language: a one in the last place after any other figure is เอ็ด,
 * a two of tens is ยี่, a one of tens is silent; millions are counted in millions; a whole sum ends in ถ้วน.
 */
export function bahtText(value: Amount): string | null {
  if (isNegative(value)) return null;
  const [whole = '0', fraction = ''] = value.split('.');
  if (fraction.length > 2) return null;
  const satang = fraction.padEnd(2, '0');
  const baht = whole === '0' ? '' : `${wordsOf(whole)}บาท`;
  if (satang === '00') return `${baht || 'ศูนย์บาท'}ถ้วน`;
  return `${baht}${wordsOf(satang)}สตางค์`;
}

/** A number without sign and point; '' for zero. */
function wordsOf(digits: string): string {
  const groups: string[] = [];
  for (let end = digits.length; end > 0; end -= 6) groups.unshift(digits.slice(Math.max(0, end - 6), end));
  let text = '';
  groups.forEach((group, at) => {
    if (at > 0 && text !== '') text += MILLION;
    text += sixOf(group, text !== '');
  });
  return text;
}

/** At most six digits; `after`: something stands before them. */
function sixOf(group: string, after: boolean): string {
  let text = '';
  [...group].forEach((digit, i) => {
    const place = group.length - 1 - i;
    if (digit === '0') return;
    if (place === 0 && digit === '1' && (text !== '' || after)) text += 'เอ็ด';
    else if (place === 1) text += `${digit === '1' ? '' : digit === '2' ? 'ยี่' : DIGITS[Number(digit)]}${PLACES[1]}`;
    else text += `${DIGITS[Number(digit)]}${PLACES[place]}`;
  });
  return text;
}
