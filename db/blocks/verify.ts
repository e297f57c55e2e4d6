import type { ReadDb } from '../connection.ts';
import { collectLines, countsOf } from './build.ts';
import { decompressed } from './compressed.ts';
import { allSets, storedBytes, storedKinds, type BlockSet } from './store.ts';

/** The first batch whose blocks, counts or rollups are not what its lines make, with what is wrong; null where all are. */
export function wrongBlocks(read: ReadDb): { batch: number; what: string } | null {
  const astray = read.get<{ batch: number }>(
    "SELECT batch_id AS batch FROM line_block_set WHERE batch_id NOT IN (SELECT id FROM batch WHERE state = 'active') LIMIT 1",
  );
  if (astray) return { batch: astray.batch, what: 'it has no lines' };
  for (const set of allSets(read)) {
    if (set.edition === null) continue;
    const what = attempt(() => wrongOf(read, set as BlockSet));
    if (what !== null) return { batch: set.batch, what };
  }
  return null;
}

function wrongOf(read: ReadDb, set: BlockSet): string | null {
  const there = read.get<{ first: number | null; lines: number }>(
    'SELECT MIN(id) AS first, COUNT(*) AS lines FROM bill_line WHERE batch_id = ?',
    [set.batch],
  )!;
  if (there.first !== set.firstId || there.lines !== set.lines) return 'other lines';
  const stored = storedBytes(read, set.batch);
  let wrong: string | null = null;
  let blocks = 0;
  collectLines(read, set, (segment, made) => {
    blocks += made.size;
    for (const [name, bytes] of made) if (wrong === null && !same(bytes, stored(segment, name))) wrong = `${name}, block ${segment}`;
  });
  if (wrong !== null) return wrong;
  if (read.get<{ n: number }>('SELECT COUNT(*) AS n FROM line_block WHERE batch_id = ?', [set.batch])!.n !== blocks)
    return 'a block too many';
  return set.counted === null ? null : wrongCounts(read, set);
}

function wrongCounts(read: ReadDb, set: BlockSet): string | null {
  const { kinds, rollups } = countsOf(read, set, storedBytes(read, set.batch));
  if (!same(kinds, storedKinds(read, set.batch))) return 'which lines count';
  for (const { name, data } of read.all<{ name: string; data: Uint8Array }>(
    "SELECT name, data FROM line_count WHERE batch_id = ? AND name <> 'lines'",
    [set.batch],
  ))
    if (!same(rollups.get(name)?.bytes(set.lines) ?? null, decompressed(data))) return `the sums “${name}”`;
  return null;
}

const same = (a: Uint8Array | null, b: Uint8Array | null): boolean => a !== null && b !== null && Buffer.compare(a, b) === 0;

function attempt(check: () => string | null): string | null {
  try {
    return check();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
