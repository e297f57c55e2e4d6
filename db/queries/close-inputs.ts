import type { ReadDb } from '../connection.ts';
import { vendorOf } from '../measures.ts';

/** A file that a period's figures are made of. */
export interface ClosedBatch {
  batch: number;
  file: string;
  sha256: string;
  format: string;
  vendor: string;
  importedAt: string;
  rows: number;
  imported: number;
  rejected: number;
  /** SHA-256 over every figure of its lines. */
  digest: string;
}

const OF_PERIOD = `batch.id IN (SELECT batch_id FROM batch_scope WHERE period = :period
  UNION SELECT batch_id FROM register_row WHERE period = :period)`;

/** Active batches that speak of the month, YYYYMM, in the order in which they came. */
export const closedBatches = (read: ReadDb, period: number): ClosedBatch[] =>
  read
    .all<Omit<ClosedBatch, 'vendor'> & { vendor: number }>(
      `SELECT batch.id AS batch, file, sha256, format, vendor, imported_at AS importedAt, rows, imported, rejected, digest
       FROM batch JOIN source ON source.id = batch.source_id WHERE state = 'active' AND ${OF_PERIOD} ORDER BY batch.id`,
      { period },
    )
    .map((row) => ({ ...row, vendor: vendorOf(row.vendor) }));

/** Files of the month whose counted lines are estimates. */
export const estimatedFiles = (read: ReadDb, period: number): string[] =>
  read
    .all<{ file: string }>(
      `SELECT DISTINCT file FROM batch WHERE state = 'active' AND estimate = 1 AND ${OF_PERIOD}
       AND EXISTS (SELECT 1 FROM bill_line WHERE batch_id = batch.id AND period = :period AND superseded_by IS NULL) ORDER BY file`,
      { period },
    )
    .map((row) => row.file);

/** Rejected rows that nobody mended, by file, of the batches that speak of the month; of a file without a readable month by its name. */
export const rejectedRows = (read: ReadDb, period: number): { file: string; rows: number }[] =>
  read.all(
    `SELECT file, rejected - mended AS rows FROM (
       SELECT batch.id, file, rejected, (SELECT COUNT(*) FROM mend JOIN batch b ON b.id = mend.batch_id AND b.state = 'active'
         WHERE mend.of_batch = batch.id) AS mended
       FROM batch WHERE state = 'active' AND rejected > 0 AND ${OF_PERIOD})
     WHERE rows > 0 ORDER BY id`,
    { period },
  );

/** Open lines of bank statements booked in the days, both inclusive; null where no statement has a line of them. */
export function openBankLines(read: ReadDb, first: string, last: string): number | null {
  const row = read.get<{ lines: number; open: number }>(
    "SELECT COUNT(*) AS lines, COALESCE(SUM(state = 'open'), 0) AS open FROM bank_line WHERE booked BETWEEN ? AND ?",
    [first, last],
  )!;
  return row.lines === 0 ? null : row.open;
}

/** The hash of the first entry of the audit trail: tells one book from another. */
export const bookMark = (read: ReadDb): string =>
  read.get<{ hash: Buffer }>('SELECT hash FROM audit ORDER BY seq LIMIT 1')?.hash.toString('hex') ?? '';

/** Whether the audit trail has the entry with this hash. */
export const hasAuditEntry = (read: ReadDb, seq: number, hash: string): boolean =>
  read.get<{ hash: Buffer }>('SELECT hash FROM audit WHERE seq = ?', [seq])?.hash.toString('hex') === hash;
