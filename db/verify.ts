import { verifyAudit } from './audit.ts';
import { wrongBlocks } from './blocks/verify.ts';
import type { ReadDb } from './connection.ts';
import { verifyBatches } from './queries/batches.ts';
import { verifyBank } from './verify-bank.ts';
import { verifyCloses } from './verify-closes.ts';
import { verifyDocuments } from './verify-documents.ts';
import { verifyMatches } from './verify-matches.ts';
import { verifyTax } from './verify-tax.ts';

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
 * against the digests and snapshots that the audit chain holds. What is derived from the lines of a batch and is not what they
 * make is told, and may be made anew by `makeAnew`.
 */
export function verifyDb(read: ReadDb, makeAnew?: (batch: number) => boolean): Verdict {
  const totals = attempt(() => {
    const batches = verifyBatches(read);
    if (batches !== 'ok') return batches;
    const documents = verifyDocuments(read);
    if (documents !== 'ok') return documents;
    const closes = verifyCloses(read);
    if (closes !== 'ok') return closes;
    const bank = verifyBank(read);
    if (bank !== 'ok') return bank;
    const matches = verifyMatches(read);
    if (matches !== 'ok') return matches;
    const tax = verifyTax(read);
    if (tax !== 'ok') return tax;
    const wrong = wrongBlocks(read);
    if (!wrong) return 'ok';
    const mended = makeAnew?.(wrong.batch) ?? false;
    return `the columns kept beside the lines of batch ${wrong.batch} are not those of its lines: ${wrong.what}${mended ? '; they were made anew' : ''}`;
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
