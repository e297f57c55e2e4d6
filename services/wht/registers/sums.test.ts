import fc from 'fast-check';
import { expect, it } from 'vitest';
import { INCOME_CATEGORIES } from '../../../domain/wht/certificate.ts';
import { WHT_STATUSES, type WhtStatus } from '../../../domain/wht/states.ts';
import { addPaper, income, whtRig } from '../../../test/support/wht-register-book.ts';

/** Sums here are whole numbers of 10^-4, apart from all arithmetic of the program. */
const SCALE = 10_000n;
const textOf = (units: bigint): string => {
  const fraction = String(units % SCALE)
    .padStart(4, '0')
    .replace(/0+$/, '');
  return `${units / SCALE}${fraction && `.${fraction}`}`;
};

const units = fc.bigInt({ min: 1n, max: 9_999_999_999_999n });
const line = fc.record({
  base: fc.option(units, { freq: 6 }),
  tax: units,
  category: fc.constantFrom(...INCOME_CATEGORIES.slice(0, 4)),
});
const paper = fc.record({
  status: fc.constantFrom<WhtStatus>(...WHT_STATUSES),
  currency: fc.constantFrom('THB', 'USD', 'MYR'),
  country: fc.constantFrom('TH', 'MY'),
  day: fc.integer({ min: 1, max: 40 }),
  lines: fc.array(line, { maxLength: 4 }),
  shares: fc.array(fc.record({ amount: units, pay: units.map((u) => u - (u % 100n) + 100n) }), { maxLength: 3 }),
  /** How many invoices have exactly the tax of an income line, so that they stand beside it. */
  alike: fc.integer({ min: 0, max: 2 }),
});
const LIVE: readonly WhtStatus[] = ['submitted', 'accepted'];

it('totals are the sums of the papers, whatever stands in the book', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(paper, { maxLength: 14 }), async (papers) => {
      const rig = whtRig();
      try {
        const invoices = [0, 1, 2].map((i) => rig.invoice(`INV-${i}`));
        const sums = new Map<string, bigint>();
        const missing = new Set<string>();
        const put = (key: string, value: bigint): void => void sums.set(key, (sums.get(key) ?? 0n) + value);
        let lines = 0;
        papers.forEach((p, i) => {
          const shares = p.shares.map((s, k) => ({ ...s, amount: k < p.alike ? (p.lines[k]?.tax ?? s.amount) : s.amount }));
          const total = p.lines.reduce((sum, l) => sum + l.tax, 7n);
          const date = p.day > 31 ? `2024-04-0${p.day - 31}` : `2024-03-${String(p.day).padStart(2, '0')}`;
          addPaper(
            rig.book,
            {
              number: `W-${i}`,
              date,
              status: p.status,
              currency: p.currency,
              country: p.country,
              total: textOf(total),
              income: p.lines.map((l) =>
                income({ category: l.category, base: l.base === null ? null : textOf(l.base), rate: null, tax: textOf(l.tax) }),
              ),
            },
            shares.map((s, k) => ({ invoiceId: invoices[k]!, amount: textOf(s.amount), payAmount: textOf(s.pay) })),
          );
          if (p.day > 31) return;
          const beside = countBeside(
            p.lines.map((l) => l.tax),
            shares.map((s) => s.amount),
          );
          lines += Math.max(1, p.lines.length + shares.length - beside);
          const standing = LIVE.includes(p.status) ? 'counted' : p.status === 'draft' ? 'draft' : null;
          if (standing === null) return;
          const key = `${standing} ${p.currency}`;
          const taxes = p.lines.length > 0 ? p.lines.map((l) => l.tax) : shares.length > 0 ? shares.map((s) => s.amount) : [total];
          put(`${key} total`, total);
          put(
            `${key} tax`,
            taxes.reduce((a, b) => a + b),
          );
          put(
            `${key} amount`,
            shares.reduce((a, s) => a + s.amount, 0n),
          );
          put(
            `${key} base`,
            p.lines.reduce((a, l) => a + (l.base ?? 0n), 0n),
          );
          if (p.lines.length === 0 || p.lines.some((l) => l.base === null)) missing.add(key);
          if (standing === 'draft') return;
          put(
            `country ${p.country} ${p.currency}`,
            taxes.reduce((a, b) => a + b),
          );
          for (const l of p.lines) put(`category ${l.category} ${p.currency}`, l.tax);
          if (p.lines.length === 0)
            put(
              `category null ${p.currency}`,
              taxes.reduce((a, b) => a + b),
            );
          if (shares.length > 0)
            put(
              'pay',
              shares.reduce((a, s) => a + s.pay, 0n),
            );
        });
        const told = await rig.call('wht/register', { first: '2024-03-01', last: '2024-03-31' });
        expect(told.count).toBe(lines);
        const keys = new Set([...sums.keys()].filter((k) => k.endsWith(' total')).map((k) => k.slice(0, -6)));
        expect(told.totals.map((t) => `${t.standing} ${t.currency}`).toSorted()).toEqual([...keys].toSorted());
        for (const t of told.totals) {
          const key = `${t.standing} ${t.currency}`;
          expect([t.total, t.tax, t.amount]).toEqual(['total', 'tax', 'amount'].map((what) => textOf(sums.get(`${key} ${what}`)!)));
          expect(t.base).toBe(missing.has(key) ? null : textOf(sums.get(`${key} base`)!));
        }
        for (const by of ['country', 'category'] as const) {
          const rows = told.breakdown.filter((b) => b.by === by);
          for (const b of rows) expect(b.tax).toBe(textOf(sums.get(`${by} ${b[by]} ${b.currency}`)!));
          expect(rows).toHaveLength([...sums.keys()].filter((k) => k.startsWith(`${by} `)).length);
        }
        expect(told.invoices.map((i) => i.payAmount)).toEqual(sums.has('pay') ? [textOf(sums.get('pay')!)] : []);
      } finally {
        rig.close();
      }
    }),
    { numRuns: 25 },
  );
}, 60_000);

/** Invoices that stand beside an income line: the only one of each, or those with a line's very amount. */
function countBeside(taxes: bigint[], amounts: bigint[]): number {
  if (taxes.length === 1 && amounts.length === 1) return 1;
  const left = [...amounts];
  let count = 0;
  for (const tax of taxes) {
    const at = left.indexOf(tax);
    if (at < 0) continue;
    left.splice(at, 1);
    count++;
  }
  return count;
}
