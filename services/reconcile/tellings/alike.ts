import type { ReadDb } from '../../../db/connection.ts';
import { differingKeys, type Differing, type KeySums } from '../../../db/queries/keyed-sums.ts';
import type { WhyOptions } from '../../../domain/reconcile/why/index.ts';
import { KEYS, type KeyAttribute, type Pair } from './place.ts';

const ALL = 200_000;
/** A day or account with fewer lines may be missing as a line is. */
const LEAST = { account: 2, date: 3 } as const;

export interface Alike {
  /** What both tell alike, so that lines with the same values are the same charge. */
  attributes: KeyAttribute[];
  /** Accounts and days that one side has nothing of. */
  absent: NonNullable<WhyOptions['absent']>;
  /** Those of the attributes by which alone the sums differ, the largest difference first. */
  apart: KeyAttribute[];
}

/**
 * The attributes by which bill and telling can be held together. Two files may name a thing differently (another language, a
 * coarser word, the first of several orders): an attribute counts where half of the names of both are the same, and where it is
 * left open by both or by none; a day, besides, where most days agree, since files may date a charge by its use or by its
 * payment. `agrees`: the sums of a key are the same, or as the telling prints them.
 */
export function alike(read: ReadDb, pair: Pair, agrees: (left: KeySums, right: KeySums) => boolean): Alike {
  const attributes: KeyAttribute[] = [];
  const absent: Alike['absent'][number][] = [];
  const sizes: { attribute: KeyAttribute; size: bigint }[] = [];
  for (const attribute of pair.attributes) {
    const by = [KEYS[attribute]];
    const payable = [['payable']] as const;
    const apart = differingKeys(read, { set: pair.bill, amounts: payable }, { set: pair.own, amounts: payable }, by, {
      limit: ALL,
      presence: true,
    });
    if (!isAlike(attribute, apart, agrees)) continue;
    attributes.push(attribute);
    const [largest] = apart.keys;
    const difference = largest ? (largest.left.sums[0] ?? 0n) - (largest.right.sums[0] ?? 0n) : 0n;
    if (difference !== 0n) sizes.push({ attribute, size: difference < 0n ? -difference : difference });
    if (attribute === 'account' || attribute === 'date')
      for (const key of apart.keys) {
        const value = key.keys[0];
        if (value === null || value === undefined || Math.max(key.left.lines, key.right.lines) < LEAST[attribute]) continue;
        if (key.left.lines === 0) absent.push({ attribute, value, from: 'left' });
        if (key.right.lines === 0) absent.push({ attribute, value, from: 'right' });
      }
  }
  const apart = sizes.toSorted((a, b) => (a.size === b.size ? 0 : a.size > b.size ? -1 : 1)).map(({ attribute }) => attribute);
  return { attributes, absent, apart };
}

/** What stands for the same in every file; the others are words, which files choose. */
const IDS: ReadonlySet<KeyAttribute> = new Set(['order', 'resource', 'account', 'date']);

/** True where each side has words that the other has not, for the same sums: 包月 in the one, 包年/包月 in the other. */
function isRenamed({ keys, leftOnly, rightOnly }: Differing): boolean {
  if (leftOnly === 0 || leftOnly !== rightOnly) return false;
  const sums = (side: 'left' | 'right'): string =>
    keys
      .filter((key) => key[side === 'left' ? 'right' : 'left'].lines === 0)
      .map((key) => String(key[side].sums[0] ?? 0n))
      .toSorted()
      .join();
  return sums('left') === sums('right');
}

function isAlike(attribute: KeyAttribute, apart: Differing, agrees: (left: KeySums, right: KeySums) => boolean): boolean {
  const shared = apart.leftKeys - apart.leftOnly;
  if (shared === 0 || shared * 2 < Math.max(apart.leftKeys, apart.rightKeys)) return false;
  const openOnOne = apart.keys.some((key) => key.keys[0] === null && (key.left.lines === 0 || key.right.lines === 0));
  if (openOnOne) return false;
  if (!IDS.has(attribute) && isRenamed(apart)) return false;
  if (attribute !== 'date') return true;
  const differing = apart.keys.filter((key) => key.left.lines > 0 && key.right.lines > 0 && !agrees(key.left, key.right)).length;
  return differing * 2 <= shared;
}
