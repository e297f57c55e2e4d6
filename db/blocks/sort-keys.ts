import type { Column } from '../../domain/bill/columns.ts';
import type { ReadDb } from '../connection.ts';
import { MEASURE_COLUMNS } from '../measures.ts';
import type { MoneyColumn } from './columns.ts';
import type { Rows } from './group-codes.ts';
import { NO_INT } from './int-block.ts';
import { TooLarge } from './measure-sum.ts';
import { NO_SMALL } from './money-block.ts';
import type { Code, Segment } from './segment.ts';
import { readable, termRanks, type ReadableColumn } from './texts.ts';

/** A column to sort by, as numbers that order as it does; what is missing is last, whichever way. */
export interface SortKeys {
  /** Every segment is shown once before the first key is made. */
  look(segment: Segment): void;
  /** Writes the key of each row from `into[at]` on. */
  fill(segment: Segment, rows: Rows, into: Float64Array, at: number): void;
}

/** Null for what no number orders: order ids. */
export function sortKeys(read: ReadDb, column: Column, descending: boolean): SortKeys | null {
  const sign = descending ? -1 : 1;
  if (column.type === 'measure') return moneyKeys(MEASURE_COLUMNS[column.name], sign);
  if (column.type === 'quantity') return moneyKeys(column.name === 'usage' ? 'usage' : 'unit_price', sign);
  const text = readable(read, column);
  if (!text) return null;
  if (column.type === 'tag') return tagKeys(text, sign);
  // Codes and days sort as they are; ids by their text.
  if (['period', 'date', 'vendor', 'kind', 'batch'].includes(column.name))
    return codeKeys(text.column, (value) => (value === NO_INT ? undefined : value), sign);
  const ranks = termRanks(read);
  return codeKeys(text.column, (id) => ranks[id] || undefined, sign);
}

const codeKeys = (column: Code, keyOf: (value: number) => number | undefined, sign: number): SortKeys => ({
  look() {},
  fill(segment, { at: rows, count }, into, at) {
    const { codes, values } = segment.ints(column);
    const key = (value: number): number => {
      const own = keyOf(value);
      return own === undefined ? Number.POSITIVE_INFINITY : own * sign + 0;
    };
    if (codes === null) return void into.fill(key(values![0]!), at, at + count);
    if (values === null) for (let k = 0; k < count; k++) into[at + k] = key(codes[rows[k]!]!);
    else {
      const keys = Float64Array.from(values, key);
      for (let k = 0; k < count; k++) into[at + k] = keys[codes[rows[k]!]!]!;
    }
  },
});

function tagKeys(text: ReadableColumn, sign: number): SortKeys {
  const seen = new Set<number>();
  let ranks: ((value: number) => number | undefined) | null = null;
  const keys = codeKeys(text.column, (id) => (ranks ??= text.ranks(seen))(id), sign);
  return {
    look(segment) {
      const { codes, values } = segment.ints(text.column);
      for (const id of values ?? codes!) seen.add(id);
    },
    fill: (...given) => keys.fill(...given),
  };
}

const SAFE = 2 ** 53 - 1;

/** Figures as whole numbers of the finest scale that any block has. */
function moneyKeys(column: MoneyColumn, sign: number): SortKeys {
  let scale = 0;
  return {
    look(segment) {
      scale = Math.max(scale, segment.money(column)?.scale ?? 0);
    },
    fill(segment, { at: rows, count }, into, at) {
      const block = segment.money(column);
      if (block === null) return void into.fill(Number.POSITIVE_INFINITY, at, at + count);
      if (block.fractions) throw new TooLarge('Figures pass 53 bits.');
      const { values } = block;
      const one = values.length === 1;
      const small = values instanceof Int32Array;
      const factor = sign * 10 ** (scale - block.scale);
      for (let k = 0; k < count; k++) {
        const value = values[one ? 0 : rows[k]!]!;
        const key = value * factor + 0;
        if (key > SAFE || key < -SAFE) throw new TooLarge('Figures pass 53 bits.');
        into[at + k] = value !== value || (small && value === NO_SMALL) ? Number.POSITIVE_INFINITY : key;
      }
    },
  };
}
