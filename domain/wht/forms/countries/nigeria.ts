import type { CertificateForm } from '../form.ts';
import { ABROAD, ALWAYS, COMPANY, PERSON, RESIDENT, list, pct } from './rows.ts';

const RULES = {
  source:
    'Deduction of Tax at Source (Withholding) Regulations 2024, first schedule, gazette of 2024-10-02: bomesresourcesconsulting.com; EY 2024-1347',
  certainty: 'secondary',
} as const;
const BEFORE = {
  source: 'Regulations before 2025, as compared in mondaq 1492382 and adroitadvisorsng.com',
  certainty: 'secondary',
} as const;
const line = list(RULES, { from: '2025-01-01' });
const before = list(BEFORE, { to: '2024-12-31' });
const two = (resident: string, abroad: string) => [pct(resident, { when: RESIDENT }), pct(abroad, { when: ABROAD })];

const PROFESSIONAL = { en: 'Professional, management and consultancy fees', zh: '专业、管理和咨询服务费' };
const TECHNICAL = { en: 'Technical services', zh: '技术服务' };
const SERVICES = { en: 'Other services', zh: '其他服务' };
const GOODS = { en: 'Goods, other than by their maker', zh: '货物（生产者供应除外）' };

const kinds = [
  line(null, 'professional-fees', PROFESSIONAL, ...two('5', '10')),
  line(null, 'technical-services', TECHNICAL, ...two('5', '10')),
  line(null, 'services', SERVICES, ...two('2', '5')),
  line(null, 'goods', GOODS, pct('2', { when: RESIDENT })),
  line(null, 'royalty', { en: 'Royalty', zh: '特许权使用费' }, pct('10', { when: COMPANY }), pct('5', { when: PERSON })),
  line(null, 'rent', { en: 'Rent, hire or lease', zh: '租金、租赁' }, pct('10')),
  line(null, 'interest', { en: 'Interest', zh: '利息' }, pct('10')),
  line(null, 'dividend', { en: 'Dividends', zh: '股息' }, pct('10')),
  before(null, 'professional-fees', PROFESSIONAL, pct('10', { when: COMPANY })),
  before(null, 'technical-services', TECHNICAL, pct('10', { when: COMPANY })),
  before(null, 'services', SERVICES, pct('5')),
  before(null, 'goods', GOODS, pct('5')),
];

export const nigeria: readonly CertificateForm[] = [
  {
    ...ALWAYS,
    id: 'NG-CREDIT-NOTE',
    country: 'NG',
    short: 'Credit note',
    name: { en: 'Withholding tax credit note (TaxPro-Max)', zh: '预提税抵免单（TaxPro-Max）' },
    currency: 'NGN',
    role: 'certificate',
    pattern: 'portal',
    numbering: 'portal',
    period: 'month',
    yearFrom: 1,
    payee: 'any',
    codes: kinds,
    required: ['number', 'payer-name', 'payer-tax-id', 'payee-name', 'payee-tax-id', 'period', 'description', 'base', 'rate'],
    copies: [{ en: 'Electronic, at the tax authority', zh: '电子版，存于税务机关' }],
    deadlines: [
      {
        of: 'remittance',
        due: { dayOfNextMonth: 21 },
        ...ALWAYS,
        source: 'firs.gov.ng, FAQ',
        certainty: 'secondary',
      },
    ],
    rounding: { mode: 'half-up', places: null },
    returns: [],
    note: {
      en: 'Worth nothing before the tax is paid over; without a tax number of the payee the rate doubles.',
      zh: '税款缴纳前无效；收款方无税号时税率加倍。',
    },
    source: 'firs.gov.ng, FAQ; nitaxinfo.com',
    certainty: 'secondary',
  },
];
