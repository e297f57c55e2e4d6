import { addTo, noParts, nothing, totalOf, type Standing } from '../../domain/allocation/allocate.ts';
import { PARTS, type Part } from '../../domain/allocation/parts.ts';
import { amountOf } from '../../domain/allocation/scale.ts';
import type { UnitGroup } from '../../db/queries/allocation-sums.ts';
import type { Amount } from '../../domain/money/amount.ts';
import type { AllocationStanding } from '../contract/allocation.ts';

type Figure = AllocationStanding['month'];

/** A figure with the parts that are not nothing. */
export function figureOf(units: readonly bigint[]): Figure {
  const parts: Partial<Record<Part, Amount>> = {};
  PARTS.forEach((part, i) => {
    if (units[i] !== 0n) parts[part] = amountOf(units[i]!);
  });
  return { total: amountOf(totalOf(units)), parts };
}

/** Opening, month, remaining and the whole, as texts. */
export function standingOf({ opening, month, remaining }: Standing): AllocationStanding {
  const total = noParts();
  for (const parts of [opening, month, remaining]) addTo(total, parts);
  return { opening: figureOf(opening), month: figureOf(month), remaining: figureOf(remaining), total: figureOf(total) };
}

export function addStanding(sum: Standing, other: Standing): void {
  addTo(sum.opening, other.opening);
  addTo(sum.month, other.month);
  addTo(sum.remaining, other.remaining);
}

/** The sums of lines as parts; what is payable beyond the payment parts stands last. */
export const partsOfSums = ({ payable, told }: UnitGroup): bigint[] => [...told, (payable ?? 0n) - told.reduce((a, b) => a + b, 0n)];

/** Standings by a name, each made when it is first asked for. */
export class Standings {
  readonly by = new Map<string, Standing>();
  of(name: string): Standing {
    let found = this.by.get(name);
    if (!found) this.by.set(name, (found = nothing()));
    return found;
  }
  told(): Record<string, AllocationStanding> {
    return Object.fromEntries([...this.by].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, sum]) => [name, standingOf(sum)]));
  }
}

/** Sums of single figures by a name. */
export class UnitSums {
  readonly by = new Map<string, bigint>();
  add(name: string, units: bigint): void {
    this.by.set(name, (this.by.get(name) ?? 0n) + units);
  }
  of(name: string): bigint {
    return this.by.get(name) ?? 0n;
  }
  told(): Record<string, Amount> {
    return Object.fromEntries([...this.by].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, units]) => [name, amountOf(units)]));
  }
}
