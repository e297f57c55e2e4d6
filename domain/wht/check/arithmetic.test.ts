import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { absolute, compare, subtract } from '../../money/amount.ts';
import { D } from '../../money/decimal.ts';
import { round } from '../../money/rounding.ts';
import { formById, FORMS } from '../forms/index.ts';
import { taxOn, taxRounding, toleranceOf } from '../forms/rounding.ts';
import { check, codes, income, line } from './rig.ts';

describe('base × rate', () => {
  it.each([
    // Half up at the last place, and a cent to either side of it.
    ['TH-50-TAWI', 'THB', '1234.50', '3', '37.04', null],
    ['TH-50-TAWI', 'THB', '1234.50', '3', '37.03', null],
    ['TH-50-TAWI', 'THB', '1234.50', '3', '37.06', '0.02'],
    ['TH-50-TAWI', 'THB', '1234.50', '3', '36.99', '-0.05'],
    // An invoice that stayed open for one cent: 559.74 against 559.75.
    ['TH-50-TAWI', 'THB', '18658.17', '3', '559.74', null],
    ['PK-CPR', 'PKR', '12345', '15', '1851', null],
    ['PK-CPR', 'PKR', '12345', '15', '1853', null],
    ['PK-CPR', 'PKR', '12345', '15', '1854', '2'],
    ['ID-BPPU', 'IDR', '70000021', '2', '1400000', null],
    ['ID-BPPU', 'IDR', '70000021', '2', '1400002', '2'],
    ['GENERIC', 'JPY', '100099', '10.21', '10220', null],
    ['GENERIC', 'JPY', '100099', '10.21', '10218', '-2'],
    ['GENERIC', 'USD', '100', '10', '10', null],
    ['GENERIC', 'USD', '100', '10', '9.98', '-0.02'],
  ])('%s in %s: %s × %s %% printed as %s differs by %s', (form, currency, base, rate, tax, difference) => {
    const found = check({ form: formById(form), currency, total: tax, income: [income({ base, rate, tax })] }, 'XX').find(
      (r) => r.code === 'wht.line-tax',
    );
    expect(found?.difference ?? null).toBe(difference);
    if (found) expect(found).toMatchObject({ severity: 'warn', found: tax, expected: taxOn(formById(form), base, rate, currency) });
  });
  it('says it in figures', () =>
    expect(check({ total: '31', income: [income({ tax: '31' })] })[0]!.message).toBe(
      'Income line 1: 1000 × 3 % is 30 THB; the paper says 31, a difference of 1.',
    ));
  it('wants whole rupees of a receipt, and only of rupees', () => {
    const form = formById('PK-CPR');
    const of = (currency: string): string[] =>
      codes({ form, currency, total: '1851.75', income: [income({ base: '12345', rate: '15', tax: '1851.75' })] });
    expect(of('PKR')).toContain('wht.not-whole');
    expect(of('USD')).not.toContain('wht.not-whole');
  });
  it('is never further than the tolerance from any honest rounding', () =>
    fc.assert(
      fc.property(
        fc.constantFrom(...FORMS),
        fc.constantFrom('THB', 'PKR', 'IDR', 'JPY', 'BHD', 'USD', 'INR'),
        fc.bigInt({ min: 0n, max: 10n ** 15n }),
        fc.integer({ min: 0, max: 10_000 }),
        fc.constantFrom(D.ROUND_UP, D.ROUND_DOWN, D.ROUND_HALF_UP, D.ROUND_HALF_EVEN),
        (form, currency, cents, hundredths, mode) => {
          const base = new D(cents.toString()).dividedBy(100).toFixed();
          const rate = new D(hundredths).dividedBy(100).toFixed();
          const { places } = taxRounding(form, currency);
          const printed = new D(base).times(rate).dividedBy(100).toDecimalPlaces(places, mode).toFixed();
          const difference = absolute(subtract(printed, taxOn(form, base, rate, currency)));
          expect(compare(difference, toleranceOf(form, currency))).toBeLessThanOrEqual(0);
          const remarks = check({ form, currency, total: printed, income: [income({ code: null, base, rate, tax: printed })] });
          expect(remarks.map((r) => r.code)).not.toContain('wht.line-tax');
        },
      ),
    ));
  it('and two units away it is told, with the exact difference', () =>
    fc.assert(
      fc.property(
        fc.constantFrom(...FORMS),
        fc.bigInt({ min: 1n, max: 10n ** 12n }),
        fc.integer({ min: 1, max: 40 }),
        (form, units, rate) => {
          const currency = form.currency ?? 'USD';
          const unit = toleranceOf(form, currency);
          const base = units.toString();
          const tax = round(new D(taxOn(form, base, String(rate), currency)).plus(new D(unit).times(2)).toFixed(), {
            mode: 'half-up',
            places: 8,
          });
          const remarks = check({ form, currency, total: tax, income: [income({ code: null, base, rate: String(rate), tax })] });
          expect(remarks.find((r) => r.code === 'wht.line-tax')?.difference).toBe(new D(unit).times(2).toFixed());
        },
      ),
    ));
});

describe('the tax of an invoice against the rule', () => {
  const differs = (currency: string, payAmount: string): string | null =>
    check({ side: 'payer', form: null, income: [], currency }, 'PK', [line({ currency, net: '12345', total: '13950', payAmount })]).find(
      (r) => r.code === 'wht.rate-differs',
    )?.difference ?? null;
  // PK-03: 10 % of 12345 is 1234.5.
  it.each([
    ['PKR', '1234', null],
    ['PKR', '1235', null],
    ['PKR', '1236', '1.5'],
    ['USD', '1234.49', null],
    ['USD', '1235', '0.5'],
    ['JPY', '1234', null],
    ['JPY', '1237', '2'],
  ])('%s: %s differs by %s', (currency, paid, difference) => expect(differs(currency, paid)).toBe(difference));
});
