import type { SelfAccounted } from '../../domain/tax/self-account.ts';
import type { DocumentLanguage } from '../statements/export/words.ts';

const en = {
  title: 'Reverse-charge worksheet',
  summary: 'Totals by tax',
  lines: 'Documents',
  missingEntity: 'Documents without a contracting entity',
  noRule: 'Documents without a printed rule',
  countries: 'Countries',
  all: 'All',
  treatment: 'Treatment',
  treatments: {
    reverse_charge: 'Reverse charge',
    self_declared: 'Declared by the customer',
    shown_self_accounted: 'Shown, self-accounted',
    charged_customer_remits: 'Paid to the authority by the customer',
  } satisfies Record<SelfAccounted, string>,
  base: 'Base',
  stated: 'Tax on the document',
  ratePct: 'Rate %',
  rateFrom: 'Rate from',
  from: { own: 'own setting', document: 'the document' },
  hint: 'Printed for charged customers %',
  tax: 'Tax to self-account',
  policy: 'Rounding policy',
  local: 'Local currency',
  localRate: 'Exchange rate',
  origin: 'Rate of exchange from',
  origins: { same: '', invoice: 'the invoice', entered: 'entered', stated: 'vendor’s list' },
  localBase: 'Base, local',
  localTax: 'Tax, local',
  box: 'Box of the return',
  missing: 'Without a figure',
  localRow: 'local',
  notes: {
    rate: 'The rate is the user’s own setting for the country and day; without one the tax stays empty, which is not 0 %. The rate printed for customers who are charged is a hint only.',
    local:
      'Local tax is the converted base × rate, rounded half-up; tax that stands on the invoice is converted as it is. Conversion by the invoice’s rate, else the stored rate of its month.',
    partial: 'Where a figure is missing the total is of the others, and the last columns count the missing ones.',
    voids: 'Void documents are left out; credit notes are negative.',
    input: 'Whether and where the same amount is input tax is for the return of the country: see the box named beside the rate.',
  },
};

const zh: typeof en = {
  title: '反向征税工作表',
  summary: '按税种合计',
  lines: '单据',
  missingEntity: '未注明签约主体的单据',
  noRule: '没有所列规则的单据',
  countries: '国家/地区',
  all: '全部',
  treatment: '处理方式',
  treatments: {
    reverse_charge: '反向征税',
    self_declared: '客户自行申报',
    shown_self_accounted: '列示但自行计缴',
    charged_customer_remits: '客户直接缴纳给税务机关',
  },
  base: '计税基础',
  stated: '票面税额',
  ratePct: '税率 %',
  rateFrom: '税率来源',
  from: { own: '自定', document: '单据' },
  hint: '对收税客户印出的税率 %',
  tax: '应自行计缴税额',
  policy: '取整规则',
  local: '本地货币',
  localRate: '汇率',
  origin: '汇率来源',
  origins: { same: '', invoice: '发票', entered: '手工录入', stated: '厂商列表' },
  localBase: '计税基础（本地货币）',
  localTax: '税额（本地货币）',
  box: '申报表栏次',
  missing: '缺少数值的单据',
  localRow: '本地货币',
  notes: {
    rate: '税率为用户按国家和日期自定；未设定时税额留空，并不等于 0 %。对收税客户印出的税率仅供参考。',
    local: '本地货币税额为折算后的计税基础 × 税率，四舍五入；票面税额直接折算。按发票所载汇率折算，否则按所存当月汇率。',
    partial: '缺少数值时合计仅含其余单据，末列为缺少的单据数。',
    voids: '已作废单据不列入；贷项发票为负数。',
    input: '同额税款能否及在何处作进项税，以当地申报表为准：见税率旁注明的栏次。',
  },
};

const both = <T>(a: T, b: T): T => {
  if (typeof a === 'string') return (a === b ? a : `${a} / ${String(b)}`) as T;
  return Object.fromEntries(
    Object.entries(a as object).map(([key, value]) => [key, both(value, (b as Record<string, unknown>)[key])]),
  ) as T;
};

export type WorksheetWords = typeof en;
export const worksheetWords = (language: DocumentLanguage): WorksheetWords =>
  language === 'en' ? en : language === 'zh-CN' ? zh : both(en, zh);
