import type { Language } from '../../i18n/index.ts';

const ZH: readonly [RegExp, string][] = [
  [/^report (\d{4}-\d{2})$/, '$1 对账报告'],
  [/^bill lines (\d{4}-\d{2})$/, '$1 账单明细'],
  [/^bill lines$/, '账单明细'],
  [/^transaction statement lines (\d{4}-\d{2})$/, '$1 流水账单'],
  [/^transaction statement lines$/, '流水账单'],
  [/^WHT certificates$/, 'WHT凭证登记簿'],
];
const EN: readonly [RegExp, string][] = [
  [/^report (\d{4}-\d{2})$/, 'Report $1'],
  [/^bill lines/, 'Bill lines'],
  [/^transaction statement lines/, 'Transaction statement lines'],
];

/** What an export holds, in the language of the screen; the list keeps it in plain English. */
export function whatText(what: string, language: Language): string {
  const found = (language === 'zh-CN' ? ZH : EN).find(([pattern]) => pattern.test(what));
  return found ? what.replace(found[0], found[1]) : what;
}
