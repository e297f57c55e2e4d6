import { createHash } from 'node:crypto';
import type { ReadDb } from './connection.ts';
import { adjustmentSnapshot, adjustmentSubject, listAdjustments } from './queries/adjustments.ts';
import {
  closeSnapshot,
  closeSubject,
  listCloses,
  listSignoffs,
  listWaivers,
  signoffSnapshot,
  signoffSubject,
  waiverSnapshot,
  waiverSubject,
} from './queries/closes.ts';
import { discrepancySnapshot, discrepancySubject, listDiscrepancies } from './queries/discrepancies.ts';
import { differs } from './verify-documents.ts';

/** `ok`, or the first close, signature, late import or difference that is not what the audit trail or its hash says. */
export function verifyCloses(read: ReadDb): string {
  for (const close of listCloses(read)) {
    const name = `close ${close.id} of ${close.period}`;
    if (createHash('sha256').update(close.certificate, 'utf8').digest('hex') !== close.sha256)
      return `the certificate of ${name} was changed`;
    const wrong = differs(read, closeSubject(close.id), closeSnapshot(close), name);
    if (wrong) return wrong;
  }
  for (const signoff of listSignoffs(read)) {
    const wrong = differs(read, signoffSubject(signoff.id), signoffSnapshot(signoff), `signature ${signoff.id} of ${signoff.period}`);
    if (wrong) return wrong;
  }
  for (const waiver of listWaivers(read)) {
    const wrong = differs(read, waiverSubject(waiver.id), waiverSnapshot(waiver), `waiver ${waiver.id} of ${waiver.period}`);
    if (wrong) return wrong;
  }
  for (const adjustment of listAdjustments(read)) {
    const name = `late import ${adjustment.id} of ${adjustment.period}`;
    const wrong = differs(read, adjustmentSubject(adjustment.id), adjustmentSnapshot(adjustment), name);
    if (wrong) return wrong;
  }
  for (const discrepancy of listDiscrepancies(read)) {
    const name = `difference ${discrepancy.id} of ${discrepancy.period}`;
    const wrong = differs(read, discrepancySubject(discrepancy.id), discrepancySnapshot(discrepancy), name);
    if (wrong) return wrong;
  }
  return 'ok';
}
