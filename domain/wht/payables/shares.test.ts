import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sharesOf, type Cash, type Claim } from './shares.ts';

const claim = (total: string, base: string, ratePct: string | null, change: Partial<Claim> = {}): Claim => ({
  currency: 'USD',
  total,
  base,
  ratePct,
  borne: false,
  ...change,
});
const cash = (...amounts: string[]): Cash[] =>
  amounts.map((amount, i) => ({ key: String(i), date: `2024-03-${String(i + 1).padStart(2, '0')}`, reference: `P${i + 1}`, amount }));
const rows = (c: Claim, paid: Cash[], certified?: string) => {
  const { kind, shares } = sharesOf(c, paid, certified);
  return [kind, ...shares.map((s) => [s.base, s.withheld, s.gross])];
};

describe('what a payment settles', () => {
  // Huawei Cloud billing guide 8.1, 8.2, and the partner notice of 2021: 100, 10 %, pay 90.
  it.each([
    ['Malaysia, 8 % with 8 % DST', claim('108', '100', '8'), '100', '8', '108'],
    ['Malaysia before March 2024, 6 % DST', claim('106', '100', '8'), '98', '8', '106'],
    ['Pakistan, 10 % with 13 % SST', claim('113', '100', '10'), '103', '10', '113'],
    ['Indonesia, 2 % with 11 % VAT', claim('111', '100', '2'), '109', '2', '111'],
    ['partner notice', claim('100', '100', '10'), '90', '10', '100'],
    ['no indirect tax', claim('100', '100', '8'), '92', '8', '100'],
  ])('%s', (_, c, net, wht, gross) => {
    expect(sharesOf(c, []).fullNet).toBe(net);
    expect(rows(c, cash(net))).toEqual(['net', ['100', wht, gross]]);
  });
  it('is in parts what its share of the net amount is, and the last takes the remainder', () => {
    expect(rows(claim('108', '100', '8'), cash('33.33', '33.33', '33.34'))).toEqual([
      'net',
      ['33.33', '2.67', '36'],
      ['33.33', '2.67', '36'],
      ['33.34', '2.66', '36'],
    ]);
    expect(rows(claim('108', '100', '8'), cash('33.33', '33.33'))).toEqual(['net-part', ['33.33', '2.67', '36'], ['33.33', '2.67', '36']]);
  });
  it('is one cent off nowhere: three thirds of 559.75', () => {
    // Rounded one by one, the three parts withhold 16.46 × 3 = 49.38 and leave the invoice open by a cent.
    const c = claim('609.14', '609.14', '8.107871');
    expect(sharesOf(c, []).expected).toBe('49.39');
    const { kind, shares, withheld, base } = sharesOf(c, cash('186.58', '186.58', '186.59'));
    expect([kind, withheld, base]).toEqual(['net', '49.39', '609.14']);
    expect(shares.map((s) => s.withheld)).toEqual(['16.46', '16.46', '16.47']);
  });
  it('is the whole where the total was paid, in however many parts', () => {
    expect(rows(claim('108', '100', '8'), cash('108'))).toEqual(['gross', ['100', '0', '108']]);
    expect(rows(claim('108', '100', '8'), cash('54', '54'))).toEqual(['gross', ['50', '0', '54'], ['50', '0', '54']]);
    expect(rows(claim('108', '100', '8'), cash('100', '8'))).toEqual(['gross', ['92.59', '0', '100'], ['7.41', '0', '8']]);
  });
  it('withholds less where more than the net amount came', () =>
    expect(rows(claim('108', '100', '8'), cash('104'))).toEqual(['beyond-net', ['100', '4', '108']]));
  it('withholds what is certified where certificates cover the rest, with or without a rate', () => {
    expect(rows(claim('108', '100', '8'), cash('98'), '10')).toEqual(['certified', ['100', '10', '108']]);
    expect(rows(claim('108', '100', null), cash('58', '40'), '10')).toEqual([
      'certified',
      ['59.18', '5.92', '63.92'],
      ['40.82', '4.08', '44.08'],
    ]);
  });
  it('presumes nothing without a rate', () =>
    expect(rows(claim('108', '100', null), cash('100'))).toEqual(['net-part', ['92.59', null, '100']]));
  it('carries the grossed-up base where the buyer bears the tax', () => {
    const c = claim('92', '92', '8', { borne: true });
    expect(sharesOf(c, cash('46', '46'))).toMatchObject({
      kind: 'gross',
      expected: '8',
      expectedBase: '100',
      fullNet: '92',
      withheld: '8',
    });
    expect(rows(c, cash('46', '46'))).toEqual(['gross', ['50', '4', '46'], ['50', '4', '46']]);
  });
  it('rounds to the smallest unit of the currency', () => {
    expect(rows(claim('1100', '1000', '10.21', { currency: 'JPY' }), cash('499', '499'))).toEqual([
      'net',
      ['500', '51', '550'],
      ['500', '51', '550'],
    ]);
    expect(sharesOf(claim('1', '1', '5', { currency: 'BHD' }), cash('0.333')).shares[0]).toMatchObject({
      base: '0.351',
      withheld: '0.018',
    });
  });
  it('has a total of nothing, and a rate of the whole', () => {
    expect(rows(claim('0', '0', '8'), [])).toEqual(['none']);
    expect(rows(claim('100', '100', '100'), cash('40'))).toEqual(['beyond-net', ['100', '60', '100']]);
  });
});

const cents = (max: number) => fc.integer({ min: 1, max });
const money = (n: number): string => `${Math.floor(n / 100)}.${String(n % 100).padStart(2, '0')}`;
/** Whole cents of decimal text with at most two decimals. */
const centsOf = (text: string | null): bigint => {
  const [whole = '0', fraction = ''] = (text ?? '0').replace('-', '').split('.');
  expect(fraction.length).toBeLessThanOrEqual(2);
  return (text?.startsWith('-') ? -1n : 1n) * (BigInt(whole) * 100n + BigInt(fraction.padEnd(2, '0') || '0'));
};
const halfUp = (a: bigint, b: bigint): bigint => (2n * a + b) / (2n * b);

describe('whatever is paid in whatever parts', () => {
  it('shares add up exactly, are never below zero, and follow from the set alone', () =>
    fc.assert(
      fc.property(
        cents(500_000),
        fc.integer({ min: 0, max: 20 }),
        fc.integer({ min: 0, max: 3000 }),
        fc.array(cents(100_000), { minLength: 1, maxLength: 8 }),
        fc.boolean(),
        fc.nat(),
        (base, taxPct, rate, parts, complete, seed) => {
          const tax = halfUp(BigInt(base) * BigInt(taxPct), 100n);
          const total = BigInt(base) + tax;
          const wht = halfUp(BigInt(base) * BigInt(rate), 10_000n);
          const net = total - wht;
          // Cut the parts so that they come to the net amount at most, or to exactly that.
          const fit: bigint[] = [];
          let left = net;
          for (const p of parts) {
            const own = BigInt(p) < left ? BigInt(p) : left;
            if (own > 0n) fit.push(own);
            left -= own;
          }
          if (complete && left > 0n) fit.push(left);
          const paid = fit.reduce((a, b) => a + b, 0n);
          const c = claim(money(base + Number(tax)), money(base), `${Math.floor(rate / 100)}.${String(rate % 100).padStart(2, '0')}`);
          const all = cash(...fit.map((n) => money(Number(n))));
          const told = sharesOf(c, all);
          const sums = (of: 'base' | 'withheld' | 'gross' | 'indirectTax'): bigint => told.shares.reduce((n, s) => n + centsOf(s[of]), 0n);
          expect(centsOf(told.expected)).toBe(wht);
          for (const s of told.shares) {
            expect(centsOf(s.base) >= 0n && centsOf(s.withheld) >= 0n).toBe(true);
            expect(centsOf(s.gross)).toBe(centsOf(s.amount) + centsOf(s.withheld));
            expect(centsOf(s.base) + centsOf(s.indirectTax)).toBe(centsOf(s.gross));
          }
          expect(sums('gross')).toBe(paid + sums('withheld'));
          if (paid === net && net > 0n) {
            expect([sums('base'), sums('withheld'), sums('gross')]).toEqual([BigInt(base), wht, total]);
            expect(sums('indirectTax')).toBe(tax);
          } else if (net > 0n) {
            expect(sums('base') <= BigInt(base) && sums('withheld') <= wht).toBe(true);
            // Each is within half a cent of its exact part, unless what was left was less.
            for (const [i, s] of told.shares.entries())
              if (i < told.shares.length - 1) expect(centsOf(s.base) <= halfUp(BigInt(base) * fit[i]!, net)).toBe(true);
          }
          const shuffled = all.toSorted((a, b) => ((Number(a.key) * 7919 + seed) % 13) - ((Number(b.key) * 7919 + seed) % 13));
          expect(sharesOf(c, shuffled)).toEqual(told);
        },
      ),
      { numRuns: 300 },
    ));
});
