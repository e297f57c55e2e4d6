/** Of 100 lines so many must agree before the others can stand out, and so many lines at least. */
const MOST = 90;
const ENOUGH = 10;

/** True where `agreeing` of `all` lines are enough to say that the others stand out. */
export const prevails = (agreeing: number, all: number, enough = ENOUGH): boolean => agreeing >= enough && agreeing * 100 >= all * MOST;

/** The one with the most; null where there is none. The first of equals. */
export function most<T>(of: Iterable<T>, size: (one: T) => number): T | null {
  let best: T | null = null;
  for (const one of of) if (best === null || size(one) > size(best)) best = one;
  return best;
}
