/** So many candidates does a search look at: beyond them only single ones are tried. */
const MOST_CANDIDATES = 2_000;
/** Up to so many, sets of any size are found by meeting in the middle. */
const SMALL = 24;
export const STEPS = 400_000;

/** Counts what searches do, so that the same question always ends at the same place, however fast the machine. */
export class Budget {
  left: number;
  /** A search was given up. */
  spent = false;
  constructor(steps: number = STEPS) {
    this.left = steps;
  }
  /** False once nothing is left. */
  take(steps = 1): boolean {
    if (this.left < steps) this.spent = true;
    else this.left -= steps;
    return !this.spent;
  }
}

/**
 * Places of the fewest values that add up to `target` and pass `accept`; of sets of one size the one whose places come first.
 * Null where there is none, or where the budget was spent (then `budget.spent`). Never an empty set: `target` 0 asks for values
 * that cancel out.
 */
export function smallestSubset(
  values: readonly bigint[],
  target: bigint,
  budget: Budget,
  accept: (places: readonly number[]) => boolean = () => true,
): number[] | null {
  for (const [place, value] of values.entries()) {
    if (!budget.take()) return null;
    if (value === target && accept([place])) return [place];
  }
  // A line that is zero is in no smallest set.
  const places = values.flatMap((value, place) => (value === 0n ? [] : [place]));
  if (places.length > MOST_CANDIDATES) {
    budget.spent = true;
    return null;
  }
  const own = places.map((place) => values[place]!);
  const back = (set: readonly number[]): number[] => set.map((i) => places[i]!);
  const found =
    own.length <= SMALL
      ? meetInTheMiddle(own, target, budget, (set) => accept(back(set)))
      : (pairs(own, target, budget, (set) => accept(back(set))) ??
        triples(own, target, budget, (set) => accept(back(set))) ??
        fours(own, target, budget, (set) => accept(back(set))));
  // More than four of many may still be there.
  if (!found && own.length > SMALL) budget.spent = true;
  return found && back(found);
}

type Accept = (set: readonly number[]) => boolean;

const byValue = (values: readonly bigint[]): Map<bigint, number[]> => Map.groupBy(values.keys(), (i) => values[i]!);

function pairs(values: readonly bigint[], target: bigint, budget: Budget, accept: Accept): number[] | null {
  const at = byValue(values);
  for (let i = 0; i < values.length; i++) {
    if (!budget.take()) return null;
    for (const j of at.get(target - values[i]!) ?? []) {
      if (j <= i) continue;
      if (!budget.take()) return null;
      if (accept([i, j])) return [i, j];
    }
  }
  return null;
}

function triples(values: readonly bigint[], target: bigint, budget: Budget, accept: Accept): number[] | null {
  const at = byValue(values);
  for (let i = 0; i < values.length; i++)
    for (let j = i + 1; j < values.length; j++) {
      if (!budget.take()) return null;
      for (const k of at.get(target - values[i]! - values[j]!) ?? []) {
        if (k <= j) continue;
        if (!budget.take()) return null;
        if (accept([i, j, k])) return [i, j, k];
      }
    }
  return null;
}

/** The sums of all pairs are met with one another; each set is seen once, by its two smallest places. */
function fours(values: readonly bigint[], target: bigint, budget: Budget, accept: Accept): number[] | null {
  const n = values.length;
  // All pairs are kept: where they would not fit the budget, they are not begun with.
  if (!budget.take(n * n)) return null;
  const sums = new Map<bigint, [number, number][]>();
  for (let k = 1; k < n; k++)
    for (let l = k + 1; l < n; l++) {
      const sum = values[k]! + values[l]!;
      const same = sums.get(sum);
      if (same) same.push([k, l]);
      else sums.set(sum, [[k, l]]);
    }
  for (let i = 0; i < n; i++)
    for (let j = i + 1; j < n; j++)
      for (const [k, l] of sums.get(target - values[i]! - values[j]!) ?? []) {
        if (k <= j) continue;
        if (!budget.take()) return null;
        if (accept([i, j, k, l])) return [i, j, k, l];
      }
  return null;
}

interface Part {
  sum: bigint;
  bits: number;
  size: number;
}

/** Every subset of one half of the values. */
function subsets(values: readonly bigint[], from: number, to: number): Part[] {
  let parts: Part[] = [{ sum: 0n, bits: 0, size: 0 }];
  for (let i = from; i < to; i++)
    parts = parts.concat(parts.map(({ sum, bits, size }) => ({ sum: sum + values[i]!, bits: bits | (1 << i), size: size + 1 })));
  return parts;
}

const placesOf = (bits: number): number[] => Array.from({ length: SMALL }, (_, i) => i).filter((i) => bits & (1 << i));

/** Size by size, so that many larger sets do not use the budget up before a small one is seen. */
function meetInTheMiddle(values: readonly bigint[], target: bigint, budget: Budget, accept: Accept): number[] | null {
  const half = values.length >> 1;
  if (!budget.take(2 ** half + 2 ** (values.length - half))) return null;
  const first = subsets(values, 0, half);
  const second = new Map<bigint, number[][]>();
  for (const { sum, bits, size } of subsets(values, half, values.length)) {
    const sizes = second.get(sum);
    if (sizes) (sizes[size] ??= []).push(bits);
    else second.set(sum, Object.assign([], { [size]: [bits] }));
  }
  for (let size = 1; size <= values.length; size++) {
    const sets: number[][] = [];
    for (const part of first)
      for (const bits of second.get(target - part.sum)?.[size - part.size] ?? []) {
        if (!budget.take()) return null;
        sets.push(placesOf(part.bits | bits));
      }
    for (const set of sets.toSorted(inOrder)) if (accept(set)) return set;
  }
  return null;
}

const inOrder = (a: readonly number[], b: readonly number[]): number => {
  const at = a.findIndex((place, i) => place !== b[i]);
  return at < 0 ? 0 : a[at]! - b[at]!;
};
