import type { MeasureName } from '../../formats/fields.ts';
import { amountOf, keyOf, moneyKey, type Vector, type WhyLine, type WhyOptions } from './line.ts';

/** Lines of both sides that tell the same of what both tell alike. Only what could not be matched is `left` and `right`. */
export interface Group {
  key: string;
  left: WhyLine[];
  right: WhyLine[];
  /** All of them, matched ones too. */
  all: { left: readonly WhyLine[]; right: readonly WhyLine[] };
}

export const sumOf = (lines: readonly WhyLine[], measure: MeasureName): bigint =>
  lines.reduce((sum, line) => sum + amountOf(line, measure), 0n);

/** Left less right, measure by measure. */
export const differenceOf = (group: Pick<Group, 'left' | 'right'>, measures: readonly MeasureName[]): Vector =>
  Object.fromEntries(measures.map((m) => [m, sumOf(group.left, m) - sumOf(group.right, m)]));
export const isZeroVector = (vector: Vector): boolean => Object.values(vector).every((value) => value === 0n);
export const heldIn = (vector: Vector, held: readonly MeasureName[]): bigint => held.reduce((sum, m) => sum + (vector[m] ?? 0n), 0n);

/**
 * The groups in which the two sides differ, in the order in which they come. Lines with the same money on both sides of a
 * group are matched one to one; a group whose sums are equal is settled however its lines are cut.
 */
export function differingGroups(left: readonly WhyLine[], right: readonly WhyLine[], { by, measures }: WhyOptions): Group[] {
  const groups = new Map<string, { left: WhyLine[]; right: WhyLine[] }>();
  const put = (side: 'left' | 'right', line: WhyLine): void => {
    const key = keyOf(line, by);
    let group = groups.get(key);
    if (!group) groups.set(key, (group = { left: [], right: [] }));
    group[side].push(line);
  };
  for (const line of left) put('left', line);
  for (const line of right) put('right', line);
  return [...groups]
    .filter(([, group]) => !isZeroVector(differenceOf(group, measures)))
    .map(([key, all]) => ({ key, ...unmatched(all, measures), all }));
}

function unmatched(all: { left: WhyLine[]; right: WhyLine[] }, measures: readonly MeasureName[]): { left: WhyLine[]; right: WhyLine[] } {
  const waiting = new Map<string, WhyLine[]>();
  for (const line of all.right) {
    const key = moneyKey(line, measures);
    const same = waiting.get(key);
    if (same) same.push(line);
    else waiting.set(key, [line]);
  }
  const left = all.left.filter((line) => !waiting.get(moneyKey(line, measures))?.shift());
  return { left, right: [...waiting.values()].flat().toSorted((a, b) => a.id - b.id) };
}
