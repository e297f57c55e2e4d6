import type { Bilingual } from '../../words/said.ts';

/** How a cell of a field is read. `words`: kept as it stands, and several columns may be it. */
export type FieldKind = 'day' | 'amount' | 'words' | 'name' | 'currency' | 'rate' | 'side' | 'state';

/** What a table of bank or card movements can say of each; the columns of a file are bound to these. */
export const FIELDS = {
  booked: { kind: 'day', title: { en: 'booking date', zh: '记账日期' } },
  valued: { kind: 'day', title: { en: 'value date', zh: '起息日' } },
  amount: { kind: 'amount', title: { en: 'amount', zh: '金额' } },
  out: { kind: 'amount', title: { en: 'money out (debit)', zh: '支出（借方）' } },
  in: { kind: 'amount', title: { en: 'money in (credit)', zh: '收入（贷方）' } },
  side: { kind: 'side', title: { en: 'debit or credit', zh: '借贷标志' } },
  balance: { kind: 'amount', title: { en: 'balance', zh: '余额' } },
  currency: { kind: 'currency', title: { en: 'currency', zh: '币种' } },
  account: { kind: 'name', title: { en: 'account', zh: '账号' } },
  text: { kind: 'words', title: { en: 'text', zh: '摘要' } },
  reference: { kind: 'words', title: { en: 'reference', zh: '参考号' } },
  counterparty: { kind: 'words', title: { en: 'counterparty', zh: '对方户名' } },
  counterpartyAccount: { kind: 'name', title: { en: 'account of the counterparty', zh: '对方账号' } },
  bankId: { kind: 'name', title: { en: 'transaction number of the bank', zh: '银行流水号' } },
  code: { kind: 'words', title: { en: 'kind of entry', zh: '交易类型' } },
  charges: { kind: 'amount', title: { en: 'charges', zh: '手续费' } },
  originalAmount: { kind: 'amount', title: { en: 'original amount', zh: '原币金额' } },
  originalCurrency: { kind: 'currency', title: { en: 'original currency', zh: '原币种' } },
  rate: { kind: 'rate', title: { en: 'exchange rate', zh: '汇率' } },
  state: { kind: 'state', title: { en: 'status', zh: '状态' } },
} as const satisfies Record<string, { kind: FieldKind; title: Bilingual }>;

export type Field = keyof typeof FIELDS;
export const FIELD_NAMES = Object.keys(FIELDS) as Field[];
/** True for a field that several columns may be. */
export const isMany = (field: Field): boolean => FIELDS[field].kind === 'words';
