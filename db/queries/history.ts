import type { ReadDb, WriteDb } from '../connection.ts';

/** What happened to a document: who, when (UTC), and from which status to which. */
export interface HistoryEntry {
  at: string;
  who: string;
  event: string;
  from: string | null;
  to: string | null;
  reason: string | null;
}

const TABLES = {
  invoice: { table: 'invoice_event', key: 'invoice_id' },
  payment: { table: 'payment_event', key: 'payment_id' },
  certificate: { table: 'wht_event', key: 'certificate_id' },
} as const;
export type DocumentKind = keyof typeof TABLES;

export function addHistory(write: WriteDb, kind: DocumentKind, id: number, entry: HistoryEntry): void {
  const { table, key } = TABLES[kind];
  write.run(`INSERT INTO ${table} (${key}, at, who, event, from_status, to_status, reason) VALUES (?, ?, ?, ?, ?, ?, ?)`, [
    id,
    entry.at,
    entry.who,
    entry.event,
    entry.from,
    entry.to,
    entry.reason,
  ]);
}

/** Histories by document id, oldest first. */
export function historiesOf(read: ReadDb, kind: DocumentKind, ids: readonly number[]): Map<number, HistoryEntry[]> {
  const { table, key } = TABLES[kind];
  type Row = HistoryEntry & { id: number };
  const rows = read.all<Row>(
    `SELECT ${key} AS id, at, who, event, from_status AS "from", to_status AS "to", reason FROM ${table} WHERE ${key} IN (SELECT value FROM json_each(?)) ORDER BY ${table}.id`,
    [JSON.stringify(ids)],
  );
  const grouped = new Map<number, HistoryEntry[]>();
  for (const { id, ...entry } of rows) grouped.set(id, [...(grouped.get(id) ?? []), entry]);
  return grouped;
}
