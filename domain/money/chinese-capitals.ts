import { isNegative, type Amount } from './amount.ts';

const DIGITS = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'] as const;
const PLACES = ['', '拾', '佰', '仟'] as const;
const GROUPS = ['', '万', '亿', '万亿'] as const;

/**
 * An amount in renminbi in capital characters, as Chinese documents write it: '1234.50' → 壹仟贰佰叁拾肆元伍角整. Null below zero,
 * from 10^16 on, and where a fraction of a fen would be lost: capitals have no smaller unit.
 * Source: People's Bank of China, Payment and Settlement Measures, annex 1 (rules for filling in bills), points 2 to 4.
 */
export function chineseCapitals(value: Amount): string | null {
  if (isNegative(value)) return null;
  const [whole = '0', fraction = ''] = value.split('.');
  if (whole.length > 16 || fraction.length > 2) return null;
  const [jiao = 0, fen = 0] = [...fraction].map(Number);
  const yuan = whole === '0' ? '' : `${wholeYuan(whole)}元`;
  if (jiao === 0 && fen === 0) return yuan ? `${yuan}整` : '零元整';
  // A zero is written where yuan or jiao are passed over on the way to a smaller unit.
  const tens = jiao > 0 ? `${DIGITS[jiao]}角` : yuan ? '零' : '';
  const gap = jiao > 0 && yuan !== '' && whole.endsWith('0') ? '零' : '';
  return `${yuan}${gap}${tens}${fen > 0 ? `${DIGITS[fen]}分` : '整'}`;
}

/** Digits before the point in groups of four; one 零 for zeros before a figure, none at the end of a group. */
function wholeYuan(digits: string): string {
  const groups: string[] = [];
  for (let end = digits.length; end > 0; end -= 4) groups.unshift(digits.slice(Math.max(0, end - 4), end).padStart(4, '0'));
  let text = '';
  let zero = false;
  groups.forEach((group, at) => {
    if (Number(group) === 0) {
      zero = text !== '';
      return;
    }
    [...group].forEach((digit, place) => {
      if (digit === '0') {
        zero ||= text !== '';
        return;
      }
      text += `${zero ? '零' : ''}${DIGITS[Number(digit)]}${PLACES[3 - place]}`;
      zero = false;
    });
    // Zeros at the end of a group are silent, as in 壹拾万柒仟.
    zero = false;
    const unit = groups.length - 1 - at;
    // 万亿 shares its 亿 with the group after it, where that one is not empty.
    text += unit === 3 && Number(groups[at + 1]) > 0 ? '万' : GROUPS[unit];
  });
  return text;
}
