import type { ReadDb } from '../connection.ts';

/** The batches of one telling of a vendor's month: a view in a format, or the statement. */
export interface TellingBatches {
  /** -1 for statements. */
  view: number;
  format: string;
  batches: number[];
  /** The latest day that one of its files was made for, and whether all of them were made before the month's bill was drawn up. */
  asOf: string;
  estimate: boolean;
}

/** The tellings that a vendor's month has lines of, best view first. */
export const tellingBatches = (read: ReadDb, vendor: number, period: number): TellingBatches[] =>
  read
    .all<{ view: number; format: string; batches: string; as_of: string; estimate: 0 | 1 }>(
      `SELECT view, format, json_group_array(id) AS batches, MAX(as_of) AS as_of, MIN(estimate) AS estimate FROM (
         SELECT DISTINCT batch.id, batch.view, batch.format, batch.as_of, batch.estimate
         FROM batch JOIN batch_scope ON batch_scope.batch_id = batch.id
         WHERE batch.vendor = ? AND batch_scope.period = ? AND batch.state = 'active' ORDER BY batch.id
       ) GROUP BY view, format ORDER BY view, MIN(id)`,
      [vendor, period],
    )
    .map(({ view, format, batches, as_of, estimate }) => ({
      view,
      format,
      batches: JSON.parse(batches) as number[],
      asOf: as_of,
      estimate: estimate === 1,
    }));

/** A file that the vendor delivers in parts, and the parts that the book has. */
export interface SplitFile {
  name: string;
  format: string;
  parts: number[];
}

/** Split files with lines of these kinds in a vendor's month; null: of all. */
export const splitFiles = (read: ReadDb, vendor: number, period: number, kinds: readonly number[] | null): SplitFile[] =>
  read
    .all<{ name: string; format: string; parts: string }>(
      `SELECT logical_name AS name, format, json_group_array(part) AS parts FROM (
         SELECT DISTINCT batch.logical_name, batch.format, batch.part, batch.as_of
         FROM batch JOIN batch_scope ON batch_scope.batch_id = batch.id
         WHERE batch.vendor = :vendor AND batch_scope.period = :period AND batch.state = 'active' AND batch.part > 0 AND batch.logical_name <> ''
           AND (:kinds IS NULL OR EXISTS (SELECT 1 FROM bill_line
             WHERE batch_id = batch.id AND superseded_by IS NULL AND kind IN (SELECT value FROM json_each(:kinds))))
         ORDER BY batch.part
       ) GROUP BY logical_name, format, as_of ORDER BY logical_name, format`,
      { vendor, period, kinds: kinds && JSON.stringify(kinds) },
    )
    .map(({ name, format, parts }) => ({ name, format, parts: JSON.parse(parts) as number[] }));
