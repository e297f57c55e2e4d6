import type { Amount } from '../money/amount.ts';
import { amount } from '../money/amount.ts';
import { D } from '../money/decimal.ts';
import { refuse } from '../result.ts';
import { say } from '../words/said.ts';
import { minuteOf } from './interval.ts';
import type { Point, UsageSample } from './samples.ts';
import { toMegabits, type UnitBase } from './units.ts';

export interface MergeOptions {
  /** Minutes of a slot. */
  interval: number;
  /** The direction that counts; null: the larger one of each time. */
  direction: string | null;
  base: UnitBase;
  /** The unit of figures that print none. */
  unit: string;
}

export interface Merged {
  /** By time, ascending. */
  points: Point[];
  /** Figures that stand there twice for one time and direction: with the same value, and with another. */
  same: number;
  differing: number;
  /** Directions that were met. */
  directions: string[];
  /** Resources that were added up, and times at which one of them had no figure. */
  resources: number;
  uneven: number;
  withoutUnit: number;
  /** Rows that hold no figure. */
  without: number;
}

type Slot = Map<string, { value: D; time: string }>;

/**
 * One point for each time: of several figures for one time and direction the larger counts, of the directions the larger one (or
 * the one asked for), and the resources are added up. Nothing is filled in. Refuses a unit that is no bandwidth.
 * Source: EIP pricing (the larger of both directions); CDN pricing (an account's domains are charged together).
 */
export function merge(samples: readonly UsageSample[], options: MergeOptions): Merged {
  const byResource = new Map<string, Map<number, Slot>>();
  const directions = new Set<string>();
  let [same, differing, withoutUnit, without] = [0, 0, 0, 0];
  const megabits = reader(options);
  for (const sample of samples) {
    const direction = sample.direction ?? '';
    if (direction !== '') directions.add(direction);
    if (options.direction !== null && direction !== options.direction) continue;
    if (sample.value === null) {
      without++;
      continue;
    }
    if (sample.unit === null) withoutUnit++;
    const value = megabits(sample.value, sample.unit);
    const key = Math.floor(minuteOf(sample.time) / options.interval);
    const slots = byResource.get(sample.resource) ?? new Map<number, Slot>();
    byResource.set(sample.resource, slots);
    const slot: Slot = slots.get(key) ?? new Map();
    slots.set(key, slot);
    const before = slot.get(direction);
    if (before?.value.eq(value)) same++;
    else if (before) differing++;
    if (!before || value.gt(before.value)) slot.set(direction, { value, time: sample.time });
  }
  const sums = new Map<number, { value: D; time: string; resources: number }>();
  for (const slots of byResource.values())
    for (const [key, slot] of slots) {
      const larger = [...slot.values()].reduce((a, b) => (b.value.gt(a.value) ? b : a));
      const sum = sums.get(key);
      if (sum) Object.assign(sum, { value: sum.value.plus(larger.value), resources: sum.resources + 1 });
      else sums.set(key, { ...larger, resources: 1 });
    }
  const points = [...sums].sort(([a], [b]) => a - b).map(([, { value, time }]) => pointOf(time, value));
  const uneven = [...sums.values()].filter((sum) => sum.resources < byResource.size).length;
  return { points, same, differing, directions: [...directions].sort(), resources: byResource.size, uneven, withoutUnit, without };
}

/** A point of a figure in Mbit/s. */
export const pointOf = (time: string, value: D): Point => ({ time, day: time.slice(0, 10), value: amount(value), number: value });

function reader({ base, unit: given }: MergeOptions): (value: Amount, unit: string | null) => D {
  return (value, printed) => {
    const unit = printed ?? given;
    const megabits = toMegabits(value, unit, base);
    if (megabits === null)
      refuse('usage.unit', say`“${{ unit }}” is not a unit of bandwidth.`, {
        value: unit,
        remedy: 'Choose usage in bps, Kbps, Mbps or Gbps; these methods charge bandwidth.',
      });
    return new D(megabits);
  };
}
