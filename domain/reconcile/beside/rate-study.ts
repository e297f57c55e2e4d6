import type { Outlier } from './price-study.ts';
import type { PricedLine } from './priced-line.ts';
import { most, prevails } from './prevail.ts';
import { printedBy, waysOf } from './price-ways.ts';

/** Rates of discount are whole hundredths of a percent. */
const SCALE = 4;

class Sold {
  /** Lines whose figures are large enough to tell a rate. */
  telling = 0;
  /** Lines by rate, of those that the rate gives exactly. */
  readonly rates = new Map<number, number>();
  all = 0;
  /** The first rate that was met, held against the lines that tell none. */
  first: number | null = null;
  misfits = 0;
  rate: number | null = null;
}

const fits = (l: PricedLine, rate: number): boolean => waysOf(l.list, l.listScale, rate, SCALE, l.discount, l.discountScale, 1) !== 0;

/**
 * The rate that the line's figures seem to tell, by a quotient that only proposes: `fits` holds it exactly. Null where they are too
 * small: a step of the last place would be another rate.
 */
function rateOf(line: PricedLine): number | null {
  const list = Math.abs(line.list / 10 ** line.listScale);
  // Discounts in cents come of products that were rounded to them.
  const inCents = line.discountScale <= 2 || line.discount % 10 ** (line.discountScale - 2) === 0;
  const step = inCents ? 0.01 : 0.00000001;
  return list * 0.0001 <= step * 2 ? null : Math.round((Math.abs(line.discount / 10 ** line.discountScale) / list) * 10 ** SCALE);
}

/** One rate of discount for each product type, billing mode and bill type, where nearly all lines have it. */
export class RateStudy {
  readonly #sold: Sold[] = [];
  /** Lines that have a rate which prevails; known when settled. */
  lines = 0;
  /** Some line stands out, or may. */
  odd = false;

  learn(line: PricedLine): void {
    if (line.list !== line.list || line.discount !== line.discount || line.list === 0) return;
    const sold = (this.#sold[line.sold] ??= new Sold());
    sold.all++;
    const rate = rateOf(line);
    if (rate === null) {
      if (sold.first === null || !fits(line, sold.first)) sold.misfits++;
      return;
    }
    sold.telling++;
    if (!fits(line, rate)) return;
    sold.rates.set(rate, (sold.rates.get(rate) ?? 0) + 1);
    sold.first ??= rate;
  }

  settle(): void {
    for (const sold of this.#sold) {
      const best = sold && most(sold.rates, ([, lines]) => lines);
      if (!best || !prevails(best[1], sold.telling)) continue;
      sold.rate = best[0];
      this.lines += sold.all;
      this.odd ||= best[1] < sold.telling || sold.misfits > 0 || sold.first !== best[0];
    }
  }

  outlier(line: PricedLine): Outlier | null {
    const rate = this.#sold[line.sold]?.rate ?? null;
    if (rate === null || line.list !== line.list || line.discount !== line.discount || line.list === 0 || fits(line, rate)) return null;
    return {
      id: line.id,
      what: 'discount',
      printed: BigInt(line.discount) * 10n ** BigInt(10 - line.discountScale),
      expected: printedBy('truncate-8', line.list, line.listScale, rate, SCALE, 1),
      like: BigInt(rate) * 1_000_000n,
    };
  }
}
