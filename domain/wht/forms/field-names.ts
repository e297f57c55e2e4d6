import type { Bilingual } from '../../words/said.ts';
import type { FormField } from './form.ts';

/** What a field of a form is called in a sentence. */
export const FIELD_NAMES: Readonly<Record<FormField, Bilingual>> = {
  number: { en: 'number', zh: '编号' },
  'payer-name': { en: "payer's name", zh: '付款方名称' },
  'payer-tax-id': { en: "payer's tax number", zh: '付款方税号' },
  'payer-address': { en: "payer's address", zh: '付款方地址' },
  'payee-name': { en: "payee's name", zh: '收款方名称' },
  'payee-tax-id': { en: "payee's tax number", zh: '收款方税号' },
  'payee-address': { en: "payee's address", zh: '收款方地址' },
  'payee-country': { en: "payee's country", zh: '收款方国家' },
  period: { en: 'period', zh: '所属期间' },
  paid: { en: 'day of payment', zh: '付款日期' },
  code: { en: 'code of the income', zh: '所得代码' },
  description: { en: 'kind of income in words', zh: '所得说明' },
  base: { en: 'base', zh: '计税基数' },
  rate: { en: 'rate', zh: '税率' },
  remittance: { en: 'reference of the remittance', zh: '缴款参考号' },
  remitted: { en: 'day of the remittance', zh: '缴款日期' },
};
