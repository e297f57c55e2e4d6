import type { ReadDb } from '../connection.ts';
import type { Differing, DifferingOptions, KeyName, KeySums, Side } from '../queries/line-sets.ts';
import { first } from './first.ts';
import { GroupCodes, type Rows } from './group-codes.ts';
import { keyColumns } from './key-columns.ts';
import { byTexts, columnsOf, linesOf, textsOf } from './keyed.ts';
import { MeasureSum } from './measure-sum.ts';
import { orderCodes } from './order-codes.ts';
import type { Segment } from './segment.ts';
import { blockSets } from './store.ts';

/** Rows of one side with the groups that they are in. */
interface Grouped {
  side: 0 | 1;
  segment: Segment;
  rows: Rows;
  groups: Int32Array;
}

/**
 * differingKeys from blocks; null where only SQL can tell. First the differences alone, then the sums of both sides for the keys that
 * are asked for: of a million keys that agree only their numbers and the differences of one amount are in memory at a time.
 */
export function differingIn(
  read: ReadDb,
  left: Side,
  right: Side,
  by: readonly KeyName[],
  { limit, presence = false }: DifferingOptions,
): Differing | null {
  const sets = blockSets(read);
  if (!sets) return null;
  const orders = orderCodes(read);
  const columns = keyColumns(read, by, orders);
  const codes = new GroupCodes(columns);
  const sides = [left, right] as const;
  const money = sides.map(columnsOf);
  const lines = [new Counts(), new Counts()] as const;
  const seen: Grouped[] = [];
  for (const side of [0, 1] as const)
    for (const { segment, rows } of linesOf(read, sets, sides[side].set, columns, orders)) {
      const groups = new Int32Array(rows.count);
      codes.assign(segment, rows, groups);
      lines[side].add(segment, rows, groups, codes.count);
      // Rows are valid until the next segment.
      seen.push({ side, segment, rows: { at: rows.at.slice(0, rows.count), count: rows.count }, groups });
    }
  // One amount after the other: sums of a million keys are many bytes. The first one's are kept, to tell what is largest.
  const apartIn = new Uint8Array(codes.count);
  let largest: MeasureSum | null = null;
  for (const [i] of left.amounts.entries()) {
    const sum = new MeasureSum(codes.count);
    for (const { side, segment, rows, groups } of seen)
      addAll(sum, segment, money[side]![i]!, rows, groups, codes.count, side === 0 ? 1 : -1);
    for (let group = 0; group < codes.count; group++) if (!sum.isZero(group)) apartIn[group] = 1;
    largest ??= sum;
  }

  const found: number[] = [];
  const result = { lines: 0, leftOnly: 0, rightOnly: 0, leftKeys: 0, rightKeys: 0 };
  for (let group = 0; group < codes.count; group++) {
    const [own, others] = [lines[0].of(group), lines[1].of(group)];
    if (own > 0) result.leftKeys++;
    if (others > 0) result.rightKeys++;
    const apart = presence && (own === 0) !== (others === 0);
    if (!apart && apartIn[group] === 0) continue;
    found.push(group);
    result.lines += own + others;
    if (others === 0) result.leftOnly++;
    if (own === 0) result.rightOnly++;
  }
  const sizes = found.map((group) => absolute(largest?.scaled(group) ?? 0n));
  const texts = byTexts(codes, columns);
  const chosen = first(found.length, limit, (a, b) =>
    sizes[a] === sizes[b] ? texts(found[a]!, found[b]!) : sizes[a]! > sizes[b]! ? -1 : 1,
  ).map((i) => found[i]!);
  const sums = sumsOf(chosen, seen, money, codes.count);
  return {
    keys: textsOf(codes, columns, chosen).map((keys, i) => ({
      keys,
      left: { lines: lines[0].of(chosen[i]!), sums: sums[0]![i]! },
      right: { lines: lines[1].of(chosen[i]!), sums: sums[1]![i]! },
    })),
    count: found.length,
    ...result,
  };
}

const absolute = (value: bigint): bigint => (value < 0n ? -value : value);

function addAll(
  sum: MeasureSum,
  segment: Segment,
  columns: readonly Parameters<Segment['money']>[0][],
  rows: Rows,
  groups: Int32Array,
  count: number,
  sign: 1 | -1,
): void {
  sum.reserve(count);
  for (const column of columns) {
    const block = segment.money(column);
    if (block) sum.add(block, rows, groups, sign);
  }
}

/** Sums of both sides for these groups alone, in their order. */
function sumsOf(
  chosen: readonly number[],
  seen: readonly Grouped[],
  money: readonly Parameters<typeof addAll>[2][][],
  count: number,
): [KeySums['sums'][], KeySums['sums'][]] {
  const places = new Int32Array(count).fill(-1);
  chosen.forEach((group, i) => (places[group] = i));
  const sums = money.map((amounts) => amounts.map(() => new MeasureSum(Math.max(1, chosen.length))));
  if (chosen.length > 0)
    for (const { side, segment, rows, groups } of seen) {
      const own: Rows = { at: new Int32Array(rows.count), count: 0 };
      const into = new Int32Array(rows.count);
      for (let k = 0; k < rows.count; k++) {
        const place = places[groups[k]!]!;
        if (place < 0) continue;
        into[own.count] = place;
        own.at[own.count++] = rows.at[k]!;
      }
      if (own.count > 0) sums[side]!.forEach((sum, i) => addAll(sum, segment, money[side]![i]!, own, into, chosen.length, 1));
    }
  const scaled = (side: 0 | 1): KeySums['sums'][] => chosen.map((_, i) => sums[side]!.map((sum) => sum.scaled(i)));
  return [scaled(0), scaled(1)];
}

/** Numbers of lines by group. */
class Counts {
  #lines = new Int32Array(16);

  of(group: number): number {
    return this.#lines[group] ?? 0;
  }

  add(segment: Segment, { at, count }: Rows, groups: Int32Array, size: number): void {
    if (size > this.#lines.length) {
      const more = new Int32Array(Math.max(size, this.#lines.length * 2));
      more.set(this.#lines);
      this.#lines = more;
    }
    const lines = this.#lines;
    for (let k = 0; k < count; k++) lines[groups[k]!] = lines[groups[k]!]! + (segment.lines ? segment.lines[at[k]!]! : 1);
  }
}
