import { KIND_CODES, vendorOf, type VendorName } from '../measures.ts';
import type { ReadDb, WriteDb } from '../connection.ts';

/** Active batches of bill lines that were not looked through by this edition of the rules, oldest first. */
export const unreadBatches = (read: ReadDb, rules: number): { id: number; file: string; imported: number }[] =>
  read.all(
    `SELECT b.id, b.file, b.imported FROM batch b
     WHERE b.state = 'active' AND b.view >= 0 AND b.imported > 0
       AND NOT EXISTS (SELECT 1 FROM prepaid_reading r WHERE r.batch_id = b.id AND r.rules = ?) ORDER BY b.id`,
    [rules],
  );

/** Billing mode and bill type as ids and as words. */
export interface LineWords {
  vendor: VendorName;
  mode: number | null;
  type: number | null;
  modeText: string | null;
  typeText: string | null;
}

/** The few pairs of billing mode and bill type that the lines of a batch have. */
export const wordsOfBatch = (read: ReadDb, batch: number): LineWords[] =>
  read
    .all<Omit<LineWords, 'vendor'> & { vendor: number }>(
      `SELECT w.*, (SELECT text FROM term WHERE id = w.mode) AS modeText, (SELECT text FROM term WHERE id = w.type) AS typeText
       FROM (SELECT DISTINCT vendor, billing_mode AS mode, bill_type AS type FROM bill_line WHERE batch_id = ? AND kind = ${KIND_CODES.detail}) w`,
      [batch],
    )
    .map((words) => ({ ...words, vendor: vendorOf(words.vendor) }));

/** Ids and rows of a batch's lines with these words, in the order of the file. */
export const linesWithWords = (
  read: ReadDb,
  batch: number,
  words: readonly Pick<LineWords, 'mode' | 'type'>[],
): { id: number; row: number; part: number }[] =>
  words.length === 0
    ? []
    : read.all(
        `WITH wanted AS (SELECT value ->> 0 AS mode, value ->> 1 AS type FROM json_each(:words))
         SELECT l.id, l.row, l.part FROM bill_line l
         WHERE l.batch_id = :batch AND l.billing_mode IN (SELECT mode FROM wanted)
           AND EXISTS (SELECT 1 FROM wanted w WHERE w.mode IS l.billing_mode AND w.type IS l.bill_type)
         ORDER BY l.row, l.part`,
        { batch, words: JSON.stringify(words.map(({ mode, type }) => [mode, type])) },
      );

export interface PrepaidRow {
  line: number;
  /** Days since 1970-01-01, both included; both null where the row tells no term. */
  first: number | null;
  last: number | null;
  months: number | null;
  original: string | null;
}

/** Puts what a batch tells in place of what was read of it before. Batches that were undone are forgotten. */
export function keepReading(write: WriteDb, batch: number, rules: number, rows: readonly PrepaidRow[]): void {
  const undone = "(SELECT id FROM batch WHERE state = 'undone')";
  write.run(`DELETE FROM prepaid_line WHERE batch_id = :batch OR batch_id IN ${undone}`, { batch });
  write.run(`DELETE FROM prepaid_reading WHERE batch_id = :batch OR batch_id IN ${undone}`, { batch });
  for (const { line, first, last, months, original } of rows)
    write.run('INSERT INTO prepaid_line (batch_id, line_id, first_day, last_day, months, original) VALUES (?, ?, ?, ?, ?, ?)', [
      batch,
      line,
      first,
      last,
      months,
      original,
    ]);
  write.run('INSERT INTO prepaid_reading (batch_id, rules, lines) VALUES (?, ?, ?)', [batch, rules, rows.length]);
}
