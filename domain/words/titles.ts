import type { Bilingual } from './said.ts';

const VENDORS: Readonly<Record<string, string>> = {
  huawei: '华为云',
  tencent: '腾讯云',
  qingcloud: '青云',
  zilliz: 'Zilliz Cloud',
  other: '其他厂商',
};

/** A vendor inside a sentence; English keeps the word that the command line takes. */
export const vendorTitle = (vendor: string): Bilingual => ({
  en: vendor,
  zh: Object.hasOwn(VENDORS, vendor) ? VENDORS[vendor]! : vendor,
});

/** A bill format inside a sentence. */
export const titleOf = (format: { title: string; titleZh: string }): Bilingual => ({ en: format.title, zh: format.titleZh });

const BASES: Readonly<Record<string, string>> = { 'by-billing-cycle': '按计费周期', 'by-deduction-cycle': '按扣费周期' };

/** A statistics basis inside a sentence. */
export const basisTitle = (basis: string): Bilingual => ({ en: basis, zh: Object.hasOwn(BASES, basis) ? BASES[basis]! : basis });

const FIELDS: Readonly<Record<string, string>> = {
  amount: '金额',
  base: '计税基数',
  date: '日期',
  due: '到期日',
  fee: '手续费',
  net: '不含税金额',
  number: '号码',
  payAmount: '折合付款币种的金额',
  rate: '汇率',
  reason: '原因',
  tax: '税额',
  total: '合计',
  value: '值',
};

/** A field of a form inside a sentence; English keeps the name that the command line and the contract take. */
export const fieldTitle = (field: string): Bilingual => ({ en: field, zh: Object.hasOwn(FIELDS, field) ? FIELDS[field]! : field });

const STATUSES: Readonly<Record<string, string>> = {
  unbilled: '未出账',
  'to-confirm': '待确认',
  disputed: '质疑中',
  issuing: '开票中',
  unpaid: '未支付',
  overdue: '已逾期',
  paid: '已支付',
  free: '免费',
  void: '已作废',
};

/** The state of an invoice inside a sentence. */
export const statusTitle = (status: string): Bilingual => ({
  en: status,
  zh: Object.hasOwn(STATUSES, status) ? STATUSES[status]! : status,
});
