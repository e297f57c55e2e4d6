import type { CertificateForm, FormField } from '../form.ts';
import { ABROAD, ALWAYS, list, pct } from './rows.ts';

const ORDER = {
  source: 'BIR Revenue Memorandum Order 38-2018 and RR 11-2018 (TRAIN); help.juan.tax, NetSuite help and Odoo l10n_ph on the codes',
  certainty: 'secondary',
} as const;
const FINAL = {
  source: 'BIR schedule of final withholding taxes (scribd 715245357); CREATE law for 25 % from 2021-01-01; Odoo l10n_ph',
  certainty: 'secondary',
} as const;
const line = list(ORDER, { from: '2018-01-01' });
const final = list(FINAL);

const upTo = (limit: string) => ({ en: `Gross income of the year up to PHP ${limit}`, zh: `年度总收入不超过 ${limit} 比索` });
const above = (limit: string) => ({ en: `Gross income of the year above PHP ${limit}`, zh: `年度总收入超过 ${limit} 比索` });
const MILLIONS = '3,000,000';
const THOUSANDS = '720,000';
const both = (number: string) => [`WI${number}`, `WC${number}`] as const;

const creditable = [
  line(
    'WI010',
    'professional-fees',
    { en: 'Professional fees, individual, lower bracket', zh: '专业服务费（个人，低档）' },
    pct('5', { when: upTo(MILLIONS) }),
  ),
  line(
    'WI011',
    'professional-fees',
    { en: 'Professional fees, individual, upper bracket or VAT-registered', zh: '专业服务费（个人，高档或增值税纳税人）' },
    pct('10', { when: above(MILLIONS) }),
  ),
  line(
    'WC010',
    'professional-fees',
    { en: 'Professional fees, company, lower bracket', zh: '专业服务费（公司，低档）' },
    pct('10', { when: upTo(THOUSANDS) }),
  ),
  line(
    'WC011',
    'professional-fees',
    { en: 'Professional fees, company, upper bracket', zh: '专业服务费（公司，高档）' },
    pct('15', { when: above(THOUSANDS) }),
  ),
  line(
    'WI050',
    'technical-services',
    { en: 'Management and technical consultants, individual, lower bracket', zh: '管理与技术顾问（个人，低档）' },
    pct('5', { when: upTo(MILLIONS) }),
  ),
  line(
    'WI051',
    'technical-services',
    { en: 'Management and technical consultants, individual, upper bracket', zh: '管理与技术顾问（个人，高档）' },
    pct('10', { when: above(MILLIONS) }),
  ),
  ...both('100').map((code) => line(code, 'rent', { en: 'Rent of property', zh: '财产租金' }, pct('5'))),
  ...both('120').map((code) => line(code, 'services', { en: 'Contractors and subcontractors', zh: '承包商与分包商' }, pct('2'))),
  ...both('157').map((code) => line(code, 'services', { en: 'Services bought by the government', zh: '政府采购的服务' }, pct('2'))),
  ...both('640').map((code) => line(code, 'goods', { en: 'Goods bought by the government', zh: '政府采购的货物' }, pct('1'))),
  ...both('158').map((code) =>
    line(code, 'goods', { en: 'Goods bought by a top withholding agent', zh: '大额扣缴义务人采购的货物' }, pct('1')),
  ),
  ...both('160').map((code) =>
    line(code, 'services', { en: 'Services bought by a top withholding agent', zh: '大额扣缴义务人采购的服务' }, pct('2')),
  ),
  ...both('516').map((code) => line(code, 'other', { en: 'Commissions, rebates and discounts', zh: '佣金、返利和折扣' }, pct('10'))),
];

const toForeign = [pct('30', { when: ABROAD, to: '2020-12-31' }), pct('25', { when: ABROAD, from: '2021-01-01' })];
const finals = [
  final('WC230', 'services', { en: 'Services of a non-resident foreign corporation', zh: '非居民外国公司的服务' }, ...toForeign),
  final(
    'WC230',
    'technical-services',
    { en: 'Technical services of a non-resident foreign corporation', zh: '非居民外国公司的技术服务' },
    ...toForeign,
  ),
  final('WC230', 'royalty', { en: 'Royalties of a non-resident foreign corporation', zh: '非居民外国公司的特许权使用费' }, ...toForeign),
  final('WC180', 'interest', { en: 'Interest on foreign loans of a non-resident corporation', zh: '非居民公司境外贷款利息' }, pct('20')),
  ...both('250').map((code) =>
    final(
      code,
      'royalty',
      { en: 'Royalties of residents and resident foreign corporations', zh: '居民及居民外国公司的特许权使用费' },
      pct('20'),
    ),
  ),
];

const FIELDS: readonly FormField[] = [
  'period',
  'payer-name',
  'payer-tax-id',
  'payer-address',
  'payee-name',
  'payee-address',
  'code',
  'base',
];
const form = {
  ...ALWAYS,
  country: 'PH',
  currency: 'PHP',
  role: 'certificate',
  pattern: 'payer-writes',
  numbering: 'none',
  yearFrom: 1,
  copies: [
    { en: 'Payee', zh: '收款方' },
    { en: 'Payor', zh: '付款方' },
  ],
  rounding: { mode: 'half-up', places: null },
  returns: [],
} as const;

export const philippines: readonly CertificateForm[] = [
  {
    ...form,
    id: 'PH-2307',
    short: '2307',
    name: { en: 'Certificate of creditable tax withheld at source (BIR form 2307)', zh: '可抵免预扣税凭证（BIR 2307 表）' },
    period: 'quarter',
    payee: 'resident',
    codes: creditable,
    required: [...FIELDS, 'payee-tax-id'],
    deadlines: [
      {
        of: 'certificate',
        due: { after: 'period', days: 20 },
        note: { en: 'Earlier on request, with the payment', zh: '应要求可在付款时提前开具' },
        ...ALWAYS,
        source: 'Revenue Regulations 2-98 s. 2.58',
        certainty: 'memory',
      },
      {
        of: 'remittance',
        due: { endOfMonthAfter: 'period' },
        note: {
          en: 'Quarterly return 1601-EQ; the first two months are paid with 0619-E',
          zh: '季度申报表 1601-EQ；前两个月以 0619-E 缴纳',
        },
        ...ALWAYS,
        source: 'RR 11-2018',
        certainty: 'memory',
      },
    ],
    note: {
      en: 'One paper a quarter; it has no number: payor, payee, quarter and code tell it.',
      zh: '每季度一张；无编号，以付款方、收款方、季度和代码识别。',
    },
    source: 'BIR form 2307, January 2018 (ENCS)',
    certainty: 'explicit',
  },
  {
    ...form,
    id: 'PH-2306',
    short: '2306',
    name: { en: 'Certificate of final tax withheld at source (BIR form 2306)', zh: '最终预扣税凭证（BIR 2306 表）' },
    period: 'payment',
    payee: 'any',
    codes: finals,
    required: FIELDS,
    deadlines: [],
    note: { en: 'The tax is final: a foreign seller has nothing to credit it against.', zh: '属最终税：境外卖方无可抵免。' },
    source: 'BIR form 2306, January 2018 (ENCS)',
    certainty: 'explicit',
  },
];
