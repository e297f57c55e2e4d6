import type { ReadDb } from '../../db/connection.ts';
import { hasAuditEntry } from '../../db/queries/close-inputs.ts';
import type { CloseRecord } from '../../db/queries/closes.ts';
import { equal } from '../../domain/money/amount.ts';
import { monthOf } from '../../domain/close/held.ts';
import type { Output } from '../contract/index.ts';
import { readCertificate, type Certificate } from './certificate.ts';
import { figuresOf, type Figures } from './figures.ts';
import { sha256 } from './hash.ts';

type Difference = Output<'close/verify'>['differences'][number];

/** Whether the certificate is as it was made, and whether the book still tells what it says. */
export function verifyClose(read: ReadDb, record: CloseRecord, today: string): Output<'close/verify'> {
  const certificate = readCertificate(record);
  const intact = sha256(record.certificate) === record.sha256;
  const chain = certificate.audit === null || hasAuditEntry(read, certificate.audit.seq, certificate.audit.hash);
  const differences = differencesTo(certificate, figuresOf(read, record.period, today));
  return {
    close: record.id,
    period: record.period,
    sha256: record.sha256,
    intact,
    chain,
    holds: intact && chain && differences.every((d) => d.since),
    differences,
  };
}

/** What reads differently now. Checks of documents that only later months' documents moved count as moved on, as do differences' states. */
function differencesTo(then: Certificate, now: Figures): Difference[] {
  const files = told(
    'inputs',
    then.inputs,
    now.inputs,
    (f) => `${f.batch} ${f.file}`,
    (f) => f.digest,
  );
  const totals = told(
    'totals',
    then.totals,
    now.totals,
    (t) => `${t.kind} ${t.vendor} ${t.currency}`,
    (t) =>
      Object.entries({ lines: String(t.lines), ...t.sums })
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([k, v]) => `${k} ${v}`)
        .join(', '),
  );
  const documents = told(
    'documents',
    then.documents,
    now.documents,
    (d) => `${d.kind} ${d.of} ${d.number} ${d.date}`,
    (d) => `${d.amount} ${d.currency} ${d.hash.slice(0, 12)}`,
  ).map((d) => {
    const fresh = now.documents.find((n) => `${n.kind} ${n.of} ${n.number} ${n.date}` === d.subject);
    // Money of a later month that was laid on an invoice of this one.
    return { ...d, since: d.was === null && fresh !== undefined && fresh.kind !== 'invoice' && monthOf(fresh.date) !== then.period };
  });
  const own = [...files, ...totals, ...documents].some((d) => !d.since);
  const checks = then.checks.length + now.checks.length === 0 ? [] : changedChecks(then, now);
  const discrepancies = told(
    'discrepancies',
    then.discrepancies,
    now.discrepancies,
    (d) => `#${String(d['id'])}`,
    (d) => String(d['state']),
  ).map((d) => ({ ...d, since: true }));
  return [...totals, ...files, ...documents, ...checks.map((d) => ({ ...d, since: !own && d.since })), ...discrepancies];
}

function changedChecks(then: Figures, now: Figures): Difference[] {
  const scopes = new Map([...then.checks, ...now.checks].map((c) => [c.id, c.scope]));
  return told(
    'checks',
    then.checks,
    now.checks,
    (c) => c.id,
    (c) => `${c.status} ${c.difference ?? ''}`.trim(),
    (a, b) => a.status === b.status && sameAmount(a.difference, b.difference) && sameAmount(a.left, b.left) && sameAmount(a.right, b.right),
  ).map((d) => ({ ...d, since: ['invoices', 'payments', 'wht'].includes(scopes.get(d.subject) ?? '') }));
}

const sameAmount = (a: string | null, b: string | null): boolean => (a === null || b === null ? a === b : equal(a, b));

function told<T>(
  area: Difference['area'],
  then: readonly T[],
  now: readonly T[],
  key: (one: T) => string,
  text: (one: T) => string,
  same: (a: T, b: T) => boolean = (a, b) => text(a) === text(b),
): Difference[] {
  const [old, current] = [new Map(then.map((t) => [key(t), t])), new Map(now.map((t) => [key(t), t]))];
  return [...new Set([...old.keys(), ...current.keys()])].flatMap((subject): Difference[] => {
    const [a, b] = [old.get(subject), current.get(subject)];
    if (a !== undefined && b !== undefined && same(a, b)) return [];
    return [{ area, subject, was: a === undefined ? null : text(a), is: b === undefined ? null : text(b), since: false }];
  });
}
