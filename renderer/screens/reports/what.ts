import type { Language } from '../../i18n/index.ts';

type Rule = readonly [pattern: RegExp, text: string | ((...parts: string[]) => string)];

const PERIOD = String.raw`(?: (\d{4}-\d{2}))?`;
const then = (period: string | undefined, text: string): string => (period ? `${period} ${text}` : text);
const after = (period: string | undefined, text: string): string => (period ? `${text} ${period}` : text);

const NAMES: Readonly<Record<string, readonly [en: string, zh: string]>> = {
  reconciliation: ['Reconciliation', '逐项对账报告'],
  differences: ['Differences', '差异清单'],
  'open-items': ['Open items', '未结事项'],
  'three-way': ['Three-way match', '三方核对'],
  'invoice-register': ['Invoice register', '发票登记簿'],
  'tax-register': ['Tax register', '税务登记簿'],
  'wht-register': ['WHT register', 'WHT登记簿'],
  audit: ['Audit trail', '审计日志'],
  'close-certificate': ['Close certificate', '关账证明'],
};
const DECLARED = new RegExp(`^(${Object.keys(NAMES).join('|')}) report (\\d{4}-\\d{2})$`);

const ZH: readonly Rule[] = [
  [DECLARED, (_, report = '', period) => then(period, NAMES[report]![1])],
  [/^dispute letter (\d{4}-\d{2})$/, '$1 差异核实函'],
  [/^dispute message (\d{4}-\d{2})$/, '$1 差异核实邮件'],
  [/^report (\d{4}-\d{2})$/, '$1 对账报告'],
  [/^bill summary (\d{4}-\d{2})$/, '$1 账单汇总'],
  [new RegExp(`^bill lines${PERIOD}$`), (_, period) => then(period, '账单明细')],
  [new RegExp(`^transaction statement lines${PERIOD}$`), (_, period) => then(period, '流水账单')],
  [new RegExp(`^bill by .+?${PERIOD}$`), (_, period) => then(period, '账单分组')],
  [new RegExp(`^transaction statement by .+?${PERIOD}$`), (_, period) => then(period, '流水分组')],
  [/^allocation (\d{4}-\d{2})$/, '$1 成本分摊'],
  [/^FOCUS cost and usage/, 'FOCUS 成本与用量'],
  [/^FOCUS invoice detail/, 'FOCUS 发票明细'],
  [/^WHT register (\S+) (\S+)$/, '$1 至 $2 WHT登记簿'],
  [/^WHT list (\S+) (\S+)$/, '$2 申报清单 $1'],
  [/^WHT certificates$/, 'WHT凭证登记簿'],
  [/^WHT certificate (.+)$/, 'WHT凭证 $1'],
  [/^WHT letter (.+)$/, '送达函 $1'],
  [/^WHT message (.+)$/, '邮件 $1'],
  [/^WHT papers(?: (\S+) (\S+))?$/, (_, from, to) => (from ? `${from} 至 ${to} WHT凭证文件` : 'WHT凭证文件')],
  [/^reminders$/, '提醒'],
  [/^invoice register (\S+) (\S+)$/, '$1 至 $2 发票登记簿'],
  [/^tax register (\S+) (\S+)$/, '$1 至 $2 税务登记簿'],
  [/^statement (\S+) (\S+)$/, '$1 至 $2 对账单'],
  [/^ageing(?: (\S+))?$/, (_, day) => then(day, '账龄')],
  [/^documents? (.+)$/, '单据 $1'],
  [/^electronic invoice (.+)$/, '电子发票 $1'],
  [
    /^reverse-charge worksheet (?:([A-Z]{2}) )?(\S+) (\S+)$/,
    (_, country, from = '', to = '') => `${from} 至 ${to} 反向征税${country ? ` ${country}` : ''}`,
  ],
];
const EN: readonly Rule[] = [
  [DECLARED, (_, report = '', period) => after(period, NAMES[report]![0])],
  [/^dispute letter (\d{4}-\d{2})$/, 'Dispute letter $1'],
  [/^dispute message (\d{4}-\d{2})$/, 'Dispute message $1'],
  [
    /^reverse-charge worksheet (?:([A-Z]{2}) )?(\S+) (\S+)$/,
    (_, country, from = '', to = '') => `Reverse charge${country ? ` ${country}` : ''} ${from} – ${to}`,
  ],
  [/^reminders$/, 'Reminders'],
  [/^report (\d{4}-\d{2})$/, 'Report $1'],
  [/^bill summary (\d{4}-\d{2})$/, 'Bill summary $1'],
  [/^allocation (\d{4}-\d{2})$/, 'Allocation $1'],
  [/^invoice register (\S+) (\S+)$/, 'Invoice register $1 – $2'],
  [/^WHT register (\S+) (\S+)$/, 'WHT register $1 – $2'],
  [/^WHT list (\S+) (\S+)$/, 'List $1 of $2'],
  [/^tax register (\S+) (\S+)$/, 'Tax register $1 – $2'],
  [/^statement (\S+) (\S+)$/, 'Statement $1 – $2'],
  [/^ageing(?: (\S+))?$/, (_, day) => after(day, 'Ageing')],
  [/^WHT certificate (.+)$/, 'Certificate $1'],
  [/^WHT letter (.+)$/, 'Letter on $1'],
  [/^WHT message (.+)$/, 'Message on $1'],
  [/^document (.+)$/, 'Document $1'],
  [/^documents (.+)$/, 'Documents $1'],
  [/^electronic invoice (.+)$/, 'Electronic invoice $1'],
  [new RegExp(`^bill lines${PERIOD}$`), (_, period) => after(period, 'Bill lines')],
  [new RegExp(`^transaction statement lines${PERIOD}$`), (_, period) => after(period, 'Transaction statement')],
  [new RegExp(`^bill by .+?${PERIOD}$`), (_, period) => after(period, 'Bill, grouped')],
  [new RegExp(`^transaction statement by .+?${PERIOD}$`), (_, period) => after(period, 'Statement, grouped')],
];

/** What an export holds, in the language of the screen; the list keeps it in plain English. */
export function whatText(what: string, language: Language): string {
  for (const [pattern, text] of language === 'zh-CN' ? ZH : EN)
    if (pattern.test(what)) return typeof text === 'string' ? what.replace(pattern, text) : what.replace(pattern, text);
  return what;
}
