import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amount, equal, sum, subtract } from '../money/amount.ts';
import { convertedByRate, conversionOf } from './conversion.ts';
import { areOthers, type Counterparty } from './counterparty.ts';
import { fittingParties } from './fitting-parties.ts';
import { planCertificate, planDraft, planProblems } from './plan.ts';
import type { CertificateHead, ChosenInvoice } from './plan-line.ts';

const head = (change: Partial<CertificateHead> = {}): CertificateHead => ({
  side: 'payer',
  partial: false,
  date: '2024-04-10',
  today: '2024-04-10',
  total: '480',
  currency: 'USD',
  ...change,
});
const ENTITY: Counterparty = { vendor: 'huawei', entity: 'SPARKOO_SG', partyId: null, name: null };
const chosen = (change: Partial<ChosenInvoice> = {}): ChosenInvoice => ({
  invoice: 'A',
  status: 'unpaid',
  kind: 'invoice',
  direction: 'received',
  counterparty: ENTITY,
  date: '2024-04-01',
  currency: 'USD',
  open: '1000000000000000',
  takenBy: null,
  amount: null,
  payAmount: null,
  fx: null,
  ...change,
});
const fx = (rate: string, date: string | null = null) => ({ rate, date, source: null });

/** Ten-decimal text of a whole number of 10^-10. */
const tenth = (n: bigint): string => amount(`${n / 10n ** 10n}.${String(n % 10n ** 10n).padStart(10, '0')}`);

describe('a total that is split over invoices', () => {
  const parts = fc.array(fc.bigInt(1n, 10n ** 22n), { minLength: 1, maxLength: 40 });
  it('is conserved to the last of ten decimals, and one digit off is refused', () =>
    fc.assert(
      fc.property(parts, fc.constantFrom('1', '0.25', '36.0712345678', '16250'), (shares, rate) => {
        const total = tenth(shares.reduce((a, b) => a + b));
        const invoices = shares.map((share, i) =>
          chosen({ invoice: `I${i}`, currency: 'EUR', amount: tenth(share), payAmount: '1', fx: fx(rate) }),
        );
        const plan = planCertificate(head({ total, currency: 'THB' }), invoices);
        expect(plan.ok && equal(sum(plan.value.map((line) => line.amount)), total)).toBe(true);
        const off = tenth(shares.reduce((a, b) => a + b) + 1n);
        expect(planCertificate(head({ total: off, currency: 'THB' }), invoices)).toMatchObject({ ok: false, error: { code: 'wht.sum' } });
      }),
    ));
  it('converts each invoice by itself, half-up to two decimals, never more than half a cent from the exact quotient', () =>
    fc.assert(
      fc.property(fc.bigInt(1n, 10n ** 20n), fc.bigInt(1n, 10n ** 15n), (a, r) => {
        const [value, rate] = [tenth(a), tenth(r)];
        // cents = floor((100 a / r) + 1/2), on whole numbers alone.
        const cents = (200n * a + r) / (2n * r);
        expect(convertedByRate(value, rate)).toBe(amount(`${cents / 100n}.${String(cents % 100n).padStart(2, '0')}`));
      }),
    ));
  it('shows how far the stated amount lies from the rate', () => {
    expect(conversionOf({ amount: '1064.7', payAmount: '30', fx: fx('35.5') })).toEqual({ converted: '29.99', difference: '0.01' });
    expect(conversionOf({ amount: '1064.7', payAmount: '29.99', fx: fx('35.5') })).toEqual({ converted: '29.99', difference: '0' });
    expect(conversionOf({ amount: '1', payAmount: '1', fx: null })).toBeNull();
    expect(() => convertedByRate('1', '0')).toThrow(TypeError);
    expect(() => convertedByRate('1', '-2')).toThrow(TypeError);
    // 0.005 is half a cent, and half goes up.
    expect([convertedByRate('0.005', '1'), convertedByRate('0.0049999999', '1')]).toEqual(['0.01', '0']);
  });
});

describe("the guide's own example", () => {
  it('630 over one invoice of 6300 with tax, 6000 without: both figures follow the total', () =>
    expect(planCertificate(head({ total: '630', currency: 'EUR' }), [chosen({ currency: 'EUR', open: '6300' })])).toEqual({
      ok: true,
      value: [{ invoice: 'A', amount: '630', payAmount: '630', fx: null }],
    }));
});

describe('what a certificate cannot name', () => {
  it.each([
    ['an issued invoice, where we withheld', {}, [chosen({ direction: 'issued' })], 'wht.issued'],
    ['a received invoice, where a customer withheld', { side: 'payee' }, [chosen()], 'wht.received'],
    [
      'invoices of two entities',
      {},
      [chosen({ amount: '240' }), chosen({ invoice: 'B', amount: '240', counterparty: { ...ENTITY, entity: 'SPARKOO_TH' } })],
      'wht.other-entity',
    ],
    ['a rate of nothing', { currency: 'MYR' }, [chosen({ fx: fx('0') })], 'wht.rate'],
    ['a rate below nothing', { currency: 'MYR' }, [chosen({ fx: fx('-4.7') })], 'wht.rate'],
    ['a rate that leaves no cent', { currency: 'MYR' }, [chosen({ fx: fx('1000000') })], 'wht.rate'],
    ['a rate between the same currency', {}, [chosen({ fx: fx('1') })], 'wht.rate-same-currency'],
    ['a rate of tomorrow', { currency: 'MYR' }, [chosen({ fx: fx('4.7', '2024-04-11') })], 'wht.rate-date'],
    ['more than is open by the rate', { currency: 'MYR' }, [chosen({ fx: fx('4.8'), open: '99.99' })], 'wht.over-open'],
    [
      'a taken invoice beyond what is open, though sharing is allowed',
      { partial: true },
      [chosen({ takenBy: 'W', open: '479.99' })],
      'wht.over-open',
    ],
  ] as const)('%s', (_what, change, invoices, code) => {
    const plan = planCertificate(head(change), invoices);
    expect(plan).toMatchObject({ ok: false, error: { code } });
    if (!plan.ok) expect(plan.error.details?.remedy).toMatch(/\.$/);
  });
  it('a taken invoice can be shared where the book allows it, within what is open', () =>
    expect(planCertificate(head({ partial: true }), [chosen({ takenBy: 'W', open: '480' })]).ok).toBe(true));
});

describe('everything at once', () => {
  it('tells every problem, each once', () =>
    expect(
      planProblems(head({ date: '2024-03-31', today: '2024-03-01' }), [
        chosen({ amount: '1', takenBy: 'W' }),
        chosen({ invoice: 'B', amount: '2', open: '1', status: 'void' }),
      ]).map((problem) => problem.code),
    ).toEqual(['wht.date-future', 'wht.invoice-taken', 'invoice.not-payable', 'wht.over-open', 'wht.sum']));
  it('holds a draft to what no record can say only', () => {
    const lines = [
      chosen({ amount: '1', takenBy: 'W', open: '0' }),
      chosen({ invoice: 'B', amount: '2', status: 'void', date: '2025-01-01' }),
    ];
    expect(planDraft(head({ date: '2024-05-01' }), lines)).toMatchObject({ ok: true, value: [{ amount: '1' }, { amount: '2' }] });
    expect(planDraft(head(), [])).toEqual({ ok: true, value: [] });
    expect(planDraft(head(), [chosen({ direction: 'issued' })])).toMatchObject({ ok: false, error: { code: 'wht.issued' } });
  });
});

describe('the other side', () => {
  const of = (change: Partial<Counterparty>): Counterparty => ({ ...ENTITY, ...change });
  it.each([
    [{}, {}, false],
    [{}, { entity: 'HWS_HK' }, true],
    [{}, { vendor: 'tencent' }, true],
    [{ partyId: 1 }, { partyId: 2 }, true],
    [{ partyId: 1, name: 'A' }, { partyId: 1, name: 'B' }, false],
    [{ name: 'Harbour Ltd' }, { name: ' harbour LTD ' }, false],
    [{ name: 'Harbour Ltd' }, { name: 'Haven Ltd' }, true],
    [{ name: 'Harbour Ltd' }, { name: null }, false],
  ])('%j and %j', (a, b, others) => expect([areOthers(of(a), of(b)), areOthers(of(b), of(a))]).toEqual([others, others]));

  const party = (id: number, kind: 'own' | 'vendor' | 'customer', entity: string | null = null, archived = false) => ({
    id,
    kind,
    entity,
    archived,
  });
  const invoice = (sellerId: number | null, buyerId: number | null, entity: string | null = 'SPARKOO_SG') => ({
    sellerId,
    buyerId,
    entity,
  });
  const ids = (side: 'payer' | 'payee', invoices: ReturnType<typeof invoice>[], parties: ReturnType<typeof party>[]) => {
    const { payer, payee } = fittingParties(side, invoices, parties);
    return [payer?.id ?? null, payee?.id ?? null];
  };
  it('is the party of the invoices, else the only one that fits', () => {
    const all = [party(1, 'own'), party(2, 'vendor', 'SPARKOO_SG'), party(3, 'customer')];
    expect(ids('payer', [invoice(null, null)], all)).toEqual([1, 2]);
    expect(ids('payer', [], all)).toEqual([1, null]);
    expect(ids('payee', [invoice(1, 3)], all)).toEqual([3, 1]);
    expect(ids('payee', [invoice(null, null)], all)).toEqual([null, 1]);
    expect(ids('payer', [invoice(null, null)], [...all, party(4, 'own'), party(5, 'vendor', 'SPARKOO_SG')])).toEqual([null, null]);
    expect(ids('payer', [invoice(null, null)], [...all, party(4, 'own', null, true), party(5, 'vendor', 'SPARKOO_SG', true)])).toEqual([
      1, 2,
    ]);
    expect(ids('payer', [invoice(2, 1), invoice(5, 1)], [...all, party(5, 'vendor', 'SPARKOO_SG')])).toEqual([1, null]);
  });
});

it('differences are exact where the rate is not a finite fraction', () => {
  const pay = '0.33';
  const { converted, difference } = conversionOf({ amount: '1', payAmount: pay, fx: fx('3') })!;
  expect(subtract(pay, converted)).toBe(difference);
  expect([converted, difference]).toEqual(['0.33', '0']);
});
