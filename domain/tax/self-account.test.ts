import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { absolute, amount, compare, equal, multiply, negate, percentOf, subtract, sum } from '../money/amount.ts';
import { ownRateOn, partialSum, selfAccount, type OwnRate, type SelfAccountPaper } from './self-account.ts';

const rate = (from: string, ratePct: string, to: string | null = null, country = 'AE'): OwnRate => ({
  country,
  from,
  to,
  ratePct,
  box: '',
});
const paper = (change: Partial<SelfAccountPaper> = {}): SelfAccountPaper => ({
  currency: 'USD',
  base: '100',
  stated: '0',
  treatment: 'reverse_charge',
  ruleRatePct: null,
  own: rate('2018-01-01', '5'),
  local: { currency: 'AED', rate: '3.6725' },
  ...change,
});
const cents = fc.integer({ min: -(10 ** 9), max: 10 ** 9 }).map((n) => amount(multiply(String(n), '0.01')));
const percent = fc.integer({ min: 0, max: 10_000 }).map((n) => amount(multiply(String(n), '0.01')));
const exchange = fc.integer({ min: 1, max: 10 ** 7 }).map((n) => amount(multiply(String(n), '0.0001')));

describe('what is owed', () => {
  it('is base × the user’s rate, there and here', () =>
    expect(selfAccount(paper())).toEqual({
      rate: { ratePct: '5', from: 'own' },
      tax: '5',
      policy: 'tax.half-up-2',
      local: { base: '367.25', tax: '18.36', policy: 'tax.half-up-2' },
    }));
  it('is not known without a rate, and not in the local currency without a rate of exchange', () => {
    expect(selfAccount(paper({ own: null }))).toMatchObject({ rate: null, tax: null, local: { base: '367.25', tax: null } });
    expect(selfAccount(paper({ local: { currency: 'AED', rate: null } }))).toMatchObject({ tax: '5', local: { base: null, tax: null } });
  });
  it('is what stands on the invoice where the customer pays that to the authority', () =>
    expect(
      selfAccount(
        paper({
          treatment: 'charged_customer_remits',
          stated: '11',
          ruleRatePct: '11',
          own: null,
          local: { currency: 'IDR', rate: '16000' },
        }),
      ),
    ).toMatchObject({ rate: { ratePct: '11', from: 'document' }, tax: '11', local: { base: '1600000', tax: '176000' } }));
  it('never leaves base × rate by more than half a smallest unit, and turns its sign with the base', () =>
    fc.assert(
      fc.property(cents, percent, exchange, (base, ratePct, rateOfExchange) => {
        const at = { own: rate('2018-01-01', ratePct), local: { currency: 'AED', rate: rateOfExchange } };
        const { tax, local } = selfAccount(paper({ base, ...at }));
        expect(compare(absolute(subtract(tax!, percentOf(base, ratePct))), '0.005')).toBeLessThanOrEqual(0);
        expect(compare(absolute(subtract(local.tax!, percentOf(local.base!, ratePct))), '0.005')).toBeLessThanOrEqual(0);
        expect(equal(selfAccount(paper({ base: negate(base), ...at })).tax!, negate(tax!))).toBe(true);
      }),
    ));
});

describe('the rate of a day', () => {
  const rates = [
    rate('2018-01-01', '5', '2023-12-31'),
    rate('2024-01-01', '7'),
    rate('2024-07-01', '9', '2024-07-31'),
    rate('2020-01-01', '1', null, 'BH'),
  ];
  it.each([
    ['2017-12-31', null],
    ['2018-01-01', '5'],
    ['2023-12-31', '5'],
    ['2024-01-01', '7'],
    ['2024-07-01', '9'],
    ['2024-07-31', '9'],
    ['2024-08-01', '7'],
  ])('%s: %s', (day, expected) => expect(ownRateOn(rates, 'AE', day)?.ratePct ?? null).toBe(expected));
  it('is that of the country', () => expect(ownRateOn(rates, 'SA', '2024-01-01')).toBeNull());
});

describe('a sum of which parts are missing', () => {
  it('is whole only where none is', () =>
    fc.assert(
      fc.property(fc.array(fc.option(cents)), (amounts) => {
        const { whole, known, missing } = partialSum(amounts);
        const there = amounts.filter((a) => a !== null);
        expect(missing).toBe(amounts.length - there.length);
        expect(known).toBe(sum(there));
        expect(whole).toBe(missing === 0 ? known : null);
      }),
    ));
});
