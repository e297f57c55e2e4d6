import type { ReadDb } from '../connection.ts';

export interface BookCounts {
  lines: number;
  batches: number;
  invoices: number;
  payments: number;
  certificates: number;
}

export function bookCounts(read: ReadDb): BookCounts {
  const count = (table: string, where = ''): number => read.get<{ n: number }>(`SELECT COUNT(*) AS n FROM ${table} ${where}`)!.n;
  return {
    // Imported counts stand in the batches; counting a million lines anew would take a while at every change.
    lines: read.get<{ n: number }>("SELECT COALESCE(SUM(imported), 0) AS n FROM batch WHERE state = 'active'")!.n,
    batches: count('batch', "WHERE state = 'active'"),
    invoices: count('invoice'),
    payments: count('payment'),
    certificates: count('wht_certificate'),
  };
}

/** YYYYMM of every month with live lines, oldest first: a loose index scan, one probe a month. */
export const livePeriods = (read: ReadDb): number[] =>
  read
    .all<{ p: number }>(
      `
    WITH RECURSIVE months(p) AS (
      SELECT MIN(period) FROM bill_line
      UNION ALL SELECT (SELECT MIN(period) FROM bill_line WHERE period > months.p) FROM months WHERE months.p IS NOT NULL
    ) SELECT p FROM months WHERE p IS NOT NULL`,
    )
    .map((r) => r.p);

export interface AuditRow {
  seq: number;
  at: string;
  who: string;
  action: string;
  subject: string;
  body: string;
  hash: Buffer;
}

/** Newest first; `since` is a day or instant, `before` a sequence number to page on from. */
export const auditEntries = (read: ReadDb, since: string | null, before: number | null, limit: number): AuditRow[] =>
  read.all(
    'SELECT seq, at, who, action, subject, body, hash FROM audit WHERE (:since IS NULL OR at >= :since) AND (:before IS NULL OR seq < :before) ORDER BY seq DESC LIMIT :limit',
    { since, before, limit },
  );
