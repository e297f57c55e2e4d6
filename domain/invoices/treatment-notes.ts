import type { Bilingual } from '../words/said.ts';

/** What a document says of its tax under each treatment in which the customer, or nobody, pays it to the authority. */
export const TREATMENT_NOTES: Readonly<Record<string, Bilingual>> = {
  reverse_charge: { en: 'Reverse charge: the customer accounts for the tax.', zh: '反向征税：税款由客户自行申报缴纳。' },
  self_declared: { en: 'The customer declares and pays the tax.', zh: '税款由客户自行申报缴纳。' },
  shown_self_accounted: {
    en: 'The tax is shown and not collected: the customer accounts for it.',
    zh: '所列税款不代收，由客户自行申报缴纳。',
  },
  charged_customer_remits: {
    en: 'The customer pays the tax to the authority; the amount due to the seller excludes it.',
    zh: '税款由客户直接缴纳给税务机关，应付卖方金额不含税款。',
  },
  not_charged: { en: 'The seller charges no tax to this customer.', zh: '销售方不向该客户收取税款。' },
};
