import { createHash } from 'node:crypto';
import { zstdDecompressSync } from 'node:zlib';
import { canonicalJson } from './audit.ts';
import type { ReadDb } from './connection.ts';
import { linesOf } from './queries/invoice-lines.ts';
import { invoicesById, invoiceSnapshot, invoiceSubject, listInvoices, PLAIN_SNAPSHOT } from './queries/invoices.ts';
import { listPayments, paymentSnapshot, paymentSubject } from './queries/payments.ts';
import { listResidence, residenceSnapshot, residenceSubject } from './queries/residence.ts';
import { chunksOf } from './queries/sources.ts';
import { listSteps, stepSnapshot, stepSubject } from './queries/wht-steps.ts';
import { certificateSnapshot, certificateSubject, listCertificates, PLAIN_CERTIFICATE_SNAPSHOT } from './queries/wht.ts';

/** `ok`, or the first document, attachment or original file that is not what the audit trail or its hash says. */
export function verifyDocuments(read: ReadDb): string {
  const invoices = listInvoices(read, { direction: 'both' });
  const lines = linesOf(
    read,
    invoices.map((invoice) => invoice.id),
  );
  for (const invoice of invoices) {
    const snapshot = invoiceSnapshot(invoice, lines.get(invoice.id) ?? []);
    const wrong = differs(read, invoiceSubject(invoice), snapshot, `invoice ${invoice.number}`, PLAIN_SNAPSHOT);
    if (wrong) return wrong;
  }
  for (const payment of listPayments(read)) {
    const wrong = differs(read, paymentSubject(payment.id), paymentSnapshot(payment), `payment ${payment.reference}`);
    if (wrong) return wrong;
  }
  for (const certificate of listCertificates(read)) {
    const numbers = new Map(
      invoicesById(
        read,
        certificate.lines.map((l) => l.invoiceId),
      ).map((i) => [i.id, i.number]),
    );
    const wrong = differs(
      read,
      certificateSubject(certificate.id),
      certificateSnapshot(certificate, numbers),
      `certificate ${certificate.number}`,
      PLAIN_CERTIFICATE_SNAPSHOT,
    );
    if (wrong) return wrong;
  }
  for (const proof of listResidence(read)) {
    const wrong = differs(read, residenceSubject(proof.id), residenceSnapshot(proof), `certificate of residence ${proof.number}`);
    if (wrong) return wrong;
  }
  const numbers = new Map(invoices.map((i) => [i.id, i.number]));
  for (const step of listSteps(read)) {
    const snapshot = stepSnapshot(step, numbers.get(step.invoiceId) ?? '');
    const wrong = differs(read, stepSubject(step.id), snapshot, `step ${step.id} of withheld tax`);
    if (wrong) return wrong;
  }
  return verifyBlobs(read) ?? verifySources(read) ?? 'ok';
}

/**
 * Compares the stored document with the state that its last audit entry recorded; `missing` is what it means that an entry
 * made by an earlier version has no such key.
 */
export function differs(
  read: ReadDb,
  subject: string,
  snapshot: Record<string, unknown>,
  name: string,
  missing: Readonly<Record<string, unknown>> = {},
): string | null {
  const last = read.get<{ body: string }>('SELECT body FROM audit WHERE subject = ? ORDER BY seq DESC LIMIT 1', [subject]);
  if (!last) return `${name} is not in the audit trail`;
  const { after } = JSON.parse(last.body) as { after: Record<string, unknown> | null };
  const recorded = Object.fromEntries(Object.keys(snapshot).map((key) => [key, after && key in after ? after[key] : missing[key]]));
  return canonicalJson(recorded) === canonicalJson(snapshot) ? null : `${name} is not as the audit trail recorded it`;
}

function verifyBlobs(read: ReadDb): string | null {
  for (const { sha256, data } of read.iterate<{ sha256: string; data: Buffer }>('SELECT sha256, data FROM blob'))
    if (createHash('sha256').update(data).digest('hex') !== sha256) return `attachment ${sha256.slice(0, 12)}… was changed`;
  return null;
}

function verifySources(read: ReadDb): string | null {
  for (const { id, sha256 } of read.all<{ id: number; sha256: string }>('SELECT id, sha256 FROM source')) {
    const hash = createHash('sha256');
    for (const chunk of chunksOf(read, id)) hash.update(zstdDecompressSync(chunk.data));
    if (hash.digest('hex') !== sha256) return `the original of file ${sha256.slice(0, 12)}… was changed`;
  }
  return null;
}
