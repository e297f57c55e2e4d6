import type { ColumnSource } from '../bulk/record.ts';
import type { ReadDb, WriteDb } from '../connection.ts';
import { BlockCollector, type PutBlocks } from './collector.ts';
import { BLOCK_LINES } from './columns.ts';
import { compressed } from './compressed.ts';
import { decodeInts, encodeInts, sameInts, type IntBlock } from './int-block.ts';
import { lineSources } from './line-sources.ts';
import { RollupMaker, ROLLUPS } from './rollups.ts';
import { allSets, readKinds, segmentAt, storedBytes, type BlockBytes, type BlockSet } from './store.ts';
import { allRows, codeTest } from './tests.ts';
import { SUPERSEDED, type Segment } from './segment.ts';

type Place = Pick<BlockSet, 'batch' | 'firstId' | 'lines'>;

/** Makes the blocks, counts and rollups of one batch while its lines are written, in the same transaction. */
export class BatchBlocks {
  readonly #write: WriteDb;
  readonly #batch: number;
  readonly #first: number;
  readonly #kinds: IntBlock;
  readonly #collector: BlockCollector;
  readonly #rollups = rollupMakers();
  readonly #edition = newEdition();

  /** `kind`: how every line of the batch counts as long as none gives way. */
  constructor(write: WriteDb, batch: number, kind: number) {
    this.#write = write;
    this.#batch = batch;
    this.#first = lastLine(write) + 1;
    this.#kinds = sameInts(kind, 1);
    write.run('INSERT INTO line_block_set (batch_id, edition, first_id, lines) VALUES (?, ?, ?, 0)', [batch, this.#edition, this.#first]);
    // From here on, a line that gives way takes this row with it.
    putCount(write, batch, 'lines', this.#edition, encodeInts(Int32Array.of(kind), 1));
    const put = blockWriter(write, batch);
    this.#collector = new BlockCollector((segment, blocks, lines) => {
      for (const [name, bytes] of blocks) put(segment, name, bytes);
      addTo(this.#rollups, segmentOver(batch, this.#first, segment, lines, this.#kinds, blocks));
    });
  }

  /** Rows of these columns, as they were written to bill_line, in that order. */
  take(sources: ReadonlyMap<string, ColumnSource>, from: number, to: number): void {
    this.#collector.take(sources, from, to);
  }

  /** After the last line. Where lines came from elsewhere in between, nothing is kept. */
  finish(): void {
    const { lines } = this.#collector;
    if (lines === 0 || lastLine(this.#write) !== this.#first + lines - 1) return removeBlocks(this.#write, this.#batch);
    this.#collector.finish();
    this.#write.run('UPDATE line_block_set SET lines = ? WHERE batch_id = ?', [lines, this.#batch]);
    const kinds = compressed(encodeInts(new Int32Array(lines).fill(this.#kinds.values![0]!), lines));
    const counts = this.#write.run("UPDATE line_count SET data = ? WHERE batch_id = ? AND name = 'lines'", [kinds, this.#batch]);
    if (counts.changes > 0) putRollups(this.#write, this.#batch, this.#edition, this.#rollups, lines);
  }
}

/** Blocks, counts and rollups of a batch go; to be made anew, or with its lines. */
export function removeBlocks(write: WriteDb, batch: number): void {
  for (const table of ['line_block', 'line_count', 'line_block_set']) write.run(`DELETE FROM ${table} WHERE batch_id = ?`, [batch]);
}

/** Counts of batches whose lines gave way or came back in this transaction are made anew. */
export function makeCountsAnew(write: WriteDb): void {
  for (const set of allSets(write)) if (set.edition !== null && set.counted === null) makeCounts(write, set);
}

/** Blocks of every batch that has none: of a book that was made before there were any. */
export function makeMissing(write: WriteDb): void {
  for (const set of allSets(write)) if (set.edition === null) makeBlocks(write, set.batch);
}

/** Blocks of a batch from its lines. */
export function makeBlocks(write: WriteDb, batch: number): void {
  removeBlocks(write, batch);
  const { first, last, lines } = write.get<{ first: number; last: number; lines: number }>(
    'SELECT MIN(id) AS first, MAX(id) AS last, COUNT(*) AS lines FROM bill_line WHERE batch_id = ?',
    [batch],
  )!;
  if (lines === 0 || last - first + 1 !== lines) return;
  write.run('INSERT INTO line_block_set (batch_id, edition, first_id, lines) VALUES (?, ?, ?, ?)', [batch, newEdition(), first, lines]);
  const put = blockWriter(write, batch);
  collectLines(write, { firstId: first, lines }, (segment, blocks) => {
    for (const [name, bytes] of blocks) put(segment, name, bytes);
  });
  makeCounts(write, { batch, firstId: first, lines });
}

/** Hands over the blocks that these lines make. */
export function collectLines(read: ReadDb, place: Omit<Place, 'batch'>, put: PutBlocks): void {
  const collector = new BlockCollector(put);
  for (const { sources, count } of lineSources(read, place)) collector.take(sources, 0, count);
  collector.finish();
}

/** Counts and rollups of a batch from its lines and blocks. */
export function makeCounts(write: WriteDb, set: Place): void {
  const { kinds, rollups } = countsOf(write, set, storedBytes(write, set.batch));
  const edition = newEdition();
  write.run('DELETE FROM line_count WHERE batch_id = ?', [set.batch]);
  putCount(write, set.batch, 'lines', edition, kinds);
  putRollups(write, set.batch, edition, rollups, set.lines);
}

/** How the lines of a batch count, and its rollups, made anew over these blocks. */
export function countsOf(read: ReadDb, set: Place, bytes: BlockBytes): { kinds: Uint8Array; rollups: ReadonlyMap<string, RollupMaker> } {
  const kinds = readKinds(read, set);
  const decoded = decodeInts(kinds);
  const rollups = rollupMakers();
  for (let segment = 0; segment * BLOCK_LINES < set.lines; segment++) addTo(rollups, segmentAt(set, segment, decoded, bytes));
  return { kinds, rollups };
}

const rollupMakers = (): Map<string, RollupMaker> => new Map(ROLLUPS.map(({ name, by }) => [name, new RollupMaker(by)]));

const counted = codeTest('kind', (kind) => kind !== SUPERSEDED);
function addTo(rollups: ReadonlyMap<string, RollupMaker>, segment: Segment): void {
  const rows = allRows(segment, new Int32Array(segment.count));
  counted.keep(segment, rows);
  for (const rollup of rollups.values()) rollup.add(segment, rows);
}

function segmentOver(
  batch: number,
  first: number,
  segment: number,
  count: number,
  kinds: IntBlock,
  blocks: ReadonlyMap<string, Uint8Array>,
): Segment {
  const set = { batch, firstId: first, lines: segment * BLOCK_LINES + count };
  return segmentAt(set, segment, kinds, (_segment, name) => blocks.get(name) ?? null);
}

function putRollups(write: WriteDb, batch: number, edition: number, rollups: ReadonlyMap<string, RollupMaker>, lines: number): void {
  for (const [name, rollup] of rollups) {
    const bytes = rollup.bytes(lines);
    if (bytes) putCount(write, batch, name, edition, bytes);
  }
}

function putCount(write: WriteDb, batch: number, name: string, edition: number, bytes: Uint8Array): void {
  write.run('INSERT INTO line_count (batch_id, name, edition, data) VALUES (?, ?, ?, ?)', [batch, name, edition, compressed(bytes)]);
}

function blockWriter(write: WriteDb, batch: number): (segment: number, name: string, bytes: Uint8Array) => void {
  const statement = write.prepare('INSERT INTO line_block (batch_id, segment, name, data) VALUES (?, ?, ?, ?)');
  return (segment, name, bytes) => statement.run([batch, segment, name, compressed(bytes)]);
}

const lastLine = (write: WriteDb): number => write.get<{ id: number | null }>('SELECT MAX(id) AS id FROM bill_line')!.id ?? 0;
const newEdition = (): number => Math.floor(Math.random() * 2 ** 47);
