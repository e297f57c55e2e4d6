import { equal, isZero, subtract, type Amount } from '../../../domain/money/amount.ts';
import type { MeasureName } from '../../../domain/formats/fields.ts';
import type { Comparison, Telling } from '../../../domain/reconcile/tellings/telling.ts';

const differenceIn = (telling: Telling, measure: MeasureName): Amount =>
  subtract(telling.bill[measure] ?? '0', telling.own[measure] ?? '0');

/** True where both differ from the bill by the same in every measure that both print. */
const sameDifference = (one: Telling, other: Telling): boolean =>
  one.measures.filter((m) => other.measures.includes(m)).every((m) => equal(differenceIn(one, m), differenceIn(other, m)));
const agrees = (telling: Telling): boolean => telling.measures.every((m) => isZero(differenceIn(telling, m)));

/** The more a telling tells its lines apart, the surer is what it says of a difference. */
function fineness({ attributes }: Telling): number {
  const has = (attribute: 'order' | 'resource'): number => (attributes.includes(attribute) ? 1 : 0);
  return has('order') * 100 + has('resource') * 50 + attributes.length;
}

/**
 * The finer telling that differs from the bill by the very same: what is wrong there is wrong here, and it can be told better
 * there. Null where the telling itself is the finest of them.
 */
export function causeOf(telling: Telling, all: readonly Telling[], comparisonOf: (telling: Telling) => Comparison): Comparison | null {
  const finer = all
    .filter((other) => fineness(other) > fineness(telling) && other.part === null && sameDifference(other, telling))
    .toSorted((a, b) => fineness(b) - fineness(a));
  for (const other of finer) {
    const comparison = comparisonOf(other);
    if (comparison.keys > 0) return comparison;
  }
  return null;
}

/** The side that the other tellings contradict: the bill where one of them differs by the same, the telling where all others agree. */
export function suspectOf(telling: Telling, all: readonly Telling[]): 'left' | 'right' | null {
  const others = all.filter((other) => other.id !== telling.id && other.part === null && other.estimate === null);
  if (others.length === 0 || agrees(telling)) return null;
  if (others.some((other) => !agrees(other) && sameDifference(other, telling))) return 'left';
  return others.every(agrees) ? 'right' : null;
}
