import type { CertificateForm } from '../form.ts';
import { ABROAD, ALWAYS, COMPANY, PERSON, list, pct } from './rows.ts';

const SECTIONS = {
  source:
    'Payment sections of the FBR import template for e-payments (scribd 291469583, 553459455); brecorder.com 40376952 and Tax Book 2023 on the rates',
  certainty: 'secondary',
} as const;
const line = list(SECTIONS);
const until2023 = { to: '2023-06-30' };
const until2025 = { from: '2023-07-01', to: '2025-06-30' };
const since2025 = { from: '2025-07-01' };

const codes = [
  line('152(1)', 'royalty', { en: 'Royalty of a non-resident', zh: '非居民特许权使用费' }, pct('15', { when: ABROAD })),
  line('152(1)', 'technical-services', { en: 'Technical services of a non-resident', zh: '非居民技术服务费' }, pct('15', { when: ABROAD })),
  line('152(2)', 'other', { en: 'Other payments to a non-resident', zh: '向非居民支付的其他款项' }, pct('20', { when: ABROAD })),
  line(
    '153(1)(b)',
    'services',
    { en: 'Services of residents and permanent establishments', zh: '居民及常设机构的服务' },
    pct('8', { when: COMPANY, ...until2023 }),
    pct('10', { when: PERSON, ...until2023 }),
    pct('9', { when: COMPANY, ...until2025 }),
    pct('11', { when: PERSON, ...until2025 }),
    pct('15', { when: { en: 'Services that are not listed', zh: '未列名的服务' }, ...since2025 }),
    pct('6', { when: { en: 'Listed services', zh: '列名的服务' }, ...since2025 }),
    pct('4', { when: { en: 'IT and IT-enabled services', zh: '信息技术及其支持的服务' }, from: '2023-07-01' }),
    pct('3', { when: { en: 'Listed services, IT among them', zh: '列名的服务（含信息技术）' }, ...until2023 }),
  ),
  line('153(1)(b)', 'advertising', { en: 'Advertising in media', zh: '媒体广告' }, pct('1.5')),
  line('155', 'rent', { en: 'Rent of immovable property', zh: '不动产租金' }),
];

const form = {
  ...ALWAYS,
  country: 'PK',
  currency: 'PKR',
  role: 'certificate',
  period: 'payment',
  yearFrom: 7,
  payee: 'any',
  codes,
  deadlines: [],
  // FBR takes no decimals; it does not say which way a half goes.
  rounding: { mode: 'half-up', places: 0, strict: true },
  returns: [],
} as const;

export const pakistan: readonly CertificateForm[] = [
  {
    ...form,
    id: 'PK-CPR',
    short: 'CPR',
    name: { en: 'Computerized payment receipt', zh: '电子缴款收据' },
    pattern: 'receipt',
    numbering: 'portal',
    required: ['number', 'payer-name', 'payer-tax-id', 'payee-name', 'payee-tax-id', 'code', 'base', 'remitted'],
    copies: [{ en: 'Receipt of the bank or the FBR', zh: '银行或联邦税务局收据' }],
    note: {
      en: 'Whole rupees. Name, tax number, period and section can be corrected only before the receipt is used.',
      zh: '以整卢比计。名称、税号、期间和条款仅可在收据使用前更正。',
    },
    source: 'FBR circular of 2019-12-30 (scribd 617985699); paperzz 8082936',
    certainty: 'secondary',
  },
  {
    ...form,
    id: 'PK-S164',
    short: 's. 164',
    name: { en: 'Certificate of collection or deduction of tax (section 164)', zh: '代收代扣税款证明（第 164 条）' },
    pattern: 'payer-writes',
    numbering: 'own-series',
    required: ['payer-name', 'payer-tax-id', 'payee-name', 'payee-tax-id', 'period', 'code', 'base', 'rate', 'remittance', 'remitted'],
    copies: [{ en: 'Payee', zh: '收款方' }],
    note: { en: 'Names the receipts (CPR) with which the tax was paid.', zh: '须列明缴税所用的收据（CPR）。' },
    source: 'Income Tax Ordinance 2001 s. 164',
    certainty: 'secondary',
  },
];
