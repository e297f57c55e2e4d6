import { appendAudit } from '../../db/audit.ts';
import type { WriteDb } from '../../db/connection.ts';
import { certificateById, certificateSnapshot, certificateSubject, type CertificateRecord } from '../../db/queries/wht.ts';
import { holdCertificate } from '../close/locked.ts';
import type { Certificate } from '../contract/wht.ts';
import type { Act } from '../invoices/act.ts';
import { invoicesOn, toCertificate } from './view.ts';

/** Appends the audit entry of a change that is already written, and returns the certificate as it now stands. */
export function recordCertificate(act: Act, action: string, id: number, before: CertificateRecord | null): Certificate {
  const after = certificateById(act.write, id);
  if (!after) throw new Error(`Certificate ${id} vanished.`);
  holdCertificate(act, action, before, after);
  appendAudit(act.write, {
    at: act.at,
    who: act.who,
    action,
    subject: certificateSubject(id),
    before: before && snapshot(act.write, before),
    after: snapshot(act.write, after),
  });
  return toCertificate(act.write, after, act.today);
}

function snapshot(write: WriteDb, certificate: CertificateRecord): Record<string, unknown> {
  return certificateSnapshot(certificate, new Map([...invoicesOn(write, [certificate])].map(([id, i]) => [id, i.number])));
}
