import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromPair, toPair, FRACTION_SCALE } from '../money/pair.ts';
import { layingOf, residualOf, sharesAfter, worthOf } from './allocation.ts';
import { matchMoney } from './match.ts';
import { bookOf, money, openItem } from './rig.ts';
import { combinations } from './together.ts';

/** Ten decimals as one integer, so that the model shares no arithmetic with what is tested. */
const big = (text: string): bigint => {
  const { units, fraction } = toPair(text);
  return units * FRACTION_SCALE + fraction;
};
const text = (value: bigint): string => fromPair(0n, value);
const positive = fc.bigInt({ min: 1n, max: 10n ** 16n });
const total = (values: readonly bigint[]): bigint => values.reduce((a, b) => a + b, 0n);

describe('laying out', () => {
  it('conserves every sum to ten decimals: what a line wants comes from the money or from a credit, and no share falls below zero', () => {
    fc.assert(
      fc.property(
        fc.array(positive, { minLength: 1, maxLength: 5 }),
        fc.array(fc.array(positive, { minLength: 1, maxLength: 3 }), { maxLength: 3 }),
        fc.integer({ min: 0, max: 120 }),
        (wanted, credits, percent) => {
          const lines = wanted.map((amount, at) => ({ invoice: at + 1, amount: text(amount) }));
          const held = credits.flatMap((shares, at) =>
            shares.map((amount, k) => ({ payment: 10 * at + k, invoice: 100 + at, amount: text(amount) })),
          );
          const taken = credits
            .map((shares, at) => ({ invoice: 100 + at, amount: (total(shares) * BigInt(percent)) / 100n }))
            .filter((c) => c.amount > 0n);
          const laying = layingOf([...lines, ...taken.map((c) => ({ invoice: c.invoice, amount: text(-c.amount) }))], held);
          const off = total(taken.map((c) => c.amount));
          if ((percent > 100 && taken.some((c) => c.amount > total(credits[c.invoice - 100]!))) || off > total(wanted)) {
            expect(laying).toBeNull();
            return;
          }
          expect(laying).not.toBeNull();
          const { own, shifts } = laying!;
          expect(total(own.map((l) => big(l.amount)))).toBe(total(wanted) - off);
          for (const [at, amount] of wanted.entries())
            expect(
              total(own.filter((l) => l.invoice === at + 1).map((l) => big(l.amount))) +
                total(shifts.filter((s) => s.to === at + 1).map((s) => big(s.amount))),
            ).toBe(amount);
          for (const c of taken) expect(total(shifts.filter((s) => s.from === c.invoice).map((s) => big(s.amount)))).toBe(c.amount);
          for (const h of held)
            expect(
              total(shifts.filter((s) => s.payment === h.payment && s.from === h.invoice).map((s) => big(s.amount))),
            ).toBeLessThanOrEqual(big(h.amount));
        },
      ),
      { numRuns: 300 },
    );
  });
  it('the residual is what is not laid out, and changes taken back leave what was there', () => {
    fc.assert(
      fc.property(positive, fc.array(positive, { maxLength: 5 }), (amount, shares) => {
        const lines = shares.map((s, at) => ({ invoice: at, amount: text(s) }));
        expect(big(residualOf(text(amount), lines))).toBe(amount - total(shares));
        const after = sharesAfter([{ invoice: 0, amount: text(amount) }], lines);
        expect(after.less).toBeNull();
        expect(
          sharesAfter(
            after.shares,
            lines.map((l) => ({ ...l, amount: `-${l.amount}` })),
          ).shares,
        ).toEqual([{ invoice: 0, amount: text(amount) }]);
      }),
    );
    expect(worthOf('100', '2.5', 'received')).toBe('97.5');
    expect(worthOf('100', '2.5', 'issued')).toBe('102.5');
    expect(sharesAfter([{ invoice: 1, amount: '5' }], [{ invoice: 1, amount: '-5.0000000001' }]).less).toBe(1);
  });
});

const cents = fc.integer({ min: 1, max: 500_000 }).map((n) => text(BigInt(n) * 10n ** 8n));
const items = fc.array(
  fc.record({
    net: cents,
    tax: fc.constantFrom('0', '8', '1.13'),
    rate: fc.constantFrom(null, '8', '2.5'),
    credit: fc.option(cents, { freq: 6 }),
  }),
  { minLength: 1, maxLength: 8 },
);

describe('whatever the book is', () => {
  it('no proposal lays more on an invoice than is open or takes off more than a credit, and its sums are exact', () => {
    fc.assert(
      fc.property(items, fc.subarray([0, 1, 2, 3, 4, 5, 6, 7], { maxLength: 5 }), fc.integer({ min: -3, max: 3 }), (made, picks, off) => {
        const all = made.map(({ net, tax, rate, credit }, at) =>
          credit === null
            ? openItem(`SG-${1000 + at}`, net, tax, { ratePct: rate })
            : openItem(`SG-${1000 + at}`, net, tax, { open: '0', openCash: '0', openCertificates: '0', credit, untouched: false }),
        );
        const goal =
          total(picks.flatMap((at) => (all[at] ? [all[at].credit === '0' ? big(all[at].openCash) : -big(all[at].credit)] : []))) +
          BigInt(off) * 10n ** 8n;
        if (goal <= 0n) return;
        const m = money(text(goal), {
          text: picks
            .slice(0, 2)
            .map((at) => `SG-${1000 + at}`)
            .join(' '),
        });
        const { proposals } = matchMoney(m, bookOf(all));
        for (const p of proposals) {
          const worth = goal - (p.fee === null ? 0n : big(p.fee));
          expect(total(p.lines.map((l) => big(l.amount))) + big(p.residual)).toBe(worth);
          expect(big(p.residual)).toBeGreaterThanOrEqual(0n);
          for (const { item, amount } of p.lines) {
            if (big(amount) > 0n) expect(big(amount)).toBeLessThanOrEqual(big(item.open));
            else expect(-big(amount)).toBeLessThanOrEqual(big(item.credit));
          }
          expect(p.score).toBe(p.reasons.reduce((n, r) => n + r.weight, 0));
        }
        // Neither the order of the book nor other money changes what is proposed.
        expect(matchMoney(m, bookOf(all.toReversed())).proposals.map((p) => [p.key, p.score])).toEqual(
          proposals.map((p) => [p.key, p.score]),
        );
      }),
      { numRuns: 120 },
    );
  });
  it('the search for sums is bounded, and says that it gave up', () => {
    // Powers of two add up to everything once and to nothing twice; a goal beyond five of them keeps the search busy.
    const many = Array.from({ length: 60 }, (_, k) => openItem(`SG-${k}`, text(10n ** 8n * BigInt(2 * (k * 37 + 11) ** 2)), '0'));
    const credits = Array.from({ length: 40 }, (_, k) =>
      openItem(`CR-${k}`, '1', '0', { open: '0', credit: text(10n ** 8n * BigInt(2 * k + 2)) }),
    );
    const found = combinations(many, credits, text(10n ** 8n * 1_000_001n));
    expect(found).toEqual({ found: [], gaveUp: true });
  });
});
