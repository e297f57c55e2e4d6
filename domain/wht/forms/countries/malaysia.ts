import type { CertificateForm, Deadline, FormField } from '../form.ts';
import { ABROAD, ALWAYS, list, pct } from './rows.ts';

const ACT = {
  source: 'Income Tax Act 1967 s. 4A, 109, 109B; forms-legal.com and ccs-co.com on forms CP37 and CP37D',
  certainty: 'secondary',
} as const;
const BUNDLED = {
  source: 'Deferment of small-value withholding tax from 2022-08-01: EY Malaysia tax alert 20/2022; ccs-co.com',
  certainty: 'secondary',
} as const;
const line = list(ACT);

const section109 = [
  line('109', 'royalty', { en: 'Royalty', zh: '特许权使用费', local: 'Royalti' }, pct('10', { when: ABROAD })),
  line('109', 'interest', { en: 'Interest', zh: '利息', local: 'Faedah' }, pct('15', { when: ABROAD })),
];
const section109B = [
  line(
    '4A(i)',
    'services',
    {
      en: 'Services for the use of property or rights, or for installing or running plant bought from the payee',
      zh: '与使用财产或权利有关的服务，或安装、运行向收款方购入设备的服务',
    },
    pct('10', { when: ABROAD }),
  ),
  line(
    '4A(ii)',
    'technical-services',
    { en: 'Advice, assistance or services in technical management or administration', zh: '技术管理或行政方面的咨询、协助或服务' },
    pct('10', { when: ABROAD }),
  ),
  line('4A(iii)', 'rent', { en: 'Rent for the use of movable property', zh: '动产租金' }, pct('10', { when: ABROAD })),
];

const REQUIRED: readonly FormField[] = [
  'number',
  'payer-name',
  'payer-tax-id',
  'payer-address',
  'payee-name',
  'payee-country',
  'period',
  'paid',
  'base',
  'rate',
  'remittance',
  'remitted',
];

const month: Deadline = {
  of: 'remittance',
  due: { after: 'payment', months: 1 },
  note: {
    en: 'One month after paying or crediting, whichever is first; 10 % more if late',
    zh: '付款或入账（以较早者为准）后一个月内；逾期加征 10%',
  },
  ...ALWAYS,
  ...ACT,
};
const halfYear: Deadline = {
  of: 'remittance',
  due: { endOfMonthAfter: 'period' },
  note: {
    en: '30 June for December to May, 31 December for June to November',
    zh: '12 月至 5 月的付款为 6 月 30 日，6 月至 11 月的付款为 12 月 31 日',
  },
  ...ALWAYS,
  ...BUNDLED,
};

const form = {
  ...ALWAYS,
  country: 'MY',
  currency: 'MYR',
  role: 'certificate',
  pattern: 'receipt',
  numbering: 'portal',
  payee: 'non-resident',
  required: REQUIRED,
  copies: [{ en: 'Form, and the receipt of the Inland Revenue Board', zh: '表格及内陆税收局收据' }],
  rounding: { mode: 'half-up', places: null },
  returns: [],
} as const;

export const malaysia: readonly CertificateForm[] = [
  {
    ...form,
    ...ACT,
    id: 'MY-CP37',
    short: 'CP37',
    name: { en: 'Tax on interest or royalty paid to a non-resident', zh: '向非居民支付利息或特许权使用费的预提税' },
    period: 'payment',
    yearFrom: 1,
    codes: section109,
    deadlines: [month],
  },
  {
    ...form,
    ...ACT,
    id: 'MY-CP37D',
    short: 'CP37D',
    name: { en: 'Tax on special classes of income paid to a non-resident', zh: '向非居民支付特殊类别所得的预提税' },
    period: 'payment',
    yearFrom: 1,
    codes: section109B,
    deadlines: [month],
  },
  {
    ...form,
    ...BUNDLED,
    id: 'MY-CP37S',
    short: 'CP37S',
    name: { en: 'Half-yearly form for small amounts of interest or royalty', zh: '利息或特许权使用费小额预提税半年表' },
    period: 'half-year',
    yearFrom: 12,
    codes: section109,
    deadlines: [halfYear],
    note: { en: 'For recurring tax of at most RM 500 a payment', zh: '适用于每笔预提税不超过 500 林吉特的经常性付款' },
    from: '2022-08-01',
  },
  {
    ...form,
    ...BUNDLED,
    id: 'MY-CP37DS',
    short: 'CP37DS',
    name: { en: 'Half-yearly form for small amounts of special classes of income', zh: '特殊类别所得小额预提税半年表' },
    period: 'half-year',
    yearFrom: 12,
    codes: section109B,
    deadlines: [halfYear],
    note: { en: 'For recurring tax of at most RM 500 a payment', zh: '适用于每笔预提税不超过 500 林吉特的经常性付款' },
    from: '2022-08-01',
  },
];
