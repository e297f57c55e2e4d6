import type { ReadDb } from '../connection.ts';

export interface TrailEntry {
  seq: number;
  /** UTC, ISO 8601. */
  at: string;
  who: string;
  action: string;
  subject: string;
  /** The entry as canonical JSON: what the hash is of. */
  body: string;
  previous: Buffer;
  hash: Buffer;
}

/** Entries of the days (both inclusive, UTC) up to and with the entry `head`, oldest first. */
export const auditTrail = (read: ReadDb, first: string, last: string, head: number): TrailEntry[] =>
  read.all<TrailEntry>('SELECT * FROM audit WHERE at >= ? AND at < ? AND seq <= ? ORDER BY seq', [first, `${last}\uffff`, head]);

/** Day of the first entry; null in a book without one. */
export const firstAuditDay = (read: ReadDb): string | null =>
  read.get<{ at: string }>('SELECT at FROM audit ORDER BY seq LIMIT 1')?.at.slice(0, 10) ?? null;
