import type { Language } from '../../i18n/index.ts';
import sentences from './sentences.zh.json' with { type: 'json' };

const EXACT: Readonly<Record<string, string>> = sentences;
/** A country's name in Chinese. */
const place = (name: string): string => (Object.hasOwn(EXACT, name) ? (EXACT[name] ?? name) : name);
const NO_RULE = ' “No rule” is not 0 %: no amount is computed.';
const INCOME: Record<string, string> = {
  'worked example': '示例',
  royalty: '特许权使用费',
  'technical service fee': '技术服务费',
  'as applied for': '按申请',
};
const income = (rates: string): string =>
  rates.replace(/worked example|royalty|technical service fee|as applied for/g, (name) => INCOME[name] ?? name).replaceAll(', ', '，');

/** Sentences with places in them; `$1` … are taken over as they are. */
const PATTERNS: readonly [RegExp, string | ((...parts: string[]) => string)][] = [
  [/^(.+); rate of (\S+)$/, (_, formula = '', rule = '') => `${say(formula, 'zh-CN')}；规则 ${rule} 的税率`],
  [
    /^(.+); treaty rate (.*) \((.+), (.+)\)$/,
    (_, formula = '', treaty = '', rule = '', kind = '') => `${say(formula, 'zh-CN')}；协定税率 ${treaty}（${rule}，${income(kind)}）`,
  ],
  [
    /^No certificate of residence of (.+) for (.+) covers (.+): the default rate holds, not the treaty's\.$/,
    '没有 $1 用于 $2 且覆盖 $3 的居民身份证明：适用默认税率，而非协定税率。',
  ],
  [
    /^The treaty rate depends on the kind of income \((.+)\), and none with a rate is chosen\.$/,
    (_, kinds = '') => `协定税率取决于所得类型（${income(kinds)}），尚未选择有税率的类型。`,
  ],
  [/^Certificate of residence (.+) covers (.+): it is valid from (.+) to (.+)\.$/, '居民身份证明 $1 覆盖 $2：有效期 $3 至 $4。'],
  [/^(.+ ÷ .+) = (.+), rounded half-up to (\d+) decimals \((.+)\)$/, '$1 = $2，四舍五入到 $3 位小数（$4）'],
  [/^(.+ × .+ %) = (.+), rounded half-up to (\d+) decimals \((.+)\)$/, '$1 = $2，四舍五入到 $3 位小数（$4）'],
  [/^For customers who are charged, (.+) % is printed\.$/, '对收税的客户，印出的税率为 $1 %。'],
  [/^Printed as usual: (.+)\.$/, (_, rates = '') => `原文称通常为：${income(rates)}。`],
  [/^Treaty (.*) \((.+)\): no rate is printed\.$/, '税收协定 $1（$2）：未印出税率。'],
  [
    /^Treaty (.*) \((.+?)\): (.+), if the customer applies for it with the seller's residency certificate\.$/,
    (_, treaty = '', id = '', rates = '') => `税收协定 ${treaty}（${id}）：${income(rates)}，须由客户凭卖方的居民证明申请。`,
  ],
  [/^Send the proof of the VAT that you paid within (.*) days \((.+)\)\.$/, '请在 $1 天内提交增值税缴纳证明（$2）。'],
  [/^The rule pack (.+) does not cover the country (.+)\.$/, '规则包 $1 不包含国家/地区 $2。'],
  [/^No indirect-tax rule is printed for (.+)\.$/, (_, where = '') => `${place(where)}：未印出间接税规则。`],
  [
    /^No rule is printed for (.+) and the entity (.+); there are rules for (.+)\.$/,
    (_, where = '', entity = '', others = '') => `${place(where)}：签约主体 ${entity} 未印出规则；有规则的主体为 ${others}。`,
  ],
  [
    /^The tax in (.+) depends on the region, and none is given \(a rule is printed for (.*)\)\.$/,
    (_, where = '', regions = '') => `${place(where)}的税取决于地区，尚未选择（印有规则的地区：${regions}）。`,
  ],
  [/^No rule is printed for the region (.+); there is one for (.*)\.$/, '地区 $1 未印出规则；有规则的地区为 $2。'],
  [
    /^No rule for (.+) and (.+) is in force on (.+): the first begins on (.+)\.$/,
    (_, where = '', entity = '', day = '', first = '') =>
      `${place(where)}：签约主体 ${entity} 在 ${day} 没有生效的规则，最早自 ${first} 起。`,
  ],
  [
    /^The tax in (.+) depends on the registration status, and none is chosen \((.+)\)\.$/,
    (_, where = '', statuses = '') => `${place(where)}的税取决于资质，尚未选择（${statuses}）。`,
  ],
  [
    /^No rule is printed for (.+), (.+) and the status (.+); there are rules for (.+)\.$/,
    (_, where = '', entity = '', status = '', others = '') =>
      `${place(where)}：签约主体 ${entity}、资质 ${status} 未印出规则；有规则的资质为 ${others}。`,
  ],
  [/^Own rule of this book in the place of (\S+): (.+)$/s, '账本自有规则，代替 $1：$2'],
  [/^Own rule of this book: (.+)$/s, '账本自有规则：$1'],
  [/^(\d+) days$/, '$1 天内'],
  [/^Huawei Cloud billing guide (.+)$/, '华为云费用指南 $1'],
];

/**
 * A sentence of the tax rules in the language of the screen. The rules speak English; each sentence and pattern of
 * theirs has a Chinese form here (a test holds the two together). Figures, codes and unknown text stay as they are.
 */
export function say(text: string, language: Language): string {
  if (language === 'en') return text;
  if (text.endsWith(NO_RULE)) return `${say(text.slice(0, -NO_RULE.length), language)}“无规则”不等于 0 %：不计算任何金额。`;
  if (Object.hasOwn(EXACT, text)) return EXACT[text] ?? text;
  for (const [pattern, form] of PATTERNS) {
    if (pattern.test(text))
      return typeof form === 'string'
        ? text.replace(pattern, form)
        : text.replace(pattern, (...parts) => form(...(parts.slice(0, -2) as string[])));
  }
  return text;
}
