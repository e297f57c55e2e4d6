import { fromBlocks } from '../blocks/answer.ts';
import { differingIn } from '../blocks/differing.ts';
import { hasIn, idsOf, sumsIn } from '../blocks/keyed.ts';
import type { ReadDb } from '../connection.ts';
import { plainDiffering, plainHas, plainIds, plainSums } from './keyed-sql.ts';
import type { Amounts, Differing, DifferingOptions, KeyedSums, KeyName, KeyTexts, LineSet, Side } from './line-sets.ts';

export type { Differing, DifferingKey, KeyName, KeySums, KeyTexts, LineSet, Side } from './line-sets.ts';

/** Exact sums by key, by the texts of the keys (missing last), the first `most` of them; `count` is the number of all. */
export const keyedSums = (
  read: ReadDb,
  set: LineSet,
  by: readonly KeyName[],
  amounts: Amounts,
  most = 100_000,
): { groups: KeyedSums[]; count: number } =>
  fromBlocks(
    read,
    () => sumsIn(read, { set, amounts }, by, most),
    () => plainSums(read, { set, amounts }, by, most),
  );

/**
 * Holds two tellings of the same money against each other, key by key, in one pass over both; a missing figure is as good as
 * none. Both sides have the same number of amounts. Memory: about 40 bytes for each distinct key, four more for each of its
 * columns; and eight for each line.
 */
export const differingKeys = (read: ReadDb, left: Side, right: Side, by: readonly KeyName[], options: DifferingOptions): Differing =>
  fromBlocks(
    read,
    () => differingIn(read, left, right, by, options),
    () => plainDiffering(read, left, right, by, options),
  );

/** Ids of the first lines that have one of the keys, in their order, and how many lines have. */
export const keyedLineIds = (
  read: ReadDb,
  set: LineSet,
  by: readonly KeyName[],
  keys: readonly KeyTexts[],
  limit: number,
): { ids: number[]; count: number } =>
  fromBlocks(
    read,
    () => idsOf(read, set, by, keys, limit),
    () => plainIds(read, set, by, keys, limit),
  );

/** True where a line of the set has a text in that column. */
export const hasKey = (read: ReadDb, set: LineSet, key: KeyName): boolean =>
  fromBlocks(
    read,
    () => hasIn(read, set, key),
    () => plainHas(read, set, key),
  );
