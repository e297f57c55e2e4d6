import type { MatchBook } from './book.ts';
import type { Money } from './money.ts';
import type { OpenItem } from './open-item.ts';
import { MATCH_SETTINGS } from './settings.ts';
import { subtract } from '../money/amount.ts';
import { withheldOf } from '../wht/payables/policy.ts';

let ids = 0;

/** For tests: an open invoice of a vendor in Singapore; net and tax make its total, the rate what certificates are to cover. */
export function openItem(number: string, net: string, tax: string, change: Partial<OpenItem> & { ratePct?: string | null } = {}): OpenItem {
  const currency = change.currency ?? 'USD';
  const total = subtract(net, subtract('0', tax));
  const rate = change.ratePct ?? null;
  const wht = rate === null ? '0' : withheldOf(net, rate, currency);
  return {
    id: ++ids,
    number,
    vendor: 'huawei',
    direction: 'received',
    party: {
      key: 'received|huawei|SPARKOO_SG',
      title: 'Sparkoo Technologies Singapore',
      names: ['Sparkoo Technologies Singapore', 'Huawei Cloud'],
      taxIds: [],
      accounts: ['SG-0001-77'],
    },
    date: '2024-03-02',
    due: '2024-04-01',
    period: '2024-02',
    currency,
    net,
    tax,
    total,
    open: total,
    openCash: subtract(total, wht),
    openCertificates: wht,
    rule: null,
    untouched: true,
    paid: [],
    credit: '0',
    references: [],
    rates: { wht: ['8', '10'], indirect: ['6', '8'] },
    fx: null,
    ...change,
    ratePct: rate,
  };
}

/** For tests: money that went out by a bank, with nothing said of it. */
export const money = (amount: string, change: Partial<Money> = {}): Money => ({
  kind: 'bank',
  id: ++ids,
  date: '2024-03-30',
  direction: 'received',
  currency: 'USD',
  amount,
  left: amount,
  reference: '',
  text: '',
  counterparty: '',
  account: '',
  charges: null,
  original: null,
  ...change,
});

/** For tests: a book of these invoices. */
export const bookOf = (items: readonly OpenItem[], change: Partial<MatchBook> = {}): MatchBook => ({
  items,
  payments: [],
  rules: [],
  rateOn: () => null,
  settings: MATCH_SETTINGS,
  ...change,
});
