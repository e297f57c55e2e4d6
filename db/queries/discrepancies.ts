import type { DiscrepancyState, SettledHow } from '../../domain/discrepancies/states.ts';
import type { Amount } from '../../domain/money/amount.ts';
import { fromPair, toPair } from '../../domain/money/pair.ts';
import type { Bilingual } from '../../domain/words/said.ts';
import type { ReadDb, WriteDb } from '../connection.ts';
import type { HistoryEntry } from './history.ts';

export interface DiscrepancyLine {
  id: number;
  file: string;
  row: number;
}

/** A failing check, or one named part of its difference, that somebody follows up. */
export interface Discrepancy {
  id: number;
  period: string;
  /** Id of the verdict. */
  check: string;
  /** Which of its findings; empty: the whole difference. */
  part: string;
  kind: string | null;
  vendor: string | null;
  currency: string | null;
  title: Bilingual;
  finding: Bilingual;
  /** The difference at opening, and as a person saw it last; null: no money. */
  amount: Amount | null;
  seen: Amount | null;
  state: DiscrepancyState;
  reason: string;
  how: SettledHow | null;
  document: string | null;
  approver: string | null;
  due: string | null;
  /** As last seen, at most 200; `lineCount` counts all. */
  lines: DiscrepancyLine[];
  lineCount: number;
  openedAt: string;
  openedBy: string;
}

interface Row {
  id: bigint;
  period: string;
  check_id: string;
  part: string;
  kind: string | null;
  vendor: string | null;
  currency: string | null;
  title: string;
  finding: string;
  amount_u: bigint | null;
  amount_f: bigint | null;
  seen_u: bigint | null;
  seen_f: bigint | null;
  state: DiscrepancyState;
  reason: string;
  how: SettledHow | null;
  document: string | null;
  approver: string | null;
  due: string | null;
  lines: string;
  line_count: bigint;
  opened_at: string;
  opened_by: string;
}

const amountOf = (units: bigint | null, fraction: bigint | null): Amount | null =>
  units === null || fraction === null ? null : fromPair(units, fraction);
const pairOf = (amount: Amount | null): [bigint | null, bigint | null] => {
  if (amount === null) return [null, null];
  const { units, fraction } = toPair(amount);
  return [units, fraction];
};

const toDiscrepancy = (row: Row): Discrepancy => ({
  id: Number(row.id),
  period: row.period,
  check: row.check_id,
  part: row.part,
  kind: row.kind,
  vendor: row.vendor,
  currency: row.currency,
  title: JSON.parse(row.title) as Bilingual,
  finding: JSON.parse(row.finding) as Bilingual,
  amount: amountOf(row.amount_u, row.amount_f),
  seen: amountOf(row.seen_u, row.seen_f),
  state: row.state,
  reason: row.reason,
  how: row.how,
  document: row.document,
  approver: row.approver,
  due: row.due,
  lines: JSON.parse(row.lines) as DiscrepancyLine[],
  lineCount: Number(row.line_count),
  openedAt: row.opened_at,
  openedBy: row.opened_by,
});

/** By number; of all periods where `period` is null. */
export const listDiscrepancies = (read: ReadDb, period: string | null = null): Discrepancy[] =>
  read.allBig<Row>('SELECT * FROM discrepancy WHERE ? IS NULL OR period = ? ORDER BY id', [period, period]).map(toDiscrepancy);

export function discrepancyById(read: ReadDb, id: number): Discrepancy | undefined {
  const row = read.getBig<Row>('SELECT * FROM discrepancy WHERE id = ?', [id]);
  return row && toDiscrepancy(row);
}

export function insertDiscrepancy(write: WriteDb, d: Omit<Discrepancy, 'id'>): number {
  return write.run(
    `INSERT INTO discrepancy (period, check_id, part, kind, vendor, currency, title, finding, amount_u, amount_f, seen_u, seen_f, state, reason,
      how, document, approver, due, lines, line_count, opened_at, opened_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      d.period,
      d.check,
      d.part,
      d.kind,
      d.vendor,
      d.currency,
      JSON.stringify(d.title),
      JSON.stringify(d.finding),
      ...pairOf(d.amount),
      ...pairOf(d.seen),
      d.state,
      d.reason,
      d.how,
      d.document,
      d.approver,
      d.due,
      JSON.stringify(d.lines),
      d.lineCount,
      d.openedAt,
      d.openedBy,
    ],
  ).id;
}

export type DiscrepancyChange = Partial<
  Pick<Discrepancy, 'part' | 'finding' | 'seen' | 'state' | 'reason' | 'how' | 'document' | 'approver' | 'due' | 'lines' | 'lineCount'>
>;

export function updateDiscrepancy(write: WriteDb, before: Discrepancy, change: DiscrepancyChange): void {
  const d = { ...before, ...change };
  write.run(
    `UPDATE discrepancy SET part = ?, finding = ?, seen_u = ?, seen_f = ?, state = ?, reason = ?, how = ?, document = ?, approver = ?, due = ?,
      lines = ?, line_count = ? WHERE id = ?`,
    [
      d.part,
      JSON.stringify(d.finding),
      ...pairOf(d.seen),
      d.state,
      d.reason,
      d.how,
      d.document,
      d.approver,
      d.due,
      JSON.stringify(d.lines),
      d.lineCount,
      d.id,
    ],
  );
}

export const addDiscrepancyEvent = (write: WriteDb, id: number, e: HistoryEntry): void =>
  void write.run(
    'INSERT INTO discrepancy_event (discrepancy_id, at, who, event, from_state, to_state, reason) VALUES (?, ?, ?, ?, ?, ?, ?)',
    [id, e.at, e.who, e.event, e.from, e.to, e.reason],
  );

/** Oldest first. */
export const discrepancyHistory = (read: ReadDb, id: number): HistoryEntry[] =>
  read.all(
    `SELECT at, who, event, from_state AS "from", to_state AS "to", reason FROM discrepancy_event
     WHERE discrepancy_id = ? ORDER BY discrepancy_event.id`,
    [id],
  );

export const discrepancySubject = (id: number): string => `discrepancy:${id}`;
export const discrepancySnapshot = ({ id: _id, ...rest }: Discrepancy): Record<string, unknown> => ({ ...rest });
