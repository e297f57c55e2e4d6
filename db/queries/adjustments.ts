import type { CheckChange, SumChange } from '../../domain/close/adjustment.ts';
import type { ReadDb, WriteDb } from '../connection.ts';

/** What came into a locked period after its close. */
export interface Adjustment {
  id: number;
  period: string;
  closeId: number;
  batch: number | null;
  /** Subject of the audit trail. */
  document: string | null;
  title: string;
  lines: number;
  sums: SumChange[];
  checks: CheckChange[];
  at: string;
  who: string;
  state: 'open' | 'accepted' | 'undone';
  accepted: { at: string; by: string } | null;
  note: string;
}

interface Row {
  id: number;
  period: string;
  close_id: number;
  batch_id: number | null;
  document: string | null;
  title: string;
  lines: number;
  sums: string;
  checks: string;
  at: string;
  who: string;
  state: Adjustment['state'];
  accepted_at: string | null;
  accepted_by: string | null;
  note: string;
}

const toAdjustment = (row: Row): Adjustment => ({
  id: row.id,
  period: row.period,
  closeId: row.close_id,
  batch: row.batch_id,
  document: row.document,
  title: row.title,
  lines: row.lines,
  sums: JSON.parse(row.sums) as SumChange[],
  checks: JSON.parse(row.checks) as CheckChange[],
  at: row.at,
  who: row.who,
  state: row.state,
  accepted: row.accepted_at === null ? null : { at: row.accepted_at, by: row.accepted_by! },
  note: row.note,
});

/** Oldest first. */
export const listAdjustments = (read: ReadDb): Adjustment[] =>
  read.all<Row>('SELECT * FROM period_adjustment ORDER BY id').map(toAdjustment);

export const adjustmentsOfPeriod = (read: ReadDb, period: string): Adjustment[] =>
  read.all<Row>('SELECT * FROM period_adjustment WHERE period = ? ORDER BY id', [period]).map(toAdjustment);

/** Those that nobody accepted yet, of this period and the ones before it. */
export const openAdjustmentsUntil = (read: ReadDb, period: string): Adjustment[] =>
  read.all<Row>("SELECT * FROM period_adjustment WHERE state = 'open' AND period <= ? ORDER BY id", [period]).map(toAdjustment);

export function adjustmentById(read: ReadDb, id: number): Adjustment | undefined {
  const row = read.get<Row>('SELECT * FROM period_adjustment WHERE id = ?', [id]);
  return row && toAdjustment(row);
}

/** Adjustments that the batch made, in periods whose close still holds. */
export const adjustmentsOfBatch = (read: ReadDb, batch: number): Adjustment[] =>
  read
    .all<Row>(
      `SELECT period_adjustment.* FROM period_adjustment JOIN period_close ON period_close.id = close_id
       WHERE batch_id = ? AND reopened_at IS NULL ORDER BY period_adjustment.id`,
      [batch],
    )
    .map(toAdjustment);

export function insertAdjustment(write: WriteDb, a: Omit<Adjustment, 'id' | 'state' | 'accepted' | 'note'>): number {
  return write.run(
    `INSERT INTO period_adjustment (period, close_id, batch_id, document, title, lines, sums, checks, at, who, state)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'open')`,
    [a.period, a.closeId, a.batch, a.document, a.title, a.lines, JSON.stringify(a.sums), JSON.stringify(a.checks), a.at, a.who],
  ).id;
}

export const acceptAdjustment = (write: WriteDb, id: number, by: { at: string; by: string; note: string }): void =>
  void write.run("UPDATE period_adjustment SET state = 'accepted', accepted_at = ?, accepted_by = ?, note = ? WHERE id = ?", [
    by.at,
    by.by,
    by.note,
    id,
  ]);

export const undoAdjustment = (write: WriteDb, id: number): void =>
  void write.run("UPDATE period_adjustment SET state = 'undone' WHERE id = ?", [id]);

/** Lines and rows of lists that a batch has in a period, YYYYMM. */
export const linesOfBatch = (read: ReadDb, batch: number, period: number): number =>
  read.get<{ n: number }>(
    `SELECT (SELECT COUNT(*) FROM bill_line WHERE batch_id = :batch AND period = :period)
      + (SELECT COUNT(*) FROM register_row WHERE batch_id = :batch AND period = :period) AS n`,
    { batch, period },
  )!.n;

/** Months of which the batch holds lines or rows, as YYYYMM. */
export const periodsOfBatch = (read: ReadDb, batch: number): number[] =>
  read
    .all<{ period: number }>(
      `SELECT period FROM batch_scope WHERE batch_id = :batch
       UNION SELECT DISTINCT period FROM register_row WHERE batch_id = :batch AND period IS NOT NULL ORDER BY 1`,
      { batch },
    )
    .map((row) => row.period);

export const adjustmentSubject = (id: number): string => `adjustment:${id}`;
export const adjustmentSnapshot = ({ id: _id, ...rest }: Adjustment): Record<string, unknown> => ({ ...rest });
