import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amount, multiply, sum } from '../../domain/money/amount.ts';
import type { SelfAccountRow } from '../contract/self-account.ts';
import { totalsOf } from './totals.ts';

const cents = fc.integer({ min: -(10 ** 9), max: 10 ** 9 }).map((n) => amount(multiply(String(n), '0.01')));
const row = fc
  .record({
    country: fc.constantFrom('AE', 'BH'),
    code: fc.constantFrom('VAT', 'GST'),
    currency: fc.constantFrom('USD', 'EUR'),
    base: cents,
    tax: fc.option(cents),
    localBase: fc.option(cents),
    localTax: fc.option(cents),
  })
  .map(({ localBase, localTax, ...r }) => ({
    ...r,
    local: { currency: r.country === 'AE' ? 'AED' : 'BHD', base: localBase, tax: localTax },
  })) as fc.Arbitrary<SelfAccountRow>;

describe('totals of the worksheet', () => {
  it('hold every row once in its own currency and once in the local one, and add up to the rows', () =>
    fc.assert(
      fc.property(fc.array(row, { maxLength: 40 }), (rows) => {
        const totals = totalsOf(rows);
        for (const local of [true, false]) {
          const of = totals.filter((t) => t.local === local);
          expect(of.reduce((n, t) => n + t.count, 0)).toBe(rows.length);
          expect(sum(of.map((t) => t.base.known))).toBe(sum(rows.map((r) => (local ? r.local.base : r.base))));
          expect(sum(of.map((t) => t.tax.known))).toBe(sum(rows.map((r) => (local ? r.local.tax : r.tax))));
          for (const t of of) expect(t.tax.whole === null).toBe(t.tax.missing > 0);
        }
      }),
    ));
  it('never add currencies together', () =>
    fc.assert(
      fc.property(fc.array(row, { maxLength: 40 }), (rows) => {
        const keys = totalsOf(rows).map((t) => `${t.country} ${t.code} ${t.currency} ${t.local}`);
        expect(new Set(keys).size).toBe(keys.length);
      }),
    ));
});
