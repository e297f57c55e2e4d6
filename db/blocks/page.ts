import { rememberFew } from '../queries/analysis-memory.ts';
import type { BillScope } from '../queries/bills-filter.ts';
import type { LineSort } from '../queries/bills-lines.ts';
import type { ReadDb } from '../connection.ts';
import { rowsOf } from './answer.ts';
import { Candidates } from './candidates.ts';
import { testsOf } from './compile.ts';
import { sortKeys, type SortKeys } from './sort-keys.ts';
import type { Segment } from './segment.ts';
import { blockSets, segmentsOf } from './store.ts';
import type { LineTest } from './tests.ts';

/** Up to this place a page is picked out of the lines; from there on they are put in order once, and that order is kept. */
const NEAR = 4000;

/** Ids of the lines of a page; null where only SQL can tell. */
export function pageIds(read: ReadDb, scope: BillScope, sort: readonly LineSort[], offset: number, limit: number): number[] | null {
  const sets = blockSets(read);
  const tests = sets && testsOf(read, scope);
  if (!sets || !tests) return null;
  const keys = sort.map(({ column, descending }) => sortKeys(read, column, descending));
  if (keys.some((k) => k === null)) return null;
  const segments = function* (): Generator<Segment> {
    for (const set of sets) yield* segmentsOf(read, set);
  };
  if (keys.length === 0) return inOrder(segments(), tests, offset, limit);
  const all = (): Float64Array => everyId(segments, tests, keys as SortKeys[], Number.POSITIVE_INFINITY);
  if (offset + limit <= NEAR) return Array.from(everyId(segments, tests, keys as SortKeys[], offset + limit).subarray(offset));
  const ids = rememberFew(read, `order ${JSON.stringify([scope, sort])}`, all);
  return Array.from(ids.subarray(offset, offset + limit));
}

/** Lines lie in the order of their ids: whole segments are counted and left out. */
function inOrder(segments: Iterable<Segment>, tests: readonly LineTest[], offset: number, limit: number): number[] {
  const ids: number[] = [];
  let before = 0;
  for (const segment of segments) {
    const { at, count } = rowsOf(segment, tests);
    for (let k = Math.max(0, offset - before); k < count && ids.length < limit; k++) ids.push(segment.firstId + at[k]!);
    if (ids.length === limit) break;
    before += count;
  }
  return ids;
}

/** Ids of the lines in order; of the first `most` alone where that is fewer. */
function everyId(segments: () => Iterable<Segment>, tests: readonly LineTest[], keys: readonly SortKeys[], most: number): Float64Array {
  for (const segment of segments()) for (const key of keys) key.look(segment);
  const candidates = new Candidates(keys, most);
  for (const segment of segments()) candidates.take(segment, rowsOf(segment, tests));
  return candidates.inOrder();
}
