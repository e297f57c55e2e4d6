import { verifyAudit } from './audit.ts';
import type { ReadDb } from './connection.ts';
import { verifyBatches } from './queries/batches.ts';
import { verifyDocuments } from './verify-documents.ts';

export interface Verdict {
  integrity: string;
  foreignKeys: string;
  auditChain: string;
  totals: string;
}

/** What can be checked of a book of any version: pages, references and the audit chain. */
export function verifyStorage(read: ReadDb): Omit<Verdict, 'totals'> {
  const integrity = attempt(() =>
    read
      .all<{ integrity_check: string }>('PRAGMA integrity_check(5)')
      .map((r) => r.integrity_check)
      .join('; '),
  );
  const foreignKeys = attempt(() => {
    const broken = read.all<{ table: string; rowid: number }>('PRAGMA foreign_key_check');
    return broken.length === 0 ? 'ok' : `${broken.length} broken references, first in ${broken[0]!.table} row ${broken[0]!.rowid}`;
  });
  return { integrity, foreignKeys, auditChain: attempt(() => verifyAudit(read)) };
}

/**
 * Each part is `ok` or says what is wrong. integrity_check alone misses a changed amount, so the figures are checked
 * against the digests and snapshots that the audit chain holds.
 */
export function verifyDb(read: ReadDb): Verdict {
  const totals = attempt(() => {
    const batches = verifyBatches(read);
    return batches === 'ok' ? verifyDocuments(read) : batches;
  });
  return { ...verifyStorage(read), totals };
}

function attempt(check: () => string): string {
  try {
    return check();
  } catch (error) {
    return `cannot be read: ${error instanceof Error ? error.message : String(error)}`;
  }
}
