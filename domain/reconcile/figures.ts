import type { MeasureName } from '../formats/fields.ts';
import type { Amount } from '../money/amount.ts';
import type { Drill, Figure } from './check.ts';
import type { Facts } from './facts.ts';

/** Opens the bill lines of the vendor and currency. */
export const linesDrill = (facts: Facts, kind: 'detail' | 'statement'): Drill => ({
  screen: 'bills',
  query: {
    period: facts.period,
    kind,
    where: [
      { column: 'vendor', op: 'is', value: facts.vendor },
      { column: 'currency', op: 'is', value: facts.currency },
    ],
  },
});
export const invoicesDrill = (facts: Facts): Drill => ({ screen: 'invoices', query: { period: facts.period, vendor: facts.vendor } });
export const paymentsDrill = (facts: Facts): Drill => ({
  screen: 'payments',
  query: { search: facts.payments.length === 1 ? facts.payments[0]!.reference : '' },
});
export const certificatesDrill = (facts: Facts): Drill => ({
  screen: 'wht',
  query: { search: facts.certificates.length === 1 ? facts.certificates[0]!.number : '' },
});

export const figure = (en: string, zh: string, value: Amount | null, drill: Drill | null): Figure => ({ label: { en, zh }, value, drill });

/** What a Huawei Cloud account pays in money: cash and monthly-settled, or cash, credit and outstanding where it is not settled monthly. */
export const cashMeasures = (facts: Pick<Facts, 'settlement'>): readonly MeasureName[] =>
  facts.settlement === 'monthly' ? ['cash', 'monthlySettled'] : ['cash', 'credit', 'outstanding'];
export const cashWords = (facts: Pick<Facts, 'settlement'>): { en: string; zh: string } =>
  facts.settlement === 'monthly'
    ? { en: 'cash + monthly-settled', zh: '现金支付 + 月度结算' }
    : { en: 'cash + credit + outstanding', zh: '现金支付 + 信用额度支付 + 欠费金额' };
