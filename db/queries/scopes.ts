import { OWN_FORMAT } from '../../domain/focus/own-columns.ts';
import type { ReadDb, WriteDb } from '../connection.ts';

/** A month and an account that a batch speaks of; account 0 where the file names none. */
export interface Scope {
  period: number;
  account: number;
}

export function putScope(write: WriteDb, batch: number, scopes: Iterable<Scope>): void {
  for (const { period, account } of scopes)
    write.run('INSERT INTO batch_scope (batch_id, period, account) VALUES (?, ?, ?) ON CONFLICT DO NOTHING', [batch, period, account]);
}

export const scopesOf = (read: ReadDb, batch: number): Scope[] =>
  read.all('SELECT period, account FROM batch_scope WHERE batch_id = ?', [batch]);

export function putOverlap(write: WriteDb, batch: number, overlaps: ReadonlyMap<number, number>): void {
  for (const [on, rows] of overlaps) write.run('INSERT INTO batch_overlap (batch_id, on_batch, rows) VALUES (?, ?, ?)', [batch, on, rows]);
}

/**
 * Months in which an active batch of this format speaks: only there can a row be a repetition. A file that Tallybook wrote
 * holds lines of any format, so that it and all others are held against each other.
 */
export const periodsOfFormat = (read: ReadDb, format: string): number[] =>
  read
    .all<{ period: number }>(
      "SELECT DISTINCT period FROM batch_scope JOIN batch ON batch.id = batch_scope.batch_id WHERE (batch.format = ? OR ? IN (batch.format, ?)) AND batch.state = 'active'",
      [format, OWN_FORMAT, format],
    )
    .map((r) => r.period);

/** Active batches that hold other parts of the same file: same format, name and day, another number. */
export const otherParts = (read: ReadDb, format: string, own: { logicalName: string; asOf: string; part: number }): number[] =>
  read
    .all<{ id: number }>(
      "SELECT id FROM batch WHERE format = ? AND state = 'active' AND logical_name = ? AND as_of = ? AND part <> ? AND part > 0",
      [format, own.logicalName, own.asOf, own.part],
    )
    .map((r) => r.id);

export interface EarlierBatch {
  id: number;
  as_of: string;
  part: number;
  logical_name: string;
  estimate: 0 | 1;
  period: number;
  account: number;
}

/** Active batches of the same format and view with the months and accounts that they speak of, without `except`. */
export const earlierBatches = (read: ReadDb, format: string, view: number, except: number): EarlierBatch[] =>
  read.all(
    `SELECT batch.id, as_of, part, logical_name, estimate, batch_scope.period, batch_scope.account
     FROM batch JOIN batch_scope ON batch_scope.batch_id = batch.id
     WHERE batch.format = ? AND batch.view = ? AND batch.state = 'active' AND batch.id <> ?`,
    [format, view, except],
  );

/** The same for a source: whatever version of the format its files were in. A source without a name is known by the format alone. */
export const earlierOfSource = (read: ReadDb, source: string, format: string, view: number, except: number): EarlierBatch[] =>
  read.all(
    `SELECT batch.id, as_of, part, logical_name, estimate, batch_scope.period, batch_scope.account
     FROM batch JOIN batch_scope ON batch_scope.batch_id = batch.id
     WHERE batch.bill_source = ? AND (batch.bill_source <> '' OR batch.format = ?) AND batch.view = ? AND batch.state = 'active' AND batch.id <> ?`,
    [source, format, view, except],
  );

/** Live lines of a batch in one scope. */
export const liveLines = (read: ReadDb, batch: number, scope: Scope): number[] =>
  read
    .all<{ id: number }>(
      'SELECT id FROM bill_line WHERE batch_id = ? AND period = ? AND COALESCE(account, 0) = ? AND superseded_by IS NULL',
      [batch, scope.period, scope.account],
    )
    .map((r) => r.id);

/** One telling of a vendor's month for an account: a view in a format. */
export interface Telling {
  account: number;
  view: number;
  format: string;
  /** Who delivered it, where its format has many sources. */
  source: string;
}

/** The tellings of a vendor's month, best view first, then the one that was imported first. */
export const tellingsOf = (read: ReadDb, vendor: number, period: number): Telling[] =>
  read.all(
    `SELECT batch_scope.account, batch.view, batch.format, batch.bill_source AS source FROM batch_scope JOIN batch ON batch.id = batch_scope.batch_id
     WHERE batch.vendor = ? AND batch_scope.period = ? AND batch.state = 'active' AND batch.view >= 0
     GROUP BY batch_scope.account, batch.view, batch.format, batch.bill_source ORDER BY batch.view, MIN(batch.id)`,
    [vendor, period],
  );

/** True where a line of that telling still stands. */
export const isLive = (read: ReadDb, vendor: number, period: number, { account, view, format, source }: Telling): boolean =>
  read.get(
    `SELECT 1 FROM batch JOIN bill_line ON bill_line.batch_id = batch.id
     WHERE batch.vendor = ? AND batch.view = ? AND batch.format = ? AND batch.bill_source = ? AND batch.state = 'active'
       AND bill_line.period = ? AND COALESCE(bill_line.account, 0) = ? AND bill_line.superseded_by IS NULL LIMIT 1`,
    [vendor, view, format, source, period, account],
  ) !== undefined;

/**
 * Counts the account's lines of that telling as the bill, and those of its others not; null counts none. `among`: only lines
 * of these tellings; null takes all.
 */
export function countTelling(
  write: WriteDb,
  vendor: number,
  period: number,
  account: number,
  telling: Telling | null,
  among: readonly Telling[] | null = null,
): void {
  const kind = `CASE WHEN view = :view AND batch_id IN (SELECT id FROM batch WHERE format = :format) THEN 0 ELSE 10 + view END`;
  write.run(
    `UPDATE bill_line SET kind = ${kind}
     WHERE period = :period AND vendor = :vendor AND COALESCE(account, 0) = :account AND kind <> 1 AND kind <> ${kind}
       ${among ? "AND batch_id IN (SELECT id FROM batch WHERE format || ' ' || bill_source IN (SELECT value FROM json_each(:among)))" : ''}`,
    {
      view: telling?.view ?? -1,
      format: telling?.format ?? '',
      period,
      vendor,
      account,
      ...(among && { among: JSON.stringify(among.map((t) => `${t.format} ${t.source}`)) }),
    },
  );
}

/** Statistics bases in which a vendor's month is told by other active batches. */
export const basesOf = (read: ReadDb, vendor: number, periods: readonly number[], except: number): string[] =>
  read
    .all<{ basis: string }>(
      `SELECT DISTINCT basis FROM batch JOIN batch_scope ON batch_scope.batch_id = batch.id
       WHERE batch.vendor = ? AND batch.state = 'active' AND batch.id <> ? AND basis <> '' AND batch_scope.period IN (SELECT value FROM json_each(?))`,
      [vendor, except, JSON.stringify(periods)],
    )
    .map((r) => r.basis);

/** True where lines of `of` gave way to the batch, or are in both. */
export const tookPlaceOf = (read: ReadDb, batch: number, of: number): boolean =>
  read.get<{ yes: 0 | 1 }>(
    `SELECT EXISTS (SELECT 1 FROM bill_line WHERE batch_id = :of AND superseded_by = :batch)
         OR EXISTS (SELECT 1 FROM batch_overlap WHERE batch_id = :batch AND on_batch = :of) AS yes`,
    { batch, of },
  )!.yes === 1;
