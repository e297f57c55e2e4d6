const FIGURE = '(?=[(\\-]?\\d)';
const rule = (words: string, zh: string): [RegExp, string] => [new RegExp(`(?<![\\w-])${words} ${FIGURE}`, 'g'), `${zh} `];

/** The few words that stand between the figures of a check, longest first; a word counts only before a figure. */
const WORDS: readonly [RegExp, string][] = [
  rule('tax not on the bill', '账单外税额'),
  rule('paid', '已付'),
  rule('withheld', '预扣税'),
  rule('credited', '已冲销'),
  rule('open', '未结'),
  rule('refunds', '退款'),
  rule('lines', '各行'),
  rule('certificates', '凭证'),
  rule('net', '不含税'),
  rule('tax', '税额'),
  rule('off by', '相差'),
  [/, its (\d+) settlements cut to (\d+) decimals: /g, '，其 $1 笔结算逐笔截取到 $2 位小数：'],
  [/, its (\d+) sums per specification and usage type cut to (\d+) decimals: /g, '，按规格与使用量类型的 $1 项合计截取到 $2 位小数：'],
  [/\bhalf-up to (\d+) decimals: /g, '四舍五入到 $1 位小数：'],
  [/\bcut to (\d+) decimals: /g, '截取到 $1 位小数：'],
];

/** A line of arithmetic in Chinese: its words change, figures, signs, numbers of documents and names of policies stay. */
export const sayArithmetic = (line: string): string => WORDS.reduce((text, [pattern, zh]) => text.replace(pattern, zh), line);
