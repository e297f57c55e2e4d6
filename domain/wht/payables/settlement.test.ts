import { describe, expect, it } from 'vitest';
import { english } from '../../words/said.ts';
import { coverOf, fxDifferences, type RateOnDay } from './fx.ts';
import { linesOf } from './lines.ts';
import { awaitedOf, settlementOf, type CertificateOn, type InvoiceLedger } from './settlement.ts';

let next = 0;
const certificate = (payAmount: string, change: Partial<CertificateOn> = {}): CertificateOn => ({
  id: ++next,
  number: `W${next}`,
  issuer: '',
  date: '2024-04-01',
  status: 'submitted',
  currency: 'USD',
  amount: payAmount,
  payAmount,
  fx: null,
  ...change,
});
const paid = (...amounts: string[]): InvoiceLedger['cash'] =>
  amounts.map((amount, i) => ({ key: String(i + 1), date: `2024-03-${10 + i}`, reference: `P${i + 1}`, amount }));
/** Malaysia: 100 and 8 % service tax, 8 % withheld (Huawei Cloud billing guide 8.2). */
const ledger = (change: Partial<InvoiceLedger> = {}): InvoiceLedger => ({
  direction: 'received',
  currency: 'USD',
  net: '100',
  tax: '8',
  total: '108',
  ratePct: '8',
  borne: false,
  rule: 'MY-06',
  holds: true,
  credits: [],
  cash: [],
  certificates: [],
  ...change,
});
const figures = (change: Partial<InvoiceLedger>) => {
  const s = settlementOf(ledger(change));
  return [s.paid, s.open, s.openCash, s.openCertificates, s.uncertified, s.match];
};

describe('how an invoice is settled', () => {
  it.each([
    ['nothing yet', {}, ['0', '108', '100', '8', '0', 'pending']],
    ['paid net', { cash: paid('100') }, ['100', '8', '0', '8', '8', 'pending']],
    ['half of the net amount', { cash: paid('50') }, ['50', '58', '50', '8', '4', 'pending']],
    ['net and certified', { cash: paid('100'), certificates: [certificate('8')] }, ['108', '0', '0', '0', '0', 'exact']],
    ['certified first', { certificates: [certificate('8')] }, ['8', '100', '100', '0', '0', 'exact']],
    ['certificates in parts', { cash: paid('100'), certificates: [certificate('5')] }, ['105', '3', '0', '3', '3', 'pending']],
    ['the gross amount', { cash: paid('108') }, ['108', '0', '0', '0', '0', 'not-withheld']],
    ['more than net', { cash: paid('104') }, ['104', '4', '0', '4', '4', 'pending']],
    ['more than net, the rest certified', { cash: paid('104'), certificates: [certificate('4')] }, ['108', '0', '0', '0', '0', 'short']],
    ['certified over the rule', { cash: paid('98'), certificates: [certificate('10')] }, ['108', '0', '0', '0', '0', 'over']],
    [
      'a draft counts nowhere',
      { cash: paid('100'), certificates: [certificate('8', { status: 'draft' })] },
      ['100', '8', '0', '8', '8', 'pending'],
    ],
    [
      'nor does a refused one',
      { cash: paid('100'), certificates: [certificate('8', { status: 'refused' })] },
      ['100', '8', '0', '8', '8', 'pending'],
    ],
    ['no rule', { ratePct: null, holds: false, cash: paid('100') }, ['100', '8', '8', '0', null, 'none']],
    ['a rule without a rate: what was paid short', { ratePct: null, holds: true, cash: paid('100') }, ['100', '8', '0', '8', '8', 'none']],
    ['a rule without a rate, nothing paid', { ratePct: null, holds: true }, ['0', '108', '108', '0', null, 'none']],
    [
      'a rule without a rate, certified',
      { ratePct: null, cash: paid('100'), certificates: [certificate('8')] },
      ['108', '0', '0', '0', '0', 'unknown'],
    ],
    ['the buyer bears the tax', { total: '92', net: '92', tax: '0', borne: true, cash: paid('92') }, ['92', '0', '0', '0', '0', 'borne']],
    ['issued here', { direction: 'issued', cash: paid('100'), certificates: [certificate('8')] }, ['108', '0', '0', '0', '0', 'exact']],
  ] as const)('%s', (_, change, expected) => expect(figures(change as Partial<InvoiceLedger>)).toEqual(expected));

  it('goes by what is left of total and base after a credit note', () => {
    const credits = [{ number: 'C', date: '2024-03-05', net: '50', total: '54' }];
    expect(figures({ credits })).toEqual(['0', '54', '50', '4', '0', 'pending']);
    expect(figures({ credits, cash: paid('50'), certificates: [certificate('4')] })).toEqual(['54', '0', '0', '0', '0', 'exact']);
    expect(figures({ credits, cash: paid('100') })).toEqual(['100', '-46', '0', '0', '0', 'not-withheld']);
  });
  it('names a cent that rounding leaves', () => {
    const cent = settlementOf(
      ledger({ net: '559.75', tax: '0', total: '559.75', ratePct: '10', cash: paid('503.77'), certificates: [certificate('55.97')] }),
    );
    expect([cent.open, cent.openCash, cent.openCertificates, cent.rounding]).toEqual(['0.01', '0', '0.01', true]);
    expect(settlementOf(ledger({ cash: paid('100'), certificates: [certificate('7')] })).rounding).toBe(false);
    expect(settlementOf(ledger({ cash: paid('100') })).rounding).toBe(false);
  });
  it('does not call withheld what is not open', () =>
    expect([
      awaitedOf({ uncertified: '8', open: '3' }),
      awaitedOf({ uncertified: '8', open: '-3' }),
      awaitedOf({ uncertified: null, open: '9' }),
    ]).toEqual(['3', '0', '0']));
  it('is told line by line', () => {
    const own = ledger({ cash: paid('50', '50'), certificates: [certificate('8')], credits: [] });
    const s = settlementOf(own);
    expect(linesOf(own, s, []).map((l) => [l.sign, l.kind, l.value, l.formula && english(l.formula), l.source?.kind])).toEqual([
      ['', 'total', '108', '100 + 8', undefined],
      ['−', 'cash', '50', 'settles 54 = 50 + 4 withheld; base 50 = 100 × 50 ÷ 100', 'payment'],
      ['−', 'cash', '50', 'settles 54 = 50 + 4 withheld; base 50, the remainder', 'payment'],
      ['−', 'certificate', '8', null, 'certificate'],
      ['=', 'open', '0', '108 − 100 − 8', undefined],
      ['', 'expected', '8', '100 × 8 % (wht.half-up-2)', undefined],
      ['', 'net', '100', '108 − 8', undefined],
      ['', 'withheld', '8', null, undefined],
      ['', 'certified', '8', null, undefined],
      ['', 'difference', '0', '8 − 8', undefined],
    ]);
  });
});

describe('certificates in another currency', () => {
  const rates: Readonly<Record<string, string>> = { '2024-03-10': '4.7', '2024-03-11': '4.75' };
  const rateOn: RateOnDay = (_from, _to, day) =>
    rates[day] === undefined ? null : { rate: rates[day], told: { template: `rate of ${day}`, params: {} } };
  const ringgit = (payAmount: string, amount: string, rate: string): CertificateOn =>
    certificate(payAmount, { currency: 'MYR', amount, fx: { rate, date: '2024-04-01', source: 'LHDN' } });
  const told = (own: InvoiceLedger) =>
    fxDifferences(own.currency, settlementOf(own).shares.shares, own.certificates, rateOn).map((f) => [
      f.kind,
      f.currency,
      f.given,
      f.converted,
      f.difference,
      english(f.step),
    ]);

  it('differ at their own rate and at that of the payment, each on its line', () =>
    expect(told(ledger({ cash: paid('100'), certificates: [ringgit('8', '37.52', '4.72')] }))).toEqual([
      // 37.52 ÷ 4.72 = 7.949…; 8 × 4.7 = 37.6.
      ['own-rate', 'USD', '8', '7.95', '0.05', '37.52 MYR ÷ 4.72 → 7.95 USD (wht.conversion.half-up-2)'],
      ['payment-rate', 'MYR', '37.52', '37.6', '-0.08', '8 × 4.7 (rate of 2024-03-10) = 37.6 MYR (conversion.half-up-2)'],
    ]));
  it('of two payments take each payment’s rate, rounded once', () =>
    expect(told(ledger({ cash: paid('50', '50'), certificates: [ringgit('8', '37.76', '4.72')] })).at(-1)).toEqual([
      'payment-rate',
      'MYR',
      '37.76',
      '37.8',
      '-0.04',
      '4 × 4.7 (rate of 2024-03-10) + 4 × 4.75 (rate of 2024-03-11) = 37.8 MYR (conversion.half-up-2)',
    ]));
  it('say nothing where no rate is known, or the payment is still to come', () => {
    expect(told(ledger({ cash: paid('50', '25', '25'), certificates: [{ ...ringgit('8', '37', '4.7'), fx: null }] }))).toEqual([]);
    expect(told(ledger({ certificates: [{ ...ringgit('8', '37', '4.7'), fx: null }] }))).toEqual([]);
    expect(told(ledger({ cash: paid('100'), certificates: [certificate('8')] }))).toEqual([]);
  });
  it('cover the oldest payment first', () => {
    const own = ledger({ cash: paid('50', '50'), certificates: [certificate('2', { number: 'B' }), certificate('5', { number: 'A' })] });
    expect(coverOf(settlementOf(own).shares.shares, own.certificates).map((c) => [c.payment, c.amount])).toEqual([
      ['1', '4'],
      ['2', '1'],
      ['2', '2'],
    ]);
  });
});
