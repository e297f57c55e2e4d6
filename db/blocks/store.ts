import type { ReadDb } from '../connection.ts';
import { remember } from '../queries/remember.ts';
import { BlockMemory } from './memory.ts';
import { BLOCK_LINES } from './columns.ts';
import { decompressed } from './compressed.ts';
import { decodeInts, encodeInts, sameInts, type IntBlock } from './int-block.ts';
import { decodeMoney } from './money-block.ts';
import { missingCode, rollupSegment } from './rollups.ts';
import { SUPERSEDED, type Segment } from './segment.ts';
import { decodeTexts } from './text-block.ts';

/** A batch whose lines are here column by column. */
export interface BlockSet {
  batch: number;
  edition: number;
  firstId: number;
  lines: number;
  /** Edition of the counts; null while they are to be made anew. */
  counted: number | null;
}

/** One column of one segment as bytes; null where no line has a value. */
export type BlockBytes = (segment: number, name: string) => Uint8Array | null;

const SETS = `SELECT b.id AS batch, s.edition, s.first_id AS firstId, s.lines, c.edition AS counted
  FROM batch b LEFT JOIN line_block_set s ON s.batch_id = b.id LEFT JOIN line_count c ON c.batch_id = b.id AND c.name = 'lines'
  WHERE b.state = 'active' AND (s.batch_id IS NOT NULL OR EXISTS (SELECT 1 FROM bill_line WHERE batch_id = b.id)) ORDER BY s.first_id`;

/** The batches that have lines, in the order of these; `edition` is null where a batch has no blocks. */
export const allSets = (read: ReadDb): (Omit<BlockSet, 'edition'> & { edition: number | null })[] => read.all(SETS);

/** The batches that have lines, or null where one of them has no blocks: then only the lines themselves tell. */
export function blockSets(read: ReadDb): readonly BlockSet[] | null {
  return remember(read, 'block sets', () => {
    const sets = allSets(read);
    return sets.every((set) => set.edition !== null) ? (sets as BlockSet[]) : null;
  });
}

/** The stored bytes of a batch's blocks. */
export const storedBytes =
  (read: ReadDb, batch: number): BlockBytes =>
  (segment, name) => {
    const row = read.get<{ data: Uint8Array }>('SELECT data FROM line_block WHERE batch_id = ? AND segment = ? AND name = ?', [
      batch,
      segment,
      name,
    ]);
    return row ? decompressed(row.data) : null;
  };

type Place = Pick<BlockSet, 'batch' | 'firstId' | 'lines'>;
type Keep = <T>(key: string, make: () => { value: T; bytes: number }) => T;
const keepNothing: Keep = (_key, make) => make().value;

/** One segment of a batch over the bytes of its columns. `keep` may answer from memory. */
export function segmentAt(set: Place, segment: number, kinds: IntBlock, bytes: BlockBytes, keep: Keep = keepNothing): Segment {
  const first = segment * BLOCK_LINES;
  const count = Math.min(BLOCK_LINES, set.lines - first);
  const block = <T>(name: string, decode: (bytes: Uint8Array) => T): T | null =>
    keep(`${segment}/${name}`, () => {
      const found = bytes(segment, name);
      // Order ids are kept a second time in lower case once they are searched.
      const copies = name === 'order_id' ? 2 : 1;
      return found ? { value: decode(found), bytes: found.length * copies + 200 } : { value: null, bytes: 100 };
    });
  return {
    count,
    firstId: set.firstId + first,
    lines: null,
    ints(column) {
      if (column === 'batch') return sameInts(set.batch, count);
      if (column === 'kind') return part(kinds, first, count);
      return block(column, decodeInts) ?? sameInts(missingCode(column), count);
    },
    money: (column) => block(column, decodeMoney),
    orders: () => block('order_id', decodeTexts),
  };
}

const part = (block: IntBlock, first: number, count: number): IntBlock => ({
  ...block,
  count,
  codes: block.codes && (block.codes.subarray(first, first + count) as Uint8Array),
});

const memories = new WeakMap<ReadDb, BlockMemory>();
function memoryOf(read: ReadDb): BlockMemory {
  let memory = memories.get(read);
  if (!memory) memories.set(read, (memory = new BlockMemory()));
  return memory;
}

/** The lines of a batch, block by block, as much of them in memory as there is room for. */
export function* segmentsOf(read: ReadDb, set: BlockSet): Generator<Segment> {
  const memory = memoryOf(read);
  const bytes = storedBytes(read, set.batch);
  const kinds = countedKinds(read, set);
  const keep: Keep = (key, make) => memory.get(`${set.edition}/${set.batch}/${key}`, make);
  for (let segment = 0; segment * BLOCK_LINES < set.lines; segment++) yield segmentAt(set, segment, kinds, bytes, keep);
}

/** How each line of a batch counts: its kind, or SUPERSEDED. As kept, or read anew while it is not. */
function countedKinds(read: ReadDb, set: BlockSet): IntBlock {
  return remember(read, `kinds ${set.batch} ${set.counted}`, () => decodeInts(storedKinds(read, set.batch) ?? readKinds(read, set)));
}

export function storedKinds(read: ReadDb, batch: number): Uint8Array | null {
  const row = read.get<{ data: Uint8Array }>("SELECT data FROM line_count WHERE batch_id = ? AND name = 'lines'", [batch]);
  return row ? decompressed(row.data) : null;
}

/** How the lines count, from the lines themselves. */
export function readKinds(read: ReadDb, { batch, firstId, lines }: Place): Uint8Array {
  const kinds = new Int32Array(lines).fill(SUPERSEDED);
  for (const [id, kind] of read.iterateRaw<[number, number]>(
    'SELECT id, kind FROM bill_line WHERE id BETWEEN ? AND ? AND batch_id = ? AND superseded_by IS NULL',
    [firstId, firstId + lines - 1, batch],
  ))
    kinds[id - firstId] = kind;
  return encodeInts(kinds, lines);
}

/** The rows of a rollup of a batch, or null where it is not kept. */
export function rollupOf(read: ReadDb, set: BlockSet, name: string): Segment | null {
  if (set.counted === null) return null;
  return memoryOf(read).get(`${set.counted}/${set.batch}/rollup/${name}`, () => {
    const row = read.get<{ data: Uint8Array }>('SELECT data FROM line_count WHERE batch_id = ? AND name = ?', [set.batch, name]);
    if (!row) return { value: null, bytes: 100 };
    const bytes = decompressed(row.data);
    return { value: rollupSegment(bytes, set.batch), bytes: bytes.length + 1000 };
  });
}
