import type { Period } from '../../domain/time/plain-date.ts';
import type { ReadDb } from '../connection.ts';
import { VENDOR_CODES, type VendorName } from '../measures.ts';
import { periodCode } from './bills-columns.ts';

/** An import with live bill lines of a month, and where the cells of its rows are kept. */
export interface KeptRows {
  id: number;
  source: number;
  /** As JSON; see parser/protocol. */
  dialect: string;
}

/** Imports that brought lines of the month, the oldest first. */
export const importsOfPeriod = (read: ReadDb, period: Period, vendor: VendorName | null): KeptRows[] =>
  read.all(
    `SELECT b.id, COALESCE(b.rows_source_id, b.source_id) AS source, b.dialect FROM batch b
     WHERE b.state = 'active' AND (:vendor IS NULL OR b.vendor = :vendor) AND b.id IN (SELECT batch_id FROM batch_scope WHERE period = :period) ORDER BY b.id`,
    { period: periodCode(period), vendor: vendor === null ? null : VENDOR_CODES[vendor] },
  );

/** Which rows of a kept source each of its chunks holds, in their order. */
export const chunkSpans = (read: ReadDb, source: number): { seq: number; first: number; rows: number }[] =>
  read.all('SELECT seq, first_row AS first, rows FROM source_chunk WHERE source_id = ? ORDER BY seq', [source]);

export const chunkData = (read: ReadDb, source: number, seq: number): Buffer =>
  read.get<{ data: Buffer }>('SELECT data FROM source_chunk WHERE source_id = ? AND seq = ?', [source, seq])!.data;

/** A line that counts and has a discount. */
export interface DiscountedLine {
  id: bigint;
  row: bigint;
  currency: string | null;
  product: string | null;
  units: bigint;
  fraction: bigint;
}

/** Discounted lines of an import and month in a span of its rows, both ends included, in the order of the rows. */
export const discountedLines = (
  read: ReadDb,
  batch: number,
  period: Period,
  account: string | null,
  accounts: readonly string[] | null,
  first: number,
  last: number,
): DiscountedLine[] =>
  read.allBig(
    `SELECT l.id, l.row, (SELECT text FROM term WHERE id = l.currency) AS currency, (SELECT text FROM term WHERE id = COALESCE(l.product, l.product_type)) AS product,
       l.discount_u AS units, l.discount_f AS fraction
     FROM bill_line l WHERE l.batch_id = :batch AND l.row BETWEEN :first AND :last AND l.period = :period AND l.kind = 0 AND l.superseded_by IS NULL
       AND (l.discount_u <> 0 OR l.discount_f <> 0) AND (:account IS NULL OR l.account = (SELECT id FROM term WHERE text = :account))
       AND (:accounts IS NULL OR l.account IN (SELECT id FROM term WHERE text IN (SELECT value FROM json_each(:accounts)))) ORDER BY l.row`,
    { batch, period: periodCode(period), account, accounts: accounts && JSON.stringify(accounts), first, last },
  );
