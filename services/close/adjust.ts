import { appendAudit } from '../../db/audit.ts';
import type { ReadDb } from '../../db/connection.ts';
import {
  adjustmentById,
  adjustmentsOfBatch,
  adjustmentsOfPeriod,
  adjustmentSnapshot,
  adjustmentSubject,
  insertAdjustment,
  linesOfBatch,
  periodsOfBatch,
  undoAdjustment,
  type Adjustment,
} from '../../db/queries/adjustments.ts';
import { periodText } from '../../db/queries/bills-columns.ts';
import { lockOf, locks, type CloseRecord } from '../../db/queries/closes.ts';
import { billsAfter, changedBills, changedChecks, checksAfter, type SumChange } from '../../domain/close/adjustment.ts';
import type { FileImport } from '../contract/imports.ts';
import type { Act } from '../invoices/act.ts';
import { billSums, checkStates } from './figures.ts';
import { readCertificate } from './certificate.ts';

/** A document that came into a locked period. */
export interface DocumentChange {
  document: string;
  title: string;
  what: SumChange['what'];
  vendor: string | null;
  currency: string;
  before: string | null;
  after: string | null;
}

/** Puts on record that the document came into the locked period, with the checks that say something else now. */
export function adjustByDocument(act: Act, period: string, change: DocumentChange): void {
  const lock = lockOf(act.write, period);
  if (!lock) return;
  const { document, title, what, vendor, currency, before, after } = change;
  record(act, lock, { batch: null, document, title, lines: 0, sums: [{ what, vendor, currency, before, after }] });
}

/**
 * After an import, in its transaction: an adjustment for each locked period into which a batch brought lines. The sums and checks
 * before are those of the certificate with the adjustments since.
 */
export function adjustByImports(act: Act, files: readonly FileImport[]): void {
  const { write } = act;
  const locked = locks(write);
  if (locked.size === 0) return;
  for (const { batch, file, imported } of files) {
    if (batch === null || imported === 0) continue;
    for (const code of periodsOfBatch(write, batch)) {
      const lines = linesOfBatch(write, batch, code);
      const lock = lines > 0 ? lockOf(write, periodText(code)) : undefined;
      if (!lock) continue;
      const before = billsAfter(
        readCertificate(lock)
          .totals.filter((t) => t.kind === 'detail')
          .map(payable),
        since(write, lock),
      );
      const sums = changedBills(before, billSums(write, periodText(code)));
      record(act, lock, { batch, document: null, title: file, lines, sums });
    }
  }
}

/** A late batch was taken back: what it brought is undone. */
export function undoneAdjustments(act: Act, batch: number): void {
  for (const before of adjustmentsOfBatch(act.write, batch)) {
    undoAdjustment(act.write, before.id);
    appendAudit(act.write, {
      at: act.at,
      who: act.who,
      action: 'import/undo',
      subject: adjustmentSubject(before.id),
      before: adjustmentSnapshot(before),
      after: adjustmentSnapshot(adjustmentById(act.write, before.id)!),
    });
  }
}

const payable = (t: { vendor: string; currency: string; sums: Readonly<Record<string, string | null>> }) => ({
  vendor: t.vendor,
  currency: t.currency,
  payable: t.sums['payable'] ?? null,
});

/** Adjustments of the close that count: not those whose batch was taken back. */
const since = (read: ReadDb, lock: CloseRecord): Adjustment[] =>
  adjustmentsOfPeriod(read, lock.period).filter((a) => a.closeId === lock.id && a.state !== 'undone');

function record(act: Act, lock: CloseRecord, what: Pick<Adjustment, 'batch' | 'document' | 'title' | 'lines' | 'sums'>): void {
  const before = checksAfter(readCertificate(lock).checks, since(act.write, lock));
  const checks = changedChecks(before, checkStates(act.write, lock.period, act.today));
  const id = insertAdjustment(act.write, { ...what, period: lock.period, closeId: lock.id, checks, at: act.at, who: act.who });
  appendAudit(act.write, {
    at: act.at,
    who: act.who,
    action: 'close/adjust',
    subject: adjustmentSubject(id),
    before: null,
    after: adjustmentSnapshot(adjustmentById(act.write, id)!),
  });
}
