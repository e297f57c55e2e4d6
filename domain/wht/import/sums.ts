import { FRACTION_SCALE, toPair } from '../../money/pair.ts';
import type { Amount } from '../../money/amount.ts';

/** Invoices that may make up one amount. */
export const MOST_PARTS = 5;
/** Invoices looked at, those that come first in the given order; and steps after which the search gives up. */
export const MOST_LOOKED_AT = 60;
export const MOST_STEPS = 200_000;
/** Sums that are proposed; an amount that more of them make up tells nothing. */
const MOST_FOUND = 3;

/** Exact comparison in one integer: units and the ten decimals. */
export const whole = (value: Amount): bigint => {
  const { units, fraction } = toPair(value);
  return units * FRACTION_SCALE + fraction;
};

export interface Sums {
  /** Places in `values`, ascending; sums of fewer parts first. */
  found: number[][];
  /** The search ended before everything was tried. */
  gaveUp: boolean;
}

/** How far a search goes; what is not given is as above. */
export interface SumLimits {
  parts?: number;
  lookedAt?: number;
  steps?: number;
  found?: number;
}

/**
 * Which two to five of the values add up to the target exactly. Depth-first over values in descending order, cut where what is left cannot
 * reach or must pass the target; bounded in values and steps, so that a hostile list costs no more than a busy one.
 */
export function sumsOf(values: readonly Amount[], target: Amount, limits: SumLimits = {}): Sums {
  const { parts: mostParts = MOST_PARTS, lookedAt = MOST_LOOKED_AT, steps: mostSteps = MOST_STEPS, found: most = MOST_FOUND } = limits;
  const items = values
    .map((value, at) => ({ at, value: whole(value) }))
    .filter((i) => i.value > 0n)
    .toSorted((a, b) => (a.value === b.value ? a.at - b.at : a.value > b.value ? -1 : 1))
    .slice(0, lookedAt);
  const goal = whole(target);
  const found: number[][] = [];
  let steps = 0;
  let gaveUp = values.length > lookedAt;
  const chosen: number[] = [];
  const search = (from: number, left: bigint, parts: number): void => {
    for (let i = from; i < items.length; i++) {
      if (++steps > mostSteps) {
        gaveUp = true;
        return;
      }
      const { value, at } = items[i]!;
      if (value > left) continue;
      // The rest is not larger than this one: so many of them cannot reach it.
      if (value * BigInt(parts) < left) return;
      chosen.push(at);
      if (value === left) {
        if (chosen.length > 1) found.push(chosen.toSorted((a, b) => a - b));
      } else if (parts > 1) search(i + 1, left - value, parts - 1);
      chosen.pop();
    }
  };
  if (goal > 0n) search(0, goal, mostParts);
  found.sort((a, b) => a.length - b.length || (a.join() < b.join() ? -1 : 1));
  return { found: found.slice(0, most), gaveUp };
}
