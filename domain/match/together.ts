import { add, compare, equal, isZero, subtract, sum, type Amount } from '../money/amount.ts';
import { MOST_PARTS, sumsOf } from '../wht/import/sums.ts';
import type { OpenItem } from './open-item.ts';

/** Invoices of one party and currency that make up an amount, credits taken off. */
export interface Combination {
  items: OpenItem[];
  credits: OpenItem[];
  /** Of each invoice: less what a certificate is to cover, or all that is open. */
  by: readonly By[];
}
type By = 'net' | 'gross';

/** Credits that are tried: alone and in pairs. */
const MOST_CREDITS = 8;
/** Steps of one search; a party has at most so many searches: 37 sets of credits, net and gross. */
const STEPS = 20_000;
const MOST_FOUND = 3;

export const cashOf = (item: OpenItem, by: By): Amount => (by === 'net' ? item.openCash : item.open);

/**
 * Sums of up to five invoices and credits of one party that come to the amount exactly: fewer first, in the order of the lists. A single
 * invoice counts where a credit is taken off it. Bounded in invoices, credits and steps, whatever the lists are.
 */
export function combinations(
  items: readonly OpenItem[],
  credits: readonly OpenItem[],
  goal: Amount,
): { found: Combination[]; gaveUp: boolean } {
  const differ = items.some((i) => !isZero(i.openCertificates));
  const sets = subsets(credits.slice(0, MOST_CREDITS));
  const found: Combination[] = [];
  let gaveUp = credits.length > MOST_CREDITS;
  for (const by of differ ? (['net', 'gross'] as const) : (['gross'] as const)) {
    const values = items.map((i) => cashOf(i, by));
    for (const taken of sets) {
      const target = add(goal, sum(taken.map((c) => c.credit)));
      if (taken.length > 0)
        for (const item of items) if (equal(cashOf(item, by), target)) found.push({ items: [item], credits: taken, by: [by] });
      const sums = sumsOf(values, target, { parts: MOST_PARTS - taken.length, steps: STEPS });
      gaveUp ||= sums.gaveUp;
      for (const places of sums.found) found.push({ items: places.map((at) => items[at]!), credits: taken, by: places.map(() => by) });
    }
  }
  const seen = new Set<string>();
  const own = found.filter((c) => {
    const key = `${c.items.map((i, at) => `${i.id}:${cashOf(i, c.by[at]!)}`).join()}|${c.credits.map((i) => i.id).join()}`;
    return !seen.has(key) && seen.add(key);
  });
  const size = (c: Combination): number => c.items.length + c.credits.length;
  return { found: own.toSorted((a, b) => size(a) - size(b)).slice(0, MOST_FOUND), gaveUp };
}

/** No credit, each one, each pair. */
const subsets = (credits: readonly OpenItem[]): OpenItem[][] => [
  [],
  ...credits.map((c) => [c]),
  ...credits.flatMap((a, at) => credits.slice(at + 1).map((b) => [a, b])),
];

/** Each of the invoices net or gross, so that they come to the amount: all net first, then all gross, then mixed. Null: they do not. */
export function mixOf(items: readonly OpenItem[], goal: Amount): Combination | null {
  if (items.length > MOST_PARTS) return null;
  const all = 2 ** items.length;
  const masks = [0, all - 1, ...Array.from({ length: Math.max(0, all - 2) }, (_, k) => k + 1)];
  for (const mask of masks) {
    const by = items.map((_, at): By => ((mask >> at) % 2 === 1 ? 'gross' : 'net'));
    if (equal(sum(items.map((i, at) => cashOf(i, by[at]!))), goal)) return { items: [...items], credits: [], by };
  }
  return null;
}

/** The amount laid on the invoices one after the other, the earliest first: what each is to be paid, as far as it goes. */
export function laidOut(items: readonly OpenItem[], money: Amount): { shares: Amount[]; residual: Amount } {
  let left = money;
  const shares = items.map((item) => {
    const share = compare(left, item.openCash) < 0 ? left : item.openCash;
    left = subtract(left, share);
    return share;
  });
  return { shares, residual: left };
}
