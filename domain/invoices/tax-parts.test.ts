import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { equal, sum } from '../money/amount.ts';
import { partsOfLines, taxParts, taxPolicy, type RuleAnswer, type TaxedPaper } from './tax-parts.ts';

const paper = (net: string, tax: string, change: Partial<TaxedPaper> = {}): TaxedPaper => ({
  currency: 'INR',
  net,
  tax,
  isVoid: false,
  stated: [],
  ...change,
});
const rule = (change: Partial<RuleAnswer> = {}): RuleAnswer => ({
  rule: 'r1',
  pack: 'p1',
  code: 'GST',
  name: 'Goods and services tax',
  ratePct: '9',
  treatment: 'charged',
  components: [{ code: 'GST', ratePct: '9' }],
  onInvoice: true,
  ...change,
});
const india = rule({
  ratePct: '18',
  components: [
    { code: 'CGST', ratePct: '9' },
    { code: 'SGST', ratePct: '9' },
  ],
});

describe('the taxes of a document', () => {
  it('one rate: stated against base × rate, rounded half-up', () =>
    expect(taxParts(paper('100.05', '9.01'), rule(), 'rule')).toEqual([
      {
        code: 'GST',
        name: 'Goods and services tax',
        ratePct: '9',
        treatment: 'charged',
        base: '100.05',
        stated: '9.01',
        exact: '9.0045',
        byRule: '9',
        difference: '0.01',
        rule: 'r1',
        pack: 'p1',
        basis: 'rule',
      },
    ]));
  it('components that come to the stated tax are told apart', () =>
    expect(
      taxParts(paper('100.05', '18'), india, 'quote').map((p) => [p.code, p.ratePct, p.stated, p.byRule, p.difference, p.basis]),
    ).toEqual([
      ['CGST', '9', '9', '9', '0', 'quote'],
      ['SGST', '9', '9', '9', '0', 'quote'],
    ]));
  it('components that do not come to it stand together', () =>
    expect(taxParts(paper('100.05', '18.01'), india, 'rule')).toMatchObject([
      { code: 'CGST+SGST', ratePct: '18', stated: '18.01', exact: '18.009', byRule: '18', difference: '0.01' },
    ]));
  it('the document’s own components are taken as they stand', () => {
    const stated = [
      { code: 'SGST', name: '', ratePct: '9', base: '100.05', amount: '9' },
      { code: 'CGST', name: '', ratePct: '9', base: '100.05', amount: '9.01' },
    ];
    expect(taxParts(paper('100.05', '18.01', { stated }), india, 'rule').map((p) => [p.code, p.stated, p.difference])).toEqual([
      ['CGST', '9.01', '0.01'],
      ['SGST', '9', '0'],
    ]);
  });
  it('a seller that adds no tax: any that is stated is a difference', () =>
    expect(taxParts(paper('100', '8'), rule({ onInvoice: false, treatment: 'reverse_charge' }), 'rule')).toMatchObject([
      { code: 'GST', ratePct: '9', base: '100', stated: '8', byRule: '0', difference: '8' },
    ]));
  it('no printed rate, and no rule, are not 0 %', () => {
    expect(taxParts(paper('100', '8'), rule({ ratePct: null, components: [{ code: 'GST', ratePct: null }] }), 'rule')).toMatchObject([
      { stated: '8', exact: null, byRule: null, difference: null },
    ]);
    expect(taxParts(paper('100', '8'), null, 'rule')).toMatchObject([
      { code: '', stated: '8', byRule: null, difference: null, basis: 'none' },
    ]);
  });
  it('a void document counts for nothing', () =>
    expect(taxParts(paper('100', '8', { isVoid: true }), rule(), 'rule')).toMatchObject([
      { code: 'GST', base: '0', stated: '0', exact: '0', byRule: '0', difference: '0' },
    ]));
  it('a credit note is the invoice with the sign turned', () =>
    expect(taxParts(paper('-100.05', '-9.01'), rule(), 'rule')).toMatchObject([
      { base: '-100.05', exact: '-9.0045', byRule: '-9', difference: '-0.01' },
    ]));
  it('names its rounding', () => expect([taxPolicy('INR'), taxPolicy('JPY')]).toEqual(['tax.half-up-2', 'tax.half-up-0']));

  const cents = (n: number): string =>
    sum([`${n < 0 ? '-' : ''}${Math.trunc(Math.abs(n) / 100)}.${String(Math.abs(n) % 100).padStart(2, '0')}`]);
  it('state the document’s tax in all, whatever the rule', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: -1e9, max: 1e9 }),
        fc.integer({ min: -1e8, max: 1e8 }),
        fc.constantFrom(rule(), india, rule({ onInvoice: false }), null),
        (net, tax, answer) => {
          const parts = taxParts(paper(cents(net), cents(tax)), answer, 'rule');
          expect(equal(sum(parts.map((p) => p.stated)), cents(tax))).toBe(true);
          for (const p of parts) if (p.byRule !== null) expect(sum([p.byRule, p.difference])).toBe(p.stated);
        },
      ),
    ));
});

describe('components that lines tell', () => {
  const line = (net: string, tax: string | null, ratePct: string | null, taxCode: string | null = null) => ({
    position: 1,
    description: '',
    quantity: null,
    unit: null,
    price: null,
    net,
    tax,
    taxCategory: 'S',
    taxCode,
    ratePct,
    first: null,
    last: null,
    scope: null,
  });
  it('are summed by code and rate', () =>
    expect(partsOfLines([line('1', '0.09', '9'), line('2', '0.18', '9'), line('3', '0', '0', 'Z')], { net: '6', tax: '0.27' })).toEqual([
      { code: 'S', name: 'S', ratePct: '9', base: '3', amount: '0.27' },
      { code: 'Z', name: 'Z', ratePct: '0', base: '3', amount: '0' },
    ]));
  it('are none where a line states no tax, or the lines are not the document', () => {
    expect(partsOfLines([line('1', null, '9')], { net: '1', tax: '0' })).toEqual([]);
    expect(partsOfLines([line('1', '0.09', '9')], { net: '1', tax: '0.1' })).toEqual([]);
  });
});
