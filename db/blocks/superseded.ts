import type { ReadDb } from '../connection.ts';
import { decodeInts } from './int-block.ts';
import { SUPERSEDED } from './segment.ts';
import { storedKinds } from './store.ts';

/** True where lines of the batch gave way to a later one; from what is kept of how its lines count, else from the lines. */
export function hasGivenWay(read: ReadDb, batch: number): boolean {
  const bytes = storedKinds(read, batch);
  if (bytes) {
    const { values, codes } = decodeInts(bytes);
    return values ? values.includes(SUPERSEDED) : codes!.includes(SUPERSEDED);
  }
  return read.get('SELECT 1 FROM bill_line WHERE batch_id = ? AND superseded_by IS NOT NULL LIMIT 1', [batch]) !== undefined;
}
