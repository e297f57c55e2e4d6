import { Failure } from '../../domain/result.ts';
import type { ReadDb } from '../connection.ts';
import type { BillScope } from '../queries/bills-filter.ts';
import { testsOf } from './compile.ts';
import { BLOCK_LINES, type MoneyColumn } from './columns.ts';
import { Fold } from './fold.ts';
import { GroupCodes, type GroupBy, type Rows } from './group-codes.ts';
import { TooLarge } from './measure-sum.ts';
import { ROLLUP_MEASURES, rollupWith } from './rollups.ts';
import type { Segment } from './segment.ts';
import { blockSets, rollupOf, segmentsOf } from './store.ts';
import { allRows, type LineTest } from './tests.ts';

/**
 * An answer from blocks, or `plainly` from the lines where blocks are missing or cannot tell. Both are of one state of the book.
 * Damaged blocks are as good as none: `verify` says so.
 */
export function fromBlocks<T>(read: ReadDb, work: () => T | null, plainly: () => T): T {
  return read.snapshot(() => {
    try {
      const answer = work();
      if (answer !== null) return answer;
    } catch (error) {
      if (error instanceof Failure) throw error;
      if (!(error instanceof TooLarge) && process.env['TALLYBOOK_DEBUG']) console.error(error);
    }
    return plainly();
  });
}

/** The lines of a scope by group, with exact sums; null where only SQL can tell. `among`: what else the lines must pass. */
export const foldScope = (
  read: ReadDb,
  scope: BillScope,
  by: readonly GroupBy[],
  measures: readonly MoneyColumn[],
  among: readonly LineTest[] = [],
): Fold | null => foldParts(read, scope, by, measures, [among])?.[0] ?? null;

/** The same for several parts of the scope, each with its own tests. A group has the same number in all of them. */
export function foldParts(
  read: ReadDb,
  scope: BillScope,
  by: readonly GroupBy[],
  measures: readonly MoneyColumn[],
  parts: readonly (readonly LineTest[])[],
): Fold[] | null {
  const sets = blockSets(read);
  const tests = sets && testsOf(read, scope);
  if (!sets || !tests) return null;
  const every = [...tests, ...parts.flat()];
  const asked = every.every((t) => t.columns !== null) && measures.every((m) => ROLLUP_MEASURES.includes(m));
  const rollup = asked ? rollupWith([...by.map((b) => b.column), ...every.flatMap((t) => t.columns!)]) : null;
  const codes = new GroupCodes(by);
  const folds = parts.map((own) => ({
    fold: new Fold(
      codes,
      measures.map((m) => [m]),
    ),
    tests: [...own, ...tests],
  }));
  for (const set of sets) {
    const rows = rollup && rollupOf(read, set, rollup);
    for (const segment of rows ? [rows] : segmentsOf(read, set))
      for (const part of folds) part.fold.add(segment, rowsOf(segment, part.tests));
  }
  return folds.map(({ fold }) => fold);
}

const places = Int32Array.from({ length: BLOCK_LINES }, (_, i) => i);
const kept = new Int32Array(BLOCK_LINES);
const NO_ROWS: Rows = { at: new Int32Array(0), count: 0 };

/** Rows that pass every test; valid until the next call, and not to be changed. */
export function rowsOf(segment: Segment, tests: readonly LineTest[]): Rows {
  const open: LineTest[] = [];
  for (const test of tests) {
    const whole = test.whole?.(segment) ?? null;
    if (whole === false) return NO_ROWS;
    if (whole === null) open.push(test);
  }
  const { count } = segment;
  if (open.length === 0 && count <= BLOCK_LINES) return { at: places, count };
  const rows = allRows(segment, count <= BLOCK_LINES ? kept : new Int32Array(count));
  for (const test of open) {
    test.keep(segment, rows);
    if (rows.count === 0) break;
  }
  return rows;
}
