import type { PartyDetails } from '../../parties/party.ts';
import { taxPack } from '../../tax/pack.ts';
import type { IncomeLine } from '../certificate.ts';
import { formById } from '../forms/index.ts';
import type { Remark } from '../remark.ts';
import type { RemarkLine } from '../remarks.ts';
import { remarksOf } from './index.ts';
import type { CheckedPaper } from './paper.ts';

/** For tests: a Thai certificate with nothing to ask, changed in one thing or another. */
export const party = (change: Partial<PartyDetails> = {}): PartyDetails => ({
  name: 'Siam Retail Co., Ltd.',
  nameLocal: null,
  country: 'TH',
  region: null,
  status: null,
  taxIds: [{ scheme: 'TIN', value: '0105565047713' }],
  addresses: [
    { use: 'legal', recipient: '', phone: '', lines: ['1 Rama IX'], city: 'Bangkok', region: null, postcode: '10310', country: 'TH' },
  ],
  contacts: [],
  bank: null,
  endpoint: null,
  ...change,
});
export const income = (change: Partial<IncomeLine> = {}): IncomeLine => ({
  category: 'services',
  code: '5',
  description: 'Cloud services',
  paid: '2024-04-10',
  base: '1000',
  rate: '3',
  tax: '30',
  ...change,
});
const paper = (change: Partial<CheckedPaper> = {}): CheckedPaper => ({
  side: 'payee',
  number: '1/7',
  generated: false,
  form: formById('TH-50-TAWI'),
  date: '2024-04-10',
  first: null,
  last: null,
  total: '30',
  currency: 'THB',
  income: [income()],
  payer: party({ name: 'Bangkok Buyer Co., Ltd.' }),
  payee: party(),
  remittance: '',
  remitted: null,
  registered: [],
  paid: [],
  payments: [],
  residence: [],
  twins: [],
  ...change,
});
export const line = (change: Partial<RemarkLine> = {}): RemarkLine => ({
  invoice: 'A',
  vendor: 'other',
  entity: 'SPARKOO_SG',
  date: '2024-04-10',
  currency: 'USD',
  net: '6000',
  total: '6480',
  payAmount: '480',
  ...change,
});
export const check = (change: Partial<CheckedPaper> = {}, country = 'TH', lines: RemarkLine[] = []): Remark[] =>
  remarksOf({ pack: taxPack, country, lines, paper: paper(change) });
export const codes = (...args: Parameters<typeof check>): string[] => check(...args).map((r) => r.code);
