import type { BankProfile } from '../profile.ts';
import { generic } from './generic.ts';

/** Headers that a card has and an account does not, and its own words for what accounts call otherwise. */
const CARD: Readonly<Partial<Record<BankProfile['columns'][number]['field'], readonly string[]>>> = {
  account: ['Card', 'Card Number', 'Card No', 'Card No.', 'Kartennummer', 'Kaartnummer', '卡号', '信用卡号', '卡号末四位'],
  booked: ['Posting Date', 'Post Date', 'Posted Date', 'Billing Date', '入账日', '入账日期', '记账日', '记账日期'],
  valued: ['Transaction Date', 'Purchase Date', 'Trans Date', 'Trans. Date', '交易日', '交易日期'],
  amount: ['Amount', 'Billing Amount', 'Amount in Billing Currency', '金额', '入账金额', '记账金额', '结算金额'],
  currency: ['Currency', 'Billing Currency', '币种', '入账币种', '结算币种', '记账币种'],
  counterparty: ['Merchant', 'Merchant Name', 'Payee', '商户', '商户名称', '交易商户'],
  code: ['Type', 'Category', 'Transaction Type', 'MCC', '交易类型'],
  charges: ['Fee', 'Foreign Transaction Fee', 'Conversion Fee', 'Fees', '手续费', '货币转换费'],
  originalAmount: ['Original Amount', 'Foreign Amount', 'Transaction Amount', 'Amount in Transaction Currency', '交易金额', '原币金额'],
  originalCurrency: ['Original Currency', 'Foreign Currency', 'Transaction Currency', '交易币种', '原币种'],
};

const PROFILE = {
  ...generic,
  kind: 'card',
  columns: generic.columns.map((c) => ({ field: c.field, headers: CARD[c.field] ?? c.headers })),
} as const;

/** A card's table whose purchases are negative, as in an account. */
export const card: BankProfile = {
  ...PROFILE,
  id: 'card',
  title: { en: 'Any table of a card; purchases are negative', zh: '任意卡片明细（消费为负）' },
};

/** A card's table whose purchases are positive, as most card companies print them. */
export const cardSpent: BankProfile = {
  ...PROFILE,
  id: 'card-spent',
  spent: true,
  title: { en: 'Any table of a card; purchases are positive', zh: '任意卡片明细（消费为正）' },
};
