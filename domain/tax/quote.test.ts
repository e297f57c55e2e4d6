import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../time/plain-date.ts';
import { taxOptions } from './options.ts';
import { taxPack, type CustomerStatus, type TaxRule } from './pack.ts';
import { quote, type QuoteInput } from './quote.ts';
import { inForce, resolveTax } from './resolve.ts';
import { resolveWht } from './withholding.ts';

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

describe('the four printed examples', () => {
  it.each([
    ['Malaysia, 8 %', { date: '2024-03-02', whtRate: '8' }, '108', '100', '8', 'MY-02'],
    ['Malaysia, until 2024-02-29', { date: '2024-02-29', whtRate: '8' }, '106', '98', '8', 'MY-01'],
    ['Pakistan, Sindh', { country: 'PK', region: 'PK-SD' }, '113', '103', '10', 'PK-01'],
    ['Indonesia', { country: 'ID', entity: 'SPARKOO_ID', status: 'registered_not_collector' }, '111', '109', '2', 'ID-03'],
  ] as const)('%s', (_name, input, total, net, withheld, rule) => {
    const q = ask(input);
    expect(q).toMatchObject({ invoiceTotal: total, netPayable: net, wht: { amount: withheld }, rule: { id: rule } });
    expect(q.steps.at(-1)).toMatchObject({ value: net });
    expect(q.wht!.due).toBe(q.rule!.id === 'PK-01' ? '60 days after filing the WHT return' : '60 days after paying the WHT');
  });

  it('says each step', () => {
    expect(ask({ whtRate: '8' }).steps.map((s) => `${s.label}: ${s.formula} → ${s.value}`)).toEqual([
      'Fee: service fee without indirect tax → 100',
      'DST: 100 × 8 % → 8',
      'WHT: 100 × 8 % → 8',
      'Invoice total: 100 + 8 → 108',
      'Net payable to the seller: 100 − 8 + 8 → 100',
    ]);
  });
});

describe('treatments', () => {
  it('excludes the VAT of an Indonesian VAT collector from the net', () =>
    expect(ask({ country: 'ID', entity: 'SPARKOO_ID', status: 'vat_collector' })).toMatchObject({
      invoiceTotal: '111',
      netPayable: '98',
      tax: { treatment: 'charged_customer_remits' },
    }));
  it('adds nothing where the customer accounts for the tax, and does not say 0 %', () =>
    expect(ask({ country: 'AE', status: 'registered' })).toMatchObject({
      tax: { treatment: 'reverse_charge', ratePct: null, amount: null },
      invoiceTotal: '100',
      netPayable: '100',
    }));
  it('excludes a tax that is shown only', () =>
    expect(ask({ country: 'SA', status: 'registered' })).toMatchObject({
      tax: { treatment: 'shown_self_accounted' },
      invoiceTotal: '100',
    }));
  it('leaves the total open where a component has no printed rate', () => {
    const q = ask({ country: 'BR', entity: 'HW_BR' });
    expect(q).toMatchObject({ tax: { amount: null, ratePct: null }, invoiceTotal: null, netPayable: null });
    expect(q.tax!.components).toEqual([
      { code: 'ISS', ratePct: null, amount: null },
      { code: 'PIS', ratePct: '1.65', amount: '1.65' },
      { code: 'COFINS', ratePct: '7.6', amount: '7.6' },
    ]);
  });
  it('does not deduct where the price excludes WHT', () =>
    expect(ask({ date: '2021-10-31', whtRate: '10' })).toMatchObject({
      wht: { amount: '10', treatment: 'price_excludes_wht' },
      invoiceTotal: '106',
      netPayable: '106',
    }));
  it('leaves the net open where a rule withholds without a printed rate', () =>
    expect(ask({})).toMatchObject({ wht: { ratePct: null, amount: null }, invoiceTotal: '108', netPayable: null }));
  it('takes a given rate where no withholding rule is printed', () =>
    expect(ask({ country: 'TH', entity: 'SPARKOO_TH', status: 'registered', amount: '6000', whtRate: '3' })).toMatchObject({
      invoiceTotal: '6420',
      netPayable: '6240',
      whtRule: null,
      wht: { amount: '180', due: null },
    }));
  it('names treaty rates in the notes', () =>
    expect(ask({}).notes.join(' ')).toContain('Treaty MY-SG (MY-08): royalty 8 %, technical service fee 5 %'));
});

describe('rounding', () => {
  it('rounds each component by itself', () => {
    const at = { country: 'IN', entity: 'HW_IN', amount: '100.05', currency: 'INR' };
    expect(ask({ ...at, region: 'IN-HR' }).tax).toMatchObject({
      amount: '18',
      components: [
        { code: 'SGST', amount: '9' },
        { code: 'CGST', amount: '9' },
      ],
    });
    expect(ask({ ...at, region: 'IN-KA' }).tax).toMatchObject({ amount: '18.01', components: [{ code: 'IGST', amount: '18.01' }] });
  });
  it('keeps yen whole and rounds half away from zero', () => {
    expect(ask({ country: 'JP', entity: 'HWS_HK', amount: '105', currency: 'JPY' }).tax!.amount).toBe('11');
    expect(ask({ country: 'JP', entity: 'HWS_HK', amount: '-105', currency: 'JPY' }).tax!.amount).toBe('-11');
  });
});

describe('no rule is not 0 %', () => {
  it.each([
    ['another province of Pakistan', { country: 'PK', region: 'PK-PB' }],
    ['Pakistan without a region', { country: 'PK' }],
    ['India without a region', { country: 'IN', entity: 'HW_IN' }],
    ['India with a foreign region', { country: 'IN', entity: 'HW_IN', region: 'PK-SD' }],
    ['Ethiopia', { country: 'ET' }],
    ['Mauritius', { country: 'MU' }],
    ['Papua New Guinea', { country: 'PG' }],
    ['an entity that does not sell there', { country: 'TH' }],
    ['a country that is not in the pack', { country: 'FR' }],
    ['before the first rule', { country: 'JP', date: '2023-12-31' }],
    ['a status that is not printed', { country: 'ID', entity: 'SPARKOO_ID', status: 'registered' as const }],
  ])('%s', (_name, input) => {
    const q = ask(input);
    expect(q).toMatchObject({ tax: null, rule: null, invoiceTotal: null, netPayable: null });
    expect(q.notes[0]).toContain('“No rule” is not 0 %');
  });
});

describe('status', () => {
  it.each([
    ['AE', 'SPARKOO_SG', 'AE-01'],
    ['KR', 'HWS_HK', 'KR-03'],
    ['VN', 'HWS_HK', 'VN-01'],
    ['TH', 'HWS_HK', 'TH-04'],
    ['TR', 'SPARKOO_SG', 'TR-02'],
  ])('not chosen in %s (%s) counts as unregistered, as printed: %s', (country, entity, id) =>
    expect(resolveTax(taxPack, { country, entity, status: 'any', region: null, date: '2024-04-16' }).rule?.id).toBe(id),
  );
  it.each([
    ['SG', 'HWS_HK'],
    ['KR', 'SPARKOO_SG'],
    ['BH', 'HWS_HK'],
    ['CL', 'HWS_HK'],
    ['TR', 'HWS_HK'],
    ['SA', 'SPARKOO_SG'],
    ['ID', 'SPARKOO_ID'],
    ['EG', 'HWS_HK'],
  ])('not chosen in %s (%s) is not guessed', (country, entity) =>
    expect(resolveTax(taxPack, { country, entity, status: 'any', region: null, date: '2024-04-16' }).rule).toBeNull(),
  );
  it('not chosen does not matter where every status is charged alike', () =>
    expect(ask({ country: 'TH', entity: 'SPARKOO_TH' })).toMatchObject({ invoiceTotal: '107' }));
  it('knows that a VAT collector is registered', () => expect(ask({ country: 'AE', status: 'vat_collector' }).rule!.id).toBe('AE-02'));
});

const indirect = taxPack.rules.filter((r) => r.kind === 'indirect' && r.treatment !== 'not_stated');
const regionOf = (r: TaxRule): string | null => (!r.region ? null : 'is' in r.region ? r.region.is : `${r.country}-KA`);
const at = (r: TaxRule, date: string) => ({
  country: r.country,
  entity: r.entity ?? 'SPARKOO_SG',
  status: r.status,
  region: regionOf(r),
  date,
});

describe('every rule at every boundary', () => {
  it.each(indirect.map((r) => [r.id, r] as const))('%s applies on its first and last day and not a day outside', (id, rule) => {
    const inside = rule.from ?? rule.to ?? '2024-04-16';
    expect(resolveTax(taxPack, at(rule, inside)).rule?.id).toBe(id);
    expect(resolveTax(taxPack, at(rule, rule.to ?? '2099-12-31')).rule?.id).toBe(id);
    if (rule.from) expect(resolveTax(taxPack, at(rule, addDays(rule.from, -1))).rule?.id).not.toBe(id);
    if (rule.to) expect(resolveTax(taxPack, at(rule, addDays(rule.to, 1))).rule?.id).not.toBe(id);
  });

  const withholding = taxPack.rules.filter((r) => r.kind === 'wht' && r.treatment !== 'treaty_rate');
  it.each(withholding.map((r) => [r.id, r] as const))('%s (withholding) likewise', (id, rule) => {
    const find = (date: string) => resolveWht(taxPack, { country: rule.country, entity: rule.entity ?? 'SPARKOO_SG', date }).rule?.id;
    expect(find(rule.from ?? rule.to ?? '2024-04-16')).toBe(id);
    if (rule.to) {
      expect(find(rule.to)).toBe(id);
      expect(find(addDays(rule.to, 1))).not.toBe(id);
    }
    if (rule.from) expect(find(addDays(rule.from, -1))).not.toBe(id);
  });

  it.each(taxPack.rules.filter((r) => r.treatment === 'treaty_rate' || r.evidence).map((r) => [r.id, r] as const))(
    '%s is found beside the rule',
    (id, rule) => {
      const found = resolveWht(taxPack, { country: rule.country, entity: rule.entity ?? 'SPARKOO_SG', date: '2024-04-16' });
      const proof = rule.evidence?.document === 'vat-payment-proof';
      expect([...found.treaties, ...found.evidence].some((r) => r.id === id)).toBe(!proof);
    },
  );

  it.each(indirect.map((r) => [r.id, r] as const))('%s computes its printed rate on 100', (_id, rule) => {
    const q = quote(taxPack, { ...at(rule, rule.from ?? rule.to ?? '2024-04-16'), amount: '100', currency: 'USD', whtRate: '0' });
    const charged = rule.treatment === 'charged' || rule.treatment === 'charged_customer_remits';
    expect(q.tax!.amount).toBe(rule.tax!.ratePct);
    if (charged && rule.tax!.ratePct !== null) expect(Number(q.invoiceTotal)).toBe(100 + Number(rule.tax!.ratePct));
    if (!charged) expect(q.invoiceTotal).toBe('100');
  });
});

describe('any case', () => {
  const statuses: CustomerStatus[] = [
    'any',
    'registered',
    'unregistered',
    'individual_unregistered',
    'enterprise_registered',
    'vat_collector',
    'registered_not_collector',
  ];
  const cases = fc.record({
    country: fc.constantFrom(...taxPack.countries.map((c) => c.iso), 'XX'),
    entity: fc.constantFrom(...taxPack.entities.map((e) => e.id), 'OTHER'),
    status: fc.constantFrom(...statuses),
    region: fc.constantFrom(null, 'IN-HR', 'IN-KA', 'PK-SD', 'PK-PB', 'BR-SP'),
    date: fc.integer({ min: 0, max: 4500 }).map((n) => addDays('2017-01-01', n)),
  });
  it('has exactly one rule, or none with a reason and no amounts', () => {
    fc.assert(
      fc.property(cases, (c) => {
        const found = resolveTax(taxPack, c);
        const q = quote(taxPack, { ...c, amount: '123.45', currency: 'USD', whtRate: '5' });
        if (found.rule) {
          expect(found.rule.country).toBe(c.country);
          expect(inForce(found.rule, c.date)).toBe(true);
          expect([null, c.entity]).toContain(found.rule.entity);
          expect(q.rule!.id).toBe(found.rule.id);
        } else {
          expect(found.notes[0]).toContain('not 0 %');
          expect(q.tax ?? q.invoiceTotal ?? q.netPayable).toBeNull();
        }
      }),
      { numRuns: 3000 },
    );
  });
});

describe('options', () => {
  it('offers the entities, statuses and regions of each country', () => {
    const options = taxOptions(taxPack);
    expect(options.countries.every((c) => c.entities.length > 0)).toBe(true);
    expect(options.countries.find((c) => c.iso === 'MY')!.entities).toEqual(['SPARKOO_SG', 'HWS_HK']);
    expect(options.countries.find((c) => c.iso === 'ID')!.statuses).toEqual([
      'unregistered',
      'vat_collector',
      'registered_not_collector',
      'any',
    ]);
    expect(options.countries.find((c) => c.iso === 'PK')!.regions).toContain('PK-SD');
    expect(options.currencies.every((c) => /^[A-Z]{3}$/.test(c))).toBe(true);
  });
});
