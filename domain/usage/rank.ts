import { D } from '../money/decimal.ts';
import type { PeakMethod } from './methods.ts';
import { descending, type Point } from './samples.ts';

export interface Ranked {
  /** From the highest down. */
  sorted: Point[];
  /** How many were ranked: more than `sorted` where missing samples count as zero. */
  count: number;
  /** How many of the highest do not count. */
  dropped: number;
  /** The highest that counts; null where that is a missing sample taken as zero. */
  chosen: Point | null;
}

/** So many of `count` ranked samples do not count: the share is cut to a whole number, so that never more than the share is dropped. */
export const droppedOf = (drop: PeakMethod['drop'], count: number): number =>
  'count' in drop ? drop.count : new D(count).times(drop.percent).dividedBy(100).floor().toNumber();

/**
 * Ranks the samples from the highest down, leaves the highest out as the method says, and takes the next. With fewer samples than
 * are to be left out by number, the lowest is taken (EIP pricing). `count` above the number of points: the rest counts as zero.
 */
export function rank(points: readonly Point[], drop: PeakMethod['drop'], count = points.length): Ranked {
  const sorted = [...points].sort(descending);
  const dropped = 'count' in drop ? Math.min(drop.count, Math.max(0, count - 1)) : droppedOf(drop, count);
  return { sorted, count, dropped, chosen: sorted[dropped] ?? null };
}
