import { describe, expect, it } from 'vitest';
import { taxPack } from '../tax/pack.ts';
import { generatedNumber } from './number.ts';
import { planCertificate } from './plan.ts';
import type { ChosenInvoice } from './plan-line.ts';
import { certificateRemarks, type RemarkLine } from './remarks.ts';
import { WHT_STATUSES, whtAct, type WhtAct } from './states.ts';

const head = { side: 'payer' as const, partial: false, date: '2024-04-10', today: '2024-04-10', total: '480', currency: 'USD' };
const chosen = (change: Partial<ChosenInvoice> = {}): ChosenInvoice => ({
  invoice: 'A',
  status: 'unpaid',
  kind: 'invoice',
  date: '2024-04-10',
  currency: 'USD',
  open: '6480',
  direction: 'received',
  counterparty: { vendor: 'huawei', entity: 'SPARKOO_SG', partyId: null, name: null },
  takenBy: null,
  amount: null,
  payAmount: null,
  fx: null,
  ...change,
});

describe('the lines of a certificate', () => {
  it('take the total when there is one invoice', () =>
    expect(planCertificate(head, [chosen()])).toEqual({ ok: true, value: [{ invoice: 'A', amount: '480', payAmount: '480', fx: null }] }));
  it('keep both amounts when currencies differ', () =>
    expect(planCertificate({ ...head, currency: 'MYR', total: '2284.8' }, [chosen({ payAmount: '480' })])).toEqual({
      ok: true,
      value: [{ invoice: 'A', amount: '2284.8', payAmount: '480', fx: null }],
    }));
  it('add up exactly over several', () =>
    expect(planCertificate(head, [chosen({ amount: '300.1' }), chosen({ invoice: 'B', amount: '179.9' })]).ok).toBe(true));
  it.each([
    ['the future', { ...head, date: '2024-04-11' }, [chosen()], 'wht.date-future'],
    ['a date before the invoice', { ...head, date: '2024-04-09' }, [chosen()], 'wht.date-before-invoice'],
    ['a sum that is a cent short', head, [chosen({ amount: '300' }), chosen({ invoice: 'B', amount: '179.99' })], 'wht.sum'],
    [
      'a single amount that is not the total',
      head,
      [chosen({ amount: '479.9999999999', payAmount: '479.9999999999' })],
      'wht.pay-amount-places',
    ],
    ['a single amount that is not the total, in cents', head, [chosen({ amount: '479' })], 'wht.sum'],
    ['a missing amount among several', head, [chosen({ amount: '480' }), chosen({ invoice: 'B' })], 'wht.amount-missing'],
    ['the same invoice twice', head, [chosen({ amount: '240' }), chosen({ amount: '240' })], 'wht.invoice-twice'],
    ['a taken invoice', head, [chosen({ takenBy: 'W-1' })], 'wht.invoice-taken'],
    ['no converted amount', { ...head, currency: 'MYR' }, [chosen()], 'wht.pay-amount-missing'],
    ['two amounts of one currency', head, [chosen({ payAmount: '479.99' })], 'wht.pay-amount-differs'],
    ['three decimals', { ...head, currency: 'MYR' }, [chosen({ payAmount: '100.001' })], 'wht.pay-amount-places'],
    ['more than is open', head, [chosen({ open: '479.99' })], 'wht.over-open'],
    ['a credit note', head, [chosen({ kind: 'credit-note' })], 'wht.credit-note'],
    ['a bill in dispute', head, [chosen({ status: 'disputed' })], 'invoice.not-payable'],
  ] as const)('refuse %s', (_what, at, invoices, code) => {
    const result = planCertificate(at, invoices);
    expect(result).toMatchObject({ ok: false, error: { code } });
    if (!result.ok) expect(result.error.details?.remedy).toMatch(/\.$/);
  });
});

describe('the review', () => {
  const legal: Record<string, string> = {
    'draft submit': 'submitted',
    'draft void': 'void',
    'submitted accept': 'accepted',
    'submitted refuse': 'refused',
    'submitted void': 'void',
    'accepted void': 'void',
    'refused void': 'void',
  };
  const cells = WHT_STATUSES.flatMap((s) => (['submit', 'accept', 'refuse', 'void'] as WhtAct[]).map((a) => [s, a] as const));
  it.each(cells)('%s + %s', (status, act) => {
    const to = legal[`${status} ${act}`];
    expect(whtAct('W', status, act)).toMatchObject(to ? { ok: true, value: to } : { ok: false, error: { code: 'wht.status' } });
  });
  it('numbers papers that carry none', () => expect(generatedNumber(7)).toBe('TB-WHT-000007'));
});

describe('remarks', () => {
  const line = (change: Partial<RemarkLine> = {}): RemarkLine => ({
    invoice: 'A',
    vendor: 'huawei',
    entity: 'SPARKOO_SG',
    date: '2024-04-10',
    currency: 'USD',
    net: '6000',
    total: '6480',
    payAmount: '480',
    ...change,
  });
  const codes = (country: string, change: Partial<RemarkLine>): string[] =>
    certificateRemarks(taxPack, country, [line(change)]).map((r) => r.code);

  it('has none for royalty at 8 % or services at 5 % (MY-08)', () => {
    expect(codes('MY', {})).toEqual([]);
    expect(codes('MY', { payAmount: '300' })).toEqual([]);
  });
  it('lets a converted amount differ by a cent', () => {
    expect(codes('MY', { payAmount: '480.01' })).toEqual([]);
    expect(codes('MY', { payAmount: '480.02' })).toEqual(['wht.rate-differs']);
  });
  it('shows the other rate with its rule', () =>
    expect(certificateRemarks(taxPack, 'PK', [line({ vendor: 'other', total: '6780', payAmount: '660' })])).toMatchObject([
      {
        code: 'wht.rate-differs',
        message: 'Invoice A: 660 USD is 11 % of 6000 without tax; 10 % (PK-03) would be 600, 10 % (PK-05) would be 600.',
      },
    ]));
  it('notices tax taken on the amount with tax: 630 on 6300 / 6000', () => {
    const found = certificateRemarks(taxPack, 'TH', [line({ entity: 'SPARKOO_TH', total: '6300', payAmount: '630' })]);
    expect(found).toMatchObject([
      { code: 'wht.base-includes-tax', message: 'Invoice A: 630 is 10 % of 6300 with tax; the base of WHT is 6000 without tax.' },
    ]);
  });
  it("says where the vendor's form is not open", () => {
    expect(codes('TH', { entity: 'SPARKOO_TH', payAmount: '180' })).toEqual([]);
    expect(codes('TH', { entity: 'HWS_HK', payAmount: '180' })).toEqual(['wht.form-not-open']);
    expect(codes('ID', { entity: 'SPARKOO_ID', total: '6660', payAmount: '120' })).toEqual(['wht.form-not-open']);
    expect(codes('ID', { entity: 'SPARKOO_ID', vendor: 'tencent', total: '6660', payAmount: '120' })).toEqual([]);
  });
});
