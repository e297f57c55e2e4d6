import type { ReadDb, WriteDb } from '../../db/connection.ts';
import { batchesOfBytes, putWatched, watchedBytes } from '../../db/queries/watched.ts';
import { appendAudit } from '../../db/audit.ts';
import type { AppError } from '../../domain/result.ts';
import type { Context } from '../runtime/services.ts';

/** What has become of a file with these bytes. */
export interface Fate {
  result: 'imported' | 'known' | 'refused';
  at: string;
  batches: number[];
  reason: AppError | null;
}

/**
 * What the book knows of these bytes; null where it has never met them. A file once taken in stays taken, also after its
 * import was undone; one that was refused and then imported by hand is in the book.
 */
export function fateOf(read: ReadDb, sha256: string): Fate | null {
  const row = watchedBytes(read, sha256);
  if (row?.result === 'imported') return imported(row.at, JSON.parse(row.batches) as number[]);
  const batches = batchesOfBytes(read, sha256);
  if (batches[0]) return { result: 'known', at: batches[0].imported_at, batches: batches.map((b) => b.id), reason: null };
  if (row) return { result: 'refused', at: row.at, batches: [], reason: JSON.parse(row.error ?? 'null') as AppError | null };
  return null;
}

/** An archive of which every table was in the book before gave no batch of its own. */
export const imported = (at: string, batches: number[]): Fate => ({
  result: batches.length > 0 ? 'imported' : 'known',
  at,
  batches,
  reason: null,
});

/** Notes that the file was taken in; the journal has its imports already. */
export const noteImported = (write: WriteDb, sha256: string, file: string, at: string, batches: readonly number[]): void =>
  putWatched(write, { sha256, file, at, result: 'imported', batches: JSON.stringify(batches), error: null });

/** Notes in book and journal that the file was refused, and why. */
export function noteRefused(context: Context, sha256: string, file: string, reason: AppError): void {
  const { session, host } = context;
  const at = session.now();
  session.transaction(({ write }) => {
    putWatched(write, { sha256, file, at, result: 'refused', batches: '[]', error: JSON.stringify(reason) });
    appendAudit(write, {
      at,
      who: host.who,
      action: 'watch/take',
      subject: `file:${file}`,
      before: null,
      after: { sha256, refused: reason.code, message: reason.message },
    });
  });
}
