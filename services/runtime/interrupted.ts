import { appendAudit } from '../../db/audit.ts';
import type { Book } from '../../db/book.ts';
import { endExport, runningExports } from '../../db/queries/exports.ts';

/**
 * Exports that were being written when the program ended or the book was closed: the list says so from now on. A book has
 * one owner, so that at its opening nobody can still be writing them.
 */
export function endInterrupted(book: Book, who: string, at: string): void {
  const ids = runningExports(book.read);
  if (ids.length === 0) return;
  book.write.transaction(() => {
    for (const id of ids) {
      const ended = { state: 'interrupted' as const, endedAt: at, rows: null, bytes: null, sha256: null, error: null };
      if (endExport(book.write, id, ended))
        appendAudit(book.write, {
          at,
          who,
          action: 'export/interrupted',
          subject: `export:${id}`,
          before: { state: 'running' },
          after: { state: 'interrupted' },
        });
    }
  });
}
