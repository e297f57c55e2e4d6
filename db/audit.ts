import { createHash } from 'node:crypto';
import type { ReadDb, WriteDb } from './connection.ts';

export interface AuditEntry {
  /** UTC, ISO 8601. */
  at: string;
  who: string;
  /** The procedure, such as invoices/add. */
  action: string;
  /** What it was done to, such as invoice:huawei:INV-1. */
  subject: string;
  before: unknown;
  after: unknown;
}

const GENESIS = Buffer.alloc(32);
const DOMAIN = 'tallybook.audit.1';

/** JSON with sorted keys, so that the same content always has the same hash. */
export function canonicalJson(value: unknown): string {
  return (
    JSON.stringify(value, (_key, v: unknown) =>
      v !== null && typeof v === 'object' && !Array.isArray(v)
        ? Object.fromEntries(Object.entries(v).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
        : v,
    ) ?? 'null'
  );
}

function hashOf(previous: Uint8Array, body: string): Buffer {
  return createHash('sha256')
    .update(DOMAIN)
    .update(previous)
    .update(`${Buffer.byteLength(body)}:`)
    .update(body)
    .digest();
}

/** Appends the entry to the chain; call it inside the transaction of the change it records. */
export function appendAudit(write: WriteDb, entry: AuditEntry): void {
  const head = write.get<{ seq: number; hash: Buffer }>('SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1');
  const seq = (head?.seq ?? 0) + 1;
  const previous = head?.hash ?? GENESIS;
  const body = canonicalJson({ seq, ...entry });
  write.run('INSERT INTO audit (seq, at, who, action, subject, body, previous, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)', [
    seq,
    entry.at,
    entry.who,
    entry.action,
    entry.subject,
    body,
    previous,
    hashOf(previous, body),
  ]);
}

/** `ok`, or the first entry at which the chain breaks. 200,000 entries take under a second. */
export function verifyAudit(read: ReadDb): string {
  let previous: Uint8Array = GENESIS;
  let expected = 1;
  type Row = { seq: number; at: string; who: string; action: string; subject: string; body: string; previous: Buffer; hash: Buffer };
  for (const row of read.iterate<Row>('SELECT * FROM audit ORDER BY seq')) {
    if (row.seq !== expected) return `audit entry ${expected} is missing`;
    if (!row.previous.equals(previous) || !row.hash.equals(hashOf(row.previous, row.body)))
      return `audit entry ${row.seq} was changed after it was written`;
    const body = JSON.parse(row.body) as { at: string; who: string; action: string; subject: string; seq: number };
    if (body.seq !== row.seq || body.at !== row.at || body.who !== row.who || body.action !== row.action || body.subject !== row.subject)
      return `audit entry ${row.seq} was changed after it was written`;
    previous = row.hash;
    expected++;
  }
  return 'ok';
}

/** Head hash of the chain in hexadecimal: what a report prints to tie itself to the state of the book. */
export function auditHead(read: ReadDb): string | null {
  const head = read.get<{ hash: Buffer }>('SELECT hash FROM audit ORDER BY seq DESC LIMIT 1');
  return head ? head.hash.toString('hex') : null;
}
