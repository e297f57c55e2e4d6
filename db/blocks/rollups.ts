import { MEASURE_COLUMNS } from '../measures.ts';
import { packed, unpacked } from './compressed.ts';
import type { IntColumn, MoneyColumn } from './columns.ts';
import { GroupCodes } from './group-codes.ts';
import { decodeInts, encodeInts, NO_INT, sameInts } from './int-block.ts';
import { Fold } from './fold.ts';
import { TooLarge } from './measure-sum.ts';
import { decodeMoney, encodeMoney, NO_FIGURE } from './money-block.ts';
import type { Code, Segment } from './segment.ts';

/**
 * Sums that are kept beside the lines, the smallest first. A query that groups by and asks for these columns alone reads the rows
 * of the first that has them all. A further one is a further line here; batches that are in a book already get it when
 * their counts are next made anew.
 */
export const ROLLUPS: readonly { name: string; by: readonly IntColumn[] }[] = [
  { name: 'products', by: ['period', 'vendor', 'currency', 'product_type'] },
  { name: 'cards', by: ['period', 'vendor', 'currency', 'product_type', 'account', 'billing_mode', 'bill_type', 'provider'] },
  { name: 'places', by: ['period', 'vendor', 'currency', 'product_type', 'account', 'enterprise_project', 'region'] },
  { name: 'days', by: ['period', 'vendor', 'currency', 'product_type', 'date'] },
];

export const ROLLUP_MEASURES: readonly MoneyColumn[] = Object.values(MEASURE_COLUMNS);

/** A rollup with fewer lines to each of its rows is not worth its place. */
const LINES_PER_ROW = 4;

/** The smallest rollup that has all of these columns. */
export const rollupWith = (columns: readonly (Code | 'order_id')[]): string | null =>
  ROLLUPS.find(({ by }) => columns.every((column) => column === 'kind' || column === 'batch' || by.includes(column as IntColumn)))?.name ??
  null;

/** Adds up the counted lines of one batch, segment by segment, for one rollup. */
export class RollupMaker {
  readonly #by: readonly Code[];
  /** Null once a sum passed what the rollup can hold: then the blocks answer, or the lines. */
  #fold: Fold | null;

  constructor(by: readonly IntColumn[]) {
    this.#by = ['kind', ...by];
    this.#fold = new Fold(
      new GroupCodes(this.#by.map((column) => ({ column }))),
      ROLLUP_MEASURES.map((m) => [m]),
    );
  }

  add(segment: Segment, rows: { at: Int32Array; count: number }): void {
    try {
      this.#fold?.add(segment, rows);
    } catch (error) {
      if (!(error instanceof TooLarge)) throw error;
      this.#fold = null;
    }
  }

  /** Null where the rollup would save little, or could not hold the sums. */
  bytes(lines: number): Uint8Array | null {
    const fold = this.#fold;
    if (!fold) return null;
    const { codes, sums } = fold;
    const { count } = codes;
    if (count * LINES_PER_ROW > lines) return null;
    const blocks = new Map<string, Uint8Array>();
    this.#by.forEach((column, place) =>
      blocks.set(
        column,
        encodeInts(
          Int32Array.from({ length: count }, (_, g) => codes.value(g, place)),
          count,
        ),
      ),
    );
    blocks.set(
      'lines',
      encodeInts(
        Int32Array.from({ length: count }, (_, g) => fold.lines(g)),
        count,
      ),
    );
    for (const [column, sum] of sums) {
      const [units, fractions] = [new Float64Array(count), new Float64Array(count)];
      for (let g = 0; g < count; g++) [units[g], fractions[g]] = sum.pair(g) ?? [NO_FIGURE, 0];
      const bytes = encodeMoney(units, fractions, count);
      if (bytes) blocks.set(column, bytes);
    }
    return packed(blocks);
  }
}

/** The rows of a rollup of this batch. */
export function rollupSegment(bytes: Uint8Array, batch: number): Segment {
  const blocks = unpacked(bytes);
  const lines = decodeInts(blocks.get('lines')!);
  const { count } = lines;
  const ints = new Map(['kind', ...ROLLUPS.flatMap(({ by }) => by)].map((c) => [c, blocks.has(c) ? decodeInts(blocks.get(c)!) : null]));
  const money = new Map(ROLLUP_MEASURES.map((c) => [c, blocks.has(c) ? decodeMoney(blocks.get(c)!) : null]));
  return {
    count,
    firstId: 0,
    lines: Int32Array.from({ length: count }, (_, i) =>
      lines.codes ? (lines.values?.[lines.codes[i]!] ?? lines.codes[i]!) : lines.values![0]!,
    ),
    ints(column) {
      if (column === 'batch') return sameInts(batch, count);
      const block = ints.get(column);
      if (!block) throw new Error(`The rollup has no ${column}.`);
      return block;
    },
    money: (column) => money.get(column) ?? null,
    orders: () => null,
  };
}

export const missingCode = (column: Code): number => (column === 'date' ? NO_INT : 0);
