import type { ReadDb } from '../../../db/connection.ts';
import { batchById } from '../../../db/queries/batches.ts';
import { mendedAs, rejectOf } from '../../../db/queries/mends.ts';

/**
 * The rejected row that a line, or a row of a list, came from as mended: its batch, file, number, and its text as it stood
 * there; null for all others.
 */
export function mendedRow(
  read: ReadDb,
  at: { batch: number; row: number },
): { batch: number; file: string; row: number; original: string } | null {
  const mends = mendedAs(read, at.batch, at.row);
  if (!mends) return null;
  return { ...mends, file: batchById(read, mends.batch)!.file, original: rejectOf(read, mends.batch, mends.row)?.original ?? '' };
}
