import type { CertificateForm } from '../form.ts';
import { ABROAD, ALWAYS, RESIDENT, list, pct } from './rows.ts';

const RATES = { source: 'kra.go.ke, FAQ “More about withholding tax”', certainty: 'explicit' } as const;
const line = list(RATES);
const both = (resident: string, abroad: string) => [pct(resident, { when: RESIDENT }), pct(abroad, { when: ABROAD })];

/** iTax names the nature of the payment and has no code for it that is published. */
const natures = [
  line(
    null,
    'professional-fees',
    { en: 'Management, professional and consultancy fees', zh: '管理、专业和咨询服务费' },
    ...both('5', '20'),
  ),
  line(null, 'technical-services', { en: 'Technical and agency services', zh: '技术与代理服务费' }, ...both('5', '20')),
  line(null, 'services', { en: 'Contractual fees', zh: '承包费' }, ...both('3', '20')),
  line(null, 'royalty', { en: 'Royalties', zh: '特许权使用费' }, ...both('5', '20')),
  line(null, 'interest', { en: 'Interest of banks', zh: '银行利息' }, pct('15')),
  line(
    null,
    'rent',
    { en: 'Rent', zh: '租金' },
    pct('30', { when: { en: 'Buildings, payee a non-resident', zh: '不动产，收款方为非居民' } }),
    pct('15', { when: { en: 'Movables, payee a non-resident', zh: '动产，收款方为非居民' } }),
  ),
];

export const kenya: readonly CertificateForm[] = [
  {
    ...ALWAYS,
    id: 'KE-ITAX',
    country: 'KE',
    short: 'iTax',
    name: { en: 'Withholding tax certificate of iTax', zh: 'iTax 预提税凭证' },
    currency: 'KES',
    role: 'certificate',
    pattern: 'portal',
    numbering: 'portal',
    period: 'payment',
    yearFrom: 1,
    payee: 'any',
    codes: natures,
    required: ['number', 'payer-name', 'payer-tax-id', 'payee-name', 'payee-tax-id', 'paid', 'base', 'rate'],
    copies: [{ en: 'Mailed by iTax to the payee', zh: '由 iTax 邮寄至收款方邮箱' }],
    deadlines: [
      {
        of: 'remittance',
        due: { dayOfNextMonth: 20 },
        from: null,
        to: '2023-06-30',
        source: 'kra.go.ke, blog 1141',
        certainty: 'secondary',
      },
      {
        of: 'remittance',
        due: { after: 'payment', workingDays: 5 },
        from: '2023-07-01',
        to: null,
        source: 'Finance Act 2023: skm.co.ke',
        certainty: 'secondary',
      },
    ],
    rounding: { mode: 'half-up', places: null },
    returns: [],
    note: {
      en: 'Made when the tax has arrived. Tax withheld from VAT has certificates of its own.',
      zh: '税款到账后生成。增值税的预扣另有凭证。',
    },
    source: 'kra.go.ke; skm.co.ke on the Finance Act 2023',
    certainty: 'secondary',
  },
];
