import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyLine, type PricedLine } from './priced-line.ts';
import { studyPrices } from './price-study.ts';
import { printedBy, waysOf, WAYS, type Way } from './price-ways.ts';

const namesOf = (bits: number): Way[] => WAYS.filter((_, i) => bits & (1 << i));

describe('ways of printing a product', () => {
  it('tell cut from rounded, at eight, four and two decimals', () => {
    // 0.315 × 0.55 = 0.17325
    expect(namesOf(waysOf(315, 3, 55, 2, 1733, 4, 1))).toEqual(['half-up-4']);
    expect(namesOf(waysOf(315, 3, 55, 2, 1732, 4, 1))).toEqual(['truncate-4']);
    expect(namesOf(waysOf(315, 3, 55, 2, 17, 2, 1))).toEqual(['truncate-2', 'half-up-2']);
    expect(namesOf(waysOf(315, 3, 55, 2, 18, 2, 1))).toEqual([]);
    expect(namesOf(waysOf(2, 0, 3, 0, 6, 0, 1))).toEqual([...WAYS]);
  });

  it('divide by the ratio of printed to priced usage: 7200 seconds of an hourly price', () =>
    expect(namesOf(waysOf(25, 2, 7200, 0, 50, 2, 3600))).toContain('exact'));

  it('are the same in numbers and in BigInt, and as the printed figure says', () => {
    const figure = fc.record({ n: fc.integer({ min: 1, max: 2 ** 40 }), scale: fc.integer({ min: 0, max: 10 }) });
    fc.assert(
      fc.property(figure, figure, fc.constantFrom(...WAYS), (a, b, way) => {
        const printed = printedBy(way, a.n, a.scale, b.n, b.scale, 1);
        fc.pre(printed <= BigInt(Number.MAX_SAFE_INTEGER) && (way !== 'exact' || a.scale + b.scale <= 10));
        expect(namesOf(waysOf(a.n, a.scale, b.n, b.scale, Number(printed), 10, 1))).toContain(way);
      }),
      { numRuns: 300 },
    );
  });
});

type Figures = { price: number; usage: number; list: number; discount?: number; like?: number };
/** Figures with two decimals, prices with three. */
function study(lines: readonly Figures[]) {
  return studyPrices((take) => {
    lines.forEach(({ price, usage, list, discount, like = 0 }, id) => {
      const line: PricedLine = Object.assign(emptyLine(), {
        id,
        like,
        sold: 0,
        price,
        priceScale: 3,
        usage,
        usageScale: 2,
        list,
        listScale: 8,
      });
      if (discount !== undefined) Object.assign(line, { discount, discountScale: 8 });
      take(line);
    });
  });
}
const fitting = (n: number): Figures => ({ price: 150, usage: 100 + n, list: 150 * (100 + n) * 1000 });
const twenty = Array.from({ length: 20 }, (_, n) => fitting(n));

describe('prices of a month', () => {
  it('pass where every line is its unit price × usage', () =>
    expect(study(twenty)).toMatchObject({ judged: 20, open: 0, priced: 20, outliers: [] }));

  it('find the line whose usage does not give its price', () =>
    expect(study([...twenty, { ...fitting(7), usage: 100 }]).outliers).toEqual([
      { id: 20, what: 'quantity', printed: 160_500_000n * 10n, expected: 150_000_000n * 10n, like: 1_500_000_000n },
    ]));

  it('find the line with another unit price, whether or not it was charged by it', () => {
    const other = { price: 200, usage: 100, list: 150 * 100 * 1000 };
    expect(study([...twenty, other]).outliers).toMatchObject([{ id: 20, what: 'price', like: 1_500_000_000n }]);
    expect(study([...twenty, { ...other, list: 200 * 100 * 1000 }]).outliers).toMatchObject([{ id: 20, what: 'price' }]);
  });

  it('judge nothing where no way prevails, and leave use without a price alone', () => {
    const odd = Array.from({ length: 20 }, (_, n) => ({ price: 150, usage: 100, list: 1_000_003 * (n + 1) }));
    expect(study(odd)).toMatchObject({ judged: 0, open: 20, outliers: [] });
    expect(study([...twenty, { ...fitting(1), list: 0 }]).outliers).toEqual([]);
  });

  it('hold small kinds by what holds for the vendor', () => {
    const many = Array.from({ length: 40 }, (_, n) => fitting(n));
    expect(study([...many, { ...fitting(3), like: 1, usage: 1 }]).outliers).toMatchObject([{ id: 40, what: 'quantity' }]);
    expect(study([...twenty.slice(0, 9), { ...fitting(3), like: 1, usage: 1 }]).outliers).toEqual([]);
  });

  it('find another discount than 12 % of nearly all lines; several rates say nothing', () => {
    const at = (rate: number, n: number): Figures => ({ ...fitting(n), discount: Math.trunc((fitting(n).list * rate) / 100) });
    const same = Array.from({ length: 20 }, (_, n) => at(12, n));
    expect(study(same)).toMatchObject({ discounted: 20, outliers: [] });
    expect(study([...same, at(15, 1)]).outliers).toMatchObject([{ id: 20, what: 'discount', like: 1_200_000_000n }]);
    expect(study([...same, ...same.map((_, n) => at(n % 2 ? 5 : 12, n))]).outliers).toEqual([]);
  });
});
