import type { CertificateForm, FormField, UsualRate } from '../form.ts';
import { ABROAD, ALWAYS, COMPANY, NO_TAX_NUMBER, PERSON, list, pct } from './rows.ts';

const ACT_1961 = {
  source: 'Income-tax Act 1961, sections 194A to 195; rate charts from 2024-10-01 (scribd 807738765), teachoo.com on 194J',
  certainty: 'secondary',
} as const;
const ACT_2025 = {
  source: 'Income-tax Act 2025, section 393, payment codes of the returns 140 and 144: tdsguru.in, palgou.com, terra-insight.com',
  certainty: 'secondary',
} as const;
const old = list(ACT_1961, { to: '2026-03-31' });
const code = list(ACT_2025, { from: '2026-04-01' });

const RELIEF = { en: 'Relief of three quarters, May 2020 to March 2021', zh: '2020 年 5 月至 2021 年 3 月按四分之三征收' };
/** The rate, and what was left of it in the relief of 2020-05-14 to 2021-03-31. */
const withRelief = (ratePct: string, eased: string, when?: UsualRate['when'], to: string | null = null): UsualRate[] => [
  pct(ratePct, { ...(when ? { when } : {}), to }),
  pct(eased, { when: RELIEF, from: '2020-05-14', to: '2021-03-31' }),
];
const NO_PAN = pct('20', { when: NO_TAX_NUMBER });
const CESS = { en: 'With 4 % cess, without surcharge', zh: '含 4% 附加税，不含附加费' };

const sections = [
  old(
    '194C',
    'services',
    { en: 'Contractors', zh: '承包商' },
    ...withRelief('1', '0.75', PERSON),
    ...withRelief('2', '1.5', COMPANY),
    NO_PAN,
  ),
  old(
    '194H',
    'other',
    { en: 'Commission or brokerage', zh: '佣金或经纪费' },
    ...withRelief('5', '3.75', undefined, '2024-09-30'),
    pct('2', { from: '2024-10-01' }),
    NO_PAN,
  ),
  old(
    '194I',
    'rent',
    { en: 'Rent', zh: '租金' },
    ...withRelief('2', '1.5', { en: 'Plant, machinery, equipment', zh: '机器设备' }),
    ...withRelief('10', '7.5', { en: 'Land, building, furniture', zh: '土地、建筑物、家具' }),
    NO_PAN,
  ),
  old(
    '194J',
    'technical-services',
    { en: 'Technical services, call centres', zh: '技术服务、呼叫中心' },
    pct('10', { to: '2020-03-31' }),
    pct('2', { from: '2020-04-01' }),
    pct('1.5', { when: RELIEF, from: '2020-05-14', to: '2021-03-31' }),
    NO_PAN,
  ),
  old('194J', 'professional-fees', { en: 'Professional fees', zh: '专业服务费' }, ...withRelief('10', '7.5'), NO_PAN),
  old('194J', 'royalty', { en: 'Royalty', zh: '特许权使用费' }, ...withRelief('10', '7.5'), NO_PAN),
  old('194A', 'interest', { en: 'Interest other than on securities', zh: '利息（证券利息除外）' }, ...withRelief('10', '7.5'), NO_PAN),
  old('194Q', 'goods', { en: 'Purchase of goods', zh: '货物采购' }, pct('0.1', { from: '2021-07-01' })),
  ...(['royalty', 'technical-services'] as const).map((category) =>
    old(
      '195',
      category,
      category === 'royalty'
        ? { en: 'Royalty of a non-resident', zh: '非居民特许权使用费' }
        : { en: 'Technical services of a non-resident', zh: '非居民技术服务费' },
      pct('10', { when: ABROAD, to: '2023-03-31' }),
      pct('10.4', { when: CESS, from: '2018-04-01', to: '2023-03-31' }),
      pct('20', { when: ABROAD, from: '2023-04-01' }),
      pct('20.8', { when: CESS, from: '2023-04-01' }),
    ),
  ),
];

const payments = [
  code('1023', 'services', { en: 'Contractors, individual or family', zh: '承包商（个人或家庭）' }, pct('1')),
  code('1024', 'services', { en: 'Contractors, others', zh: '承包商（其他）' }, pct('2')),
  code('1006', 'other', { en: 'Commission or brokerage', zh: '佣金或经纪费' }, pct('2')),
  code('1008', 'rent', { en: 'Rent of plant, machinery, equipment', zh: '机器设备租金' }, pct('2')),
  code('1009', 'rent', { en: 'Rent of land, building, furniture', zh: '土地、建筑物、家具租金' }, pct('10')),
  code('1026', 'technical-services', { en: 'Technical services', zh: '技术服务' }, pct('2')),
  code('1027', 'professional-fees', { en: 'Professional services', zh: '专业服务' }, pct('10')),
];

const REQUIRED: readonly FormField[] = [
  'number',
  'period',
  'payer-name',
  'payer-tax-id',
  'payee-name',
  'payee-tax-id',
  'code',
  'paid',
  'base',
  'remittance',
  'remitted',
];
const form = {
  country: 'IN',
  currency: 'INR',
  role: 'certificate',
  pattern: 'portal',
  numbering: 'portal',
  period: 'quarter',
  yearFrom: 4,
  payee: 'any',
  required: REQUIRED,
  copies: [{ en: 'Download of the deductor from TRACES, signed', zh: '扣缴人自 TRACES 下载并签署' }],
  // Certificates show paise, yet payers withhold whole rupees.
  rounding: { mode: 'half-up', places: 0 },
  returns: [],
} as const;
const DEADLINES: CertificateForm['deadlines'] = [
  {
    of: 'certificate',
    due: { byQuarter: ['08-15', '11-15', '02-15', '06-15'] },
    note: { en: '15 days after the quarterly statement is due', zh: '季度报表到期后 15 日内' },
    ...ALWAYS,
    source: 'Income-tax Rules, rule 31 (yourfinancebook.com); cloud.google.com/billing/docs/resources/tds',
    certainty: 'secondary',
  },
  {
    of: 'remittance',
    due: { dayOfNextMonth: 7 },
    note: { en: '30 April for March', zh: '3 月份的税款为 4 月 30 日' },
    ...ALWAYS,
    source: 'Income-tax Rules, rule 30',
    certainty: 'secondary',
  },
];

export const india: readonly CertificateForm[] = [
  {
    ...form,
    ...ALWAYS,
    id: 'IN-16A',
    short: 'Form 16A',
    name: { en: 'Certificate of tax deducted at source (form 16A)', zh: '源泉扣缴税款凭证（16A 表）' },
    codes: sections,
    deadlines: DEADLINES,
    note: {
      en: 'For deductions up to 31 March 2026; surcharge and cess come on top for non-residents.',
      zh: '适用于截至 2026 年 3 月 31 日的扣缴；非居民另计附加费和附加税。',
    },
    source: 'Income-tax Rules 1962, rule 31 (yourfinancebook.com, taxguru.in)',
    certainty: 'secondary',
  },
  {
    ...form,
    id: 'IN-131',
    short: 'Form 131',
    name: { en: 'Certificate of tax deducted at source (form 131)', zh: '源泉扣缴税款凭证（131 表）' },
    codes: payments,
    deadlines: DEADLINES,
    note: { en: 'Takes the place of form 16A for deductions from 1 April 2026.', zh: '自 2026 年 4 月 1 日起的扣缴以此取代 16A 表。' },
    source: 'Income-tax Act 2025 from 2026-04-01: terra-insight.com',
    certainty: 'secondary',
    from: '2026-04-01',
    to: null,
  },
];
