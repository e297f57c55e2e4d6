import type { IncomeCategory } from '../../certificate.ts';
import type { CertificateForm, Deadline, FormField, IncomeCode } from '../form.ts';
import { ABROAD, NO_TAX_NUMBER, list, pct } from './rows.ts';

const LIST = {
  source:
    'List of tax object codes of the unified withholding return (PER-24/PJ/2021; PER-11/PJ/2025, annex B.2), as published by several public tools',
  certainty: 'secondary',
} as const;
const line = list(LIST);
const TWO = [pct('2'), pct('4', { when: NO_TAX_NUMBER })];
const FIFTEEN = [pct('15'), pct('30', { when: NO_TAX_NUMBER })];

/** Services of article 23 that a cloud buyer meets; the list has 69 in all. */
const SERVICES: readonly (readonly [string, IncomeCategory, string, string, string])[] = [
  ['24-104-01', 'technical-services', 'Technical services', '技术服务', 'Jasa teknik'],
  ['24-104-02', 'services', 'Management services', '管理服务', 'Jasa manajemen'],
  ['24-104-03', 'professional-fees', 'Consulting', '咨询服务', 'Jasa konsultan'],
  [
    '24-104-06',
    'professional-fees',
    'Accounting, bookkeeping, audit',
    '会计、记账、审计服务',
    'Jasa akuntansi, pembukuan, dan atestasi laporan keuangan',
  ],
  ['24-104-07', 'professional-fees', 'Legal services', '法律服务', 'Jasa hukum'],
  ['24-104-18', 'services', 'Intermediaries and agencies', '中介与代理服务', 'Jasa perantara dan/atau keagenan'],
  [
    '24-104-24',
    'services',
    'Software, hardware or computer systems, maintenance included',
    '软件、硬件或计算机系统服务（含维护）',
    'Jasa sehubungan dengan software, hardware, atau sistem komputer, termasuk perawatan, pemeliharaan dan perbaikan',
  ],
  ['24-104-25', 'services', 'Making and running websites', '网站制作与管理', 'Jasa pembuatan dan/atau pengelolaan website'],
  ['24-104-26', 'services', 'Internet, connection included', '互联网服务（含接入）', 'Jasa internet termasuk sambungannya'],
  [
    '24-104-27',
    'services',
    'Storing, processing and distributing data, information and programs',
    '数据、信息和程序的存储、处理与传输',
    'Jasa penyimpanan, pengolahan, dan/atau penyaluran data, informasi, dan/atau program',
  ],
  [
    '24-104-34',
    'advertising',
    'Space or time in media',
    '媒体版面或时段',
    'Jasa penyediaan tempat dan/atau waktu dalam media massa, media luar ruang atau media lain untuk penyampaian informasi',
  ],
  ['24-104-40', 'transport', 'Freight forwarding', '货运代理', 'Jasa freight forwarding'],
  ['24-104-60', 'services', 'Training and courses', '培训与课程', 'Jasa pelatihan dan/atau kursus'],
];

const article23: readonly IncomeCode[] = [
  line(
    '24-100-02',
    'rent',
    {
      en: 'Rent of property other than land and buildings',
      zh: '财产租金（土地和建筑物除外）',
      local: 'Sewa dan penghasilan lain sehubungan dengan penggunaan harta',
    },
    ...TWO,
  ),
  line('24-101-01', 'dividend', { en: 'Dividends', zh: '股息', local: 'Dividen' }, ...FIFTEEN),
  line('24-102-01', 'interest', { en: 'Interest', zh: '利息', local: 'Bunga' }, ...FIFTEEN),
  line('24-103-01', 'royalty', { en: 'Royalties', zh: '特许权使用费', local: 'Royalti' }, ...FIFTEEN),
  ...SERVICES.map(([code, category, en, zh, local]) => line(code, category, { en, zh, local }, ...TWO)),
];

const TWENTY = pct('20', { when: ABROAD });
const article26: readonly IncomeCode[] = [
  line(
    '27-100-01',
    'rent',
    {
      en: 'Rent and other income from the use of property',
      zh: '财产租金及其他使用所得',
      local: 'Sewa dan penghasilan lain sehubungan dengan penggunaan harta',
    },
    TWENTY,
  ),
  line('27-101-01', 'dividend', { en: 'Dividends', zh: '股息', local: 'Dividen' }, TWENTY),
  line(
    '27-102-01',
    'interest',
    { en: 'Interest other than on bonds', zh: '利息（债券利息除外）', local: 'Bunga selain bunga obligasi' },
    TWENTY,
  ),
  line('27-103-01', 'royalty', { en: 'Royalties', zh: '特许权使用费', local: 'Royalti' }, TWENTY),
  line(
    '27-104-01',
    'services',
    { en: 'Services, work and activities', zh: '服务、劳务和活动报酬', local: 'Imbalan sehubungan dengan jasa, pekerjaan dan kegiatan' },
    TWENTY,
  ),
];

const RESIDENT_FIELDS: readonly FormField[] = [
  'number',
  'period',
  'payer-name',
  'payer-tax-id',
  'payee-name',
  'payee-tax-id',
  'code',
  'base',
  'rate',
  'description',
];
const ABROAD_FIELDS: readonly FormField[] = [...RESIDENT_FIELDS, 'payee-address', 'payee-country'];

const remittance = (day: number, from: string | null, to: string | null): Deadline => ({
  of: 'remittance',
  due: { dayOfNextMonth: day },
  from,
  to,
  source: 'PMK-81/2024 (one day for all taxes from 2025); before it the tenth',
  certainty: 'memory',
});

const form = {
  country: 'ID',
  currency: 'IDR',
  role: 'certificate',
  pattern: 'portal',
  numbering: 'portal',
  period: 'month',
  yearFrom: 1,
  copies: [{ en: 'Electronic, signed in the tax portal', zh: '电子版，在税务门户中签署' }],
  deadlines: [remittance(10, null, '2024-12-31'), remittance(15, '2025-01-01', null)],
  // PER-11/PJ/2025 art. 129: base and tax in whole rupiah, from 0.50 up.
  rounding: { mode: 'half-up', places: 0, strict: true },
  returns: [],
} as const;
const CORETAX = {
  source: 'PER-11/PJ/2025 (Coretax; whole rupiah by art. 129: seputaranalisa.com); enforcea.com',
  certainty: 'secondary',
} as const;
const UNIFIED = { source: 'PER-24/PJ/2021 (e-Bupot Unifikasi)', certainty: 'secondary' } as const;
const beforeNote = { en: 'For tax periods up to December 2024', zh: '适用于截至 2024 年 12 月的税期' };

export const indonesia: readonly CertificateForm[] = [
  {
    ...form,
    ...CORETAX,
    id: 'ID-BPPU',
    short: 'BPPU',
    name: {
      en: 'Proof of withholding, residents and permanent establishments',
      zh: '预扣凭证（居民及常设机构）',
      local: 'Bukti Pemotongan/Pemungutan Unifikasi (BPPU)',
    },
    payee: 'resident',
    codes: article23,
    required: RESIDENT_FIELDS,
    from: '2025-01-01',
    to: null,
  },
  {
    ...form,
    ...CORETAX,
    id: 'ID-BPNR',
    short: 'BPNR',
    name: { en: 'Proof of withholding, non-residents', zh: '预扣凭证（非居民）', local: 'Bukti Pemotongan Nonresiden (BPNR)' },
    payee: 'non-resident',
    codes: article26,
    required: ABROAD_FIELDS,
    from: '2025-01-01',
    to: null,
  },
  {
    ...form,
    ...UNIFIED,
    id: 'ID-BPBS-2021',
    short: 'BPBS',
    name: {
      en: 'Proof of withholding, residents (e-Bupot Unifikasi)',
      zh: '预扣凭证（居民，e-Bupot Unifikasi）',
      local: 'Bukti Pemotongan/Pemungutan Unifikasi Berformat Standar (BPBS)',
    },
    payee: 'resident',
    codes: article23,
    required: RESIDENT_FIELDS,
    note: beforeNote,
    from: '2022-01-01',
    to: '2025-01-31',
  },
  {
    ...form,
    ...UNIFIED,
    id: 'ID-BPNR-2021',
    short: 'BPNR (e-Bupot)',
    name: {
      en: 'Proof of withholding, non-residents (e-Bupot Unifikasi)',
      zh: '预扣凭证（非居民，e-Bupot Unifikasi）',
      local: 'Bukti Pemotongan PPh Nonresiden',
    },
    payee: 'non-resident',
    codes: article26,
    required: ABROAD_FIELDS,
    note: beforeNote,
    from: '2022-01-01',
    to: '2025-01-31',
  },
];
