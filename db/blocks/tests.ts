import { FRACTION_SCALE } from '../../domain/money/pair.ts';
import type { Rows } from './group-codes.ts';
import type { MoneyColumn } from './columns.ts';
import { NO_SMALL, type MoneyBlock } from './money-block.ts';
import type { Code, Segment } from './segment.ts';

/** One condition on the lines of a segment: keeps those of `rows` that meet it. Rows stay in their order. */
export interface LineTest {
  /** Columns that it looks at; null where it needs the lines themselves, so that no rollup will do. */
  readonly columns: readonly Code[] | null;
  /** True where it keeps every line of the segment, false where it keeps none; null where it must look at the lines. */
  readonly whole?: (segment: Segment) => boolean | null;
  keep(segment: Segment, rows: Rows): void;
}

/** Values of a column that are looked at before its lines are. */
const FEW = 256;

/** Lines whose value in the column passes. */
export const codeTest = (column: Code, passes: (value: number) => boolean): LineTest => ({
  columns: [column],
  whole(segment) {
    const { values } = segment.ints(column);
    if (values === null || values.length > FEW) return null;
    let good = 0;
    for (let i = 0; i < values.length; i++) if (passes(values[i]!)) good++;
    return good === values.length ? true : good === 0 ? false : null;
  },
  keep(segment, rows) {
    const { codes, values } = segment.ints(column);
    const { at } = rows;
    let kept = 0;
    if (codes === null) {
      if (!passes(values![0]!)) rows.count = 0;
      return;
    }
    if (values === null) {
      for (let k = 0; k < rows.count; k++) if (passes(codes[at[k]!]!)) at[kept++] = at[k]!;
    } else {
      const good = new Uint8Array(values.length);
      let any = 0;
      for (let i = 0; i < values.length; i++) any += good[i] = passes(values[i]!) ? 1 : 0;
      if (any === values.length) return;
      if (any > 0)
        for (let k = 0; k < rows.count; k++) {
          const row = at[k]!;
          at[kept] = row;
          kept += good[codes[row]!]!;
        }
    }
    rows.count = kept;
  },
});

/** Lines that one of several tests keeps. */
export const anyOf = (tests: readonly LineTest[]): LineTest => ({
  columns: tests.some((t) => t.columns === null) ? null : tests.flatMap((t) => t.columns!),
  keep(segment, rows) {
    const marked = new Uint8Array(segment.count);
    const own = { at: new Int32Array(rows.count), count: 0 };
    for (const test of tests) {
      own.at.set(rows.at.subarray(0, rows.count));
      own.count = rows.count;
      test.keep(segment, own);
      for (let k = 0; k < own.count; k++) marked[own.at[k]!] = 1;
    }
    keepMarked(rows, marked);
  },
});

/** Keeps the rows whose place is marked with 1. */
export function keepMarked(rows: Rows, marked: Uint8Array): void {
  let kept = 0;
  for (let k = 0; k < rows.count; k++) {
    const row = rows.at[k]!;
    rows.at[kept] = row;
    kept += marked[row]!;
  }
  rows.count = kept;
}

/** How a figure is held against bounds or a list of figures, all in 10^-10. */
export type MoneyCheck =
  { op: 'missing' | 'present' } | { op: 'atLeast' | 'atMost'; than: bigint } | { op: 'in' | 'notIn'; among: readonly bigint[] };

/** Lines whose figure passes; only `missing` and `notIn` keep lines without one. */
export const moneyTest = (column: MoneyColumn, check: MoneyCheck): LineTest => ({
  columns: null,
  keep(segment, rows) {
    const block = segment.money(column);
    if (block === null) {
      if (check.op !== 'missing' && check.op !== 'notIn') rows.count = 0;
      return;
    }
    const passes = block.fractions ? pairCheck(block, check) : wholeCheck(block, check);
    let kept = 0;
    for (let k = 0; k < rows.count; k++) {
      const row = rows.at[k]!;
      if (passes(row)) rows.at[kept++] = row;
    }
    rows.count = kept;
  },
});

function wholeCheck(block: MoneyBlock, check: MoneyCheck): (row: number) => boolean {
  const { values } = block;
  const single = values.length === 1;
  const small = values instanceof Int32Array;
  const valueAt = (row: number): number => {
    const value = values[single ? 0 : row]!;
    return small && value === NO_SMALL ? Number.NaN : value;
  };
  const fine = 10n ** BigInt(10 - block.scale);
  switch (check.op) {
    case 'missing':
      return (row) => Number.isNaN(valueAt(row));
    case 'present':
      return (row) => !Number.isNaN(valueAt(row));
    case 'atLeast': {
      const least = Number(-floorDivide(-check.than, fine));
      return (row) => valueAt(row) >= least;
    }
    case 'atMost': {
      const most = Number(floorDivide(check.than, fine));
      return (row) => valueAt(row) <= most;
    }
    case 'in':
    case 'notIn': {
      const among = new Set(check.among.filter((figure) => figure % fine === 0n).map((figure) => Number(figure / fine)));
      return check.op === 'in' ? (row) => among.has(valueAt(row)) : (row) => !among.has(valueAt(row));
    }
  }
}

/** Values of a block are below 2^53, so that a bound above it decides the same after rounding. */
const floorDivide = (a: bigint, b: bigint): bigint => (a >= 0n || a % b === 0n ? a / b : a / b - 1n);

function pairCheck(block: MoneyBlock, check: MoneyCheck): (row: number) => boolean {
  const figure = (row: number): bigint | null =>
    Number.isNaN(block.values[row]!) ? null : BigInt(block.values[row]!) * FRACTION_SCALE + BigInt(block.fractions![row]!);
  return (row) => {
    const value = figure(row);
    if (check.op === 'missing') return value === null;
    if (check.op === 'notIn') return value === null || !check.among.includes(value);
    if (value === null) return false;
    if (check.op === 'present') return true;
    if (check.op === 'in') return check.among.includes(value);
    if (check.op === 'atLeast') return value >= check.than;
    return check.op === 'atMost' && value <= check.than;
  };
}

/** Every line of a segment. */
export function allRows(segment: Segment, into: Int32Array): Rows {
  for (let i = 0; i < segment.count; i++) into[i] = i;
  return { at: into, count: segment.count };
}
