import type { Bilingual } from '../../words/said.ts';

/** How a cell of a field is read. `text` is kept as it stands. */
export type FieldKind = 'text' | 'identifier' | 'day' | 'period' | 'amount' | 'percent' | 'currency' | 'state';

interface FieldRule {
  readonly kind: FieldKind;
  readonly title: Bilingual;
}

/** What a list of certificates can say of each; the columns of a file are bound to these. */
export const FIELDS = {
  number: { kind: 'identifier', title: { en: 'certificate number', zh: '凭证号码' } },
  book: { kind: 'identifier', title: { en: 'book number', zh: '册号' } },
  date: { kind: 'day', title: { en: 'certificate date', zh: '凭证日期' } },
  issuer: { kind: 'text', title: { en: 'issuer', zh: '签发方' } },
  payerName: { kind: 'text', title: { en: 'name of the payer', zh: '付款方名称' } },
  payerTaxId: { kind: 'identifier', title: { en: 'tax number of the payer', zh: '付款方税号' } },
  payeeName: { kind: 'text', title: { en: 'name of the payee', zh: '收款方名称' } },
  payeeTaxId: { kind: 'identifier', title: { en: 'tax number of the payee', zh: '收款方税号' } },
  invoice: { kind: 'text', title: { en: 'invoice', zh: '发票号码' } },
  base: { kind: 'amount', title: { en: 'base', zh: '计税基数' } },
  rate: { kind: 'percent', title: { en: 'rate', zh: '税率' } },
  tax: { kind: 'amount', title: { en: 'tax withheld', zh: '代扣税额' } },
  currency: { kind: 'currency', title: { en: 'currency', zh: '币种' } },
  code: { kind: 'text', title: { en: 'income code', zh: '所得代码' } },
  description: { kind: 'text', title: { en: 'kind of income', zh: '所得种类' } },
  paid: { kind: 'day', title: { en: 'day of payment', zh: '付款日期' } },
  first: { kind: 'day', title: { en: 'first day of the period', zh: '所属期起' } },
  last: { kind: 'day', title: { en: 'last day of the period', zh: '所属期止' } },
  period: { kind: 'period', title: { en: 'period', zh: '所属期' } },
  year: { kind: 'text', title: { en: 'year of the period', zh: '所属年度' } },
  remittance: { kind: 'identifier', title: { en: 'remittance reference', zh: '缴款凭证号' } },
  remitted: { kind: 'day', title: { en: 'day of remittance', zh: '缴款日期' } },
  state: { kind: 'state', title: { en: 'status', zh: '状态' } },
} as const satisfies Record<string, FieldRule>;

export type Field = keyof typeof FIELDS;
export const FIELD_NAMES = Object.keys(FIELDS) as Field[];
