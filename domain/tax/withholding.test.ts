import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add, amount, compare, equal, multiply, subtract } from '../money/amount.ts';
import { residenceState, type ResidenceProof } from '../residence/certificate.ts';
import { grossUp } from './gross-up.ts';
import { taxPack } from './pack.ts';
import { quote, type QuoteInput } from './quote.ts';
import { whtClauses } from './wht-clause.ts';

const proof = (forCountry: string, change: Partial<ResidenceProof> = {}): ResidenceProof => ({
  number: 'TRC-1',
  residence: 'SG',
  forCountry,
  validFrom: '2024-01-01',
  validTo: '2024-12-31',
  ...change,
});
const ask = (input: Partial<QuoteInput>) =>
  quote(taxPack, {
    country: 'MY',
    entity: 'SPARKOO_SG',
    status: 'any',
    region: null,
    amount: '100',
    currency: 'USD',
    date: '2024-03-02',
    whtRate: null,
    ...input,
  });

describe('the treaty rate', () => {
  it.each(['JP', 'TR', 'PH', 'ET', 'MU', 'PG'])('%s: 0 %% with a certificate on the day, nothing said without', (country) => {
    const held = ask({ country, residence: proof(country) });
    expect(held.wht).toMatchObject({ ratePct: '0', basis: 'treaty', amount: '0', treatment: 'treaty_rate' });
    expect(held.treaty).toMatchObject({ treaty: `${country}-SG`, missing: null, certificate: { number: 'TRC-1' } });
    const bare = ask({ country, residence: null });
    expect(bare).toMatchObject({ wht: null, treaty: { missing: 'certificate', ratePct: null } });
    expect(bare.notes.join(' ')).toContain(`No certificate of residence of SPARKOO_SG for ${country} covers 2024-03-02`);
  });
  it.each([
    ['technical service fee', '5', '103'],
    ['royalty', '8', '100'],
  ] as const)('Malaysia by kind of income: %s %s %%', (incomeType, ratePct, net) => {
    const q = ask({ residence: proof('MY'), incomeType });
    expect(q).toMatchObject({ wht: { ratePct, basis: 'treaty', amount: ratePct }, netPayable: net, treaty: { incomeType } });
    expect(q.steps.find((s) => s.label === 'WHT')!.formula).toBe(`100 × ${ratePct} %; treaty rate MY-SG (MY-08, ${incomeType})`);
  });
  it('Malaysia without the kind of income: no rate, and the note says why', () => {
    const q = ask({ residence: proof('MY') });
    expect(q).toMatchObject({ wht: { ratePct: null, basis: null }, netPayable: null, treaty: { missing: 'income-type' } });
    expect(q.notes.join(' ')).toContain('depends on the kind of income (royalty, technical service fee)');
  });
  it('Pakistan: both kinds have 10 %, so that none need be chosen; without a certificate the rule’s own 10 %', () => {
    const at = { country: 'PK', region: 'PK-SD' };
    expect(ask({ ...at, residence: proof('PK') })).toMatchObject({ wht: { ratePct: '10', basis: 'treaty' }, netPayable: '103' });
    const q = ask({ ...at, residence: null });
    expect(q).toMatchObject({ wht: { ratePct: '10', basis: 'rule' }, netPayable: '103' });
    expect(q.steps.find((s) => s.label === 'WHT')!.formula).toBe('100 × 10 %; rate of PK-03');
  });
  it('counts on the first and the last day, and on no other', () => {
    const basis = (date: string) => ask({ country: 'PH', date, residence: proof('PH') }).treaty!.missing;
    expect(['2023-12-31', '2024-01-01', '2024-12-31', '2025-01-01'].map(basis)).toEqual(['certificate', null, null, 'certificate']);
  });
  it('needs a certificate of the treaty’s country, for the customer’s', () => {
    expect(ask({ country: 'JP', residence: proof('JP', { residence: 'HK' }) }).treaty!.missing).toBe('certificate');
    expect(ask({ country: 'JP', residence: proof('MY') }).treaty!.missing).toBe('certificate');
  });
  it('gives way to a rate that the user gives', () =>
    expect(ask({ residence: proof('MY'), incomeType: 'royalty', whtRate: '10' })).toMatchObject({
      wht: { ratePct: '10', basis: 'given' },
      netPayable: '98',
    }));
  it('says that a treaty prints no rate', () =>
    expect(ask({ entity: 'HWS_HK', residence: proof('MY', { residence: 'HK' }) }).treaty).toMatchObject({
      rule: 'MY-09',
      missing: 'rate',
    }));
  it('is left to the notes where nobody looked for a certificate', () => {
    const q = ask({ country: 'JP' });
    expect(q.wht).toBeNull();
    expect(q.notes.join(' ')).not.toContain('certificate of residence of');
  });
});

describe('the price and the tax in it', () => {
  it('Malaysia and Kenya: excluded until 2021-10-31, included from 2021-11-01, by consumption in Beijing time', () => {
    for (const country of ['MY', 'KE'])
      expect(whtClauses(taxPack, { country, entity: 'SPARKOO_SG' })).toMatchObject([
        { price: 'excludes', from: null, to: '2021-10-31', basis: 'usage', zone: 'Asia/Shanghai' },
        { price: 'includes', from: '2021-11-01', to: null, basis: 'usage', zone: 'Asia/Shanghai' },
      ]);
  });
  it('Indonesia: included; Thailand: nothing is printed', () => {
    expect(whtClauses(taxPack, { country: 'ID', entity: 'SPARKOO_ID' })).toMatchObject([{ rule: 'ID-06', price: 'includes' }]);
    expect(whtClauses(taxPack, { country: 'TH', entity: 'SPARKOO_TH' })).toEqual([]);
  });
  it('by the day of consumption, not of the invoice', () => {
    expect(ask({ date: '2021-11-03', usageDate: '2021-10-31', whtRate: '10' }).wht!.treatment).toBe('price_excludes_wht');
    expect(ask({ date: '2021-11-03', usageDate: '2021-11-01', whtRate: '10' }).wht!.treatment).toBe('withheld_from_payment');
  });
  it('tells the grossed-up price where the price excludes the tax, and only there', () => {
    expect(ask({ date: '2021-10-31', whtRate: '10' })).toMatchObject({ netPayable: '106', grossUp: { gross: '111.11', wht: '11.11' } });
    expect(ask({ date: '2021-11-01', whtRate: '10' }).grossUp).toBeNull();
    expect(ask({ date: '2021-10-31' }).grossUp).toBeNull();
    expect(ask({ date: '2021-10-31', whtRate: '100' }).grossUp).toBeNull();
  });
});

describe('grossing up', () => {
  it('says each step with the policy', () =>
    expect(grossUp('100', '10', 'USD').steps.map((s) => `${s.label}: ${s.formula} → ${s.value}`)).toEqual([
      'Price without WHT: as agreed → 100',
      'Grossed-up price: 100 ÷ (1 − 10 %) = 111.1111111111…, rounded half-up to 2 decimals (gross-up.half-up-2) → 111.11',
      'WHT borne by the buyer: 111.11 − 100 → 11.11',
    ]));
  it.each([
    ['95', '5', 'USD', '100', '5'],
    ['92', '8', 'USD', '100', '8'],
    ['1000', '10', 'JPY', '1111', '111'],
    ['1000', '10', 'BHD', '1111.111', '111.111'],
    ['-90', '10', 'USD', '-100', '-10'],
    ['100', '0', 'USD', '100', '0'],
  ])('%s without %s %% in %s is %s with %s', (net, rate, currency, gross, wht) =>
    expect(grossUp(net, rate, currency)).toMatchObject({ gross, wht }),
  );
  it('refuses the whole', () => expect(() => grossUp('100', '100', 'USD')).toThrow(TypeError));
  it('leaves the net price exactly, within a smallest unit of gross × rate', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 ** 9 }), fc.integer({ min: 0, max: 6000 }), (cents, points) => {
        const net = amount(multiply(String(cents), '0.01'));
        const rate = multiply(String(points), '0.01');
        const { gross, wht, taxOfGross } = grossUp(net, rate, 'USD');
        expect(equal(subtract(gross, wht), net)).toBe(true);
        expect(compare(add(taxOfGross, '0.01'), wht) >= 0 && compare(add(wht, '0.01'), taxOfGross) >= 0).toBe(true);
      }),
    ));
});

describe('a certificate of residence', () => {
  const at = (today: string, withdrawn: unknown = null) => residenceState({ ...proof('MY'), withdrawn }, today);
  it('is shown as running out for its last 60 days', () =>
    expect(['2023-12-31', '2024-01-01', '2024-11-01', '2024-11-02', '2024-12-31', '2025-01-01'].map((d) => at(d))).toEqual([
      'future',
      'valid',
      'valid',
      'expiring',
      'expiring',
      'expired',
    ]));
  it('is withdrawn on every day', () => expect(at('2024-06-01', { reason: 'replaced' })).toBe('withdrawn'));
});
