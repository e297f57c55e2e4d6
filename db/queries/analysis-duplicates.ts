import type { Period } from '../../domain/time/plain-date.ts';
import type { ReadDb, WriteDb } from '../connection.ts';
import { whereOfPeriods, type AnalysisScope } from './analysis-scope.ts';
import { Binder } from './binder.ts';
import { whereOf } from './bills-filter.ts';

/** What brings lines together: the same charge in two files, an order charged again, or equal rows of one file. */
export type TwinKind = 'files' | 'order' | 'rows';

export interface TwinGroup {
  kind: TwinKind;
  /** Lines of the group with their batches, in the order of import; at most LINES_OF_GROUP of them. */
  lines: { id: number; batch: number }[];
}

const LINES_OF_GROUP = 200;
const MONEY = 'l.payable_u, l.payable_f, l.currency';

const KINDS: Readonly<Record<TwinKind, { by: string; where: string; having: string }>> = {
  // Specification and product are left out: two formats name them differently.
  files: {
    by: `l.resource_id, l.period, l.date, ${MONEY}`,
    where: 'l.resource_id IS NOT NULL',
    having: 'MIN(l.batch_id) < MAX(l.batch_id)',
  },
  order: {
    by: `l.order_id, l.resource_id, l.product_type, l.spec, l.usage_type, l.bill_type, ${MONEY}`,
    where: 'l.order_id IS NOT NULL',
    having: 'COUNT(*) > 1',
  },
  rows: {
    by: `l.batch_id, l.resource_id, l.period, l.date, l.account, l.product_type, l.product, l.spec, l.usage_type, l.bill_type, l.order_id, l.usage_u, l.usage_f, ${MONEY}`,
    where: '1',
    having: 'COUNT(*) > 1',
  },
};

/** Groups of lines that share amount, currency and what the kind asks for; the largest amounts first. Lines that cost nothing are left out. */
export function twinGroups(read: ReadDb, scope: AnalysisScope, period: Period | null, kind: TwinKind, limit: number): TwinGroup[] {
  const { by, where, having } = KINDS[kind];
  const binder = new Binder();
  const lines = period === null ? whereOf(read, { ...scope, period: null }, binder) : whereOfPeriods(read, scope, [period], binder);
  return read
    .all<{ lines: string }>(
      `SELECT json_group_array(json_array(l.id, l.batch_id)) AS lines
       FROM bill_line l WHERE ${lines} AND ${where} AND (l.payable_u <> 0 OR l.payable_f <> 0)
       GROUP BY ${by} HAVING ${having} ORDER BY ABS(l.payable_u) DESC, ABS(l.payable_f) DESC, MIN(l.id) LIMIT ${binder.bind(limit)}`,
      binder.params,
    )
    .map((row) => ({
      kind,
      lines: (JSON.parse(row.lines) as [number, number][])
        .map(([id, batch]) => ({ id, batch }))
        .toSorted((a, b) => a.id - b.id)
        .slice(0, LINES_OF_GROUP),
    }));
}

/** Whether lines of more than one batch are in question at all; where not, nothing can be in two files. */
export const manyBatches = (read: ReadDb, period: Period | null): boolean =>
  read.all(
    period === null
      ? "SELECT id FROM batch WHERE state = 'active' LIMIT 2"
      : "SELECT DISTINCT batch_id FROM batch_scope JOIN batch ON batch.id = batch_id WHERE batch.state = 'active' AND period = ? LIMIT 2",
    period === null ? [] : [Number(period.replace('-', ''))],
  ).length > 1;

export interface LineIdentity {
  id: number;
  /** `key_a:key_b`: stays the same when the file is imported anew. */
  identity: string;
  format: string;
  delivery: string;
  part: number;
}

/** Identity and delivery of lines, by their ids. */
export function lineIdentities(read: ReadDb, ids: readonly number[]): Map<number, LineIdentity> {
  const rows = read.all<LineIdentity>(
    `SELECT l.id, l.key_a || ':' || l.key_b AS identity, b.format, b.logical_name AS delivery, b.part
     FROM json_each(?) wanted CROSS JOIN bill_line l ON l.id = wanted.value CROSS JOIN batch b ON b.id = l.batch_id`,
    [JSON.stringify(ids)],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

export interface NotDuplicate {
  one: string;
  other: string;
  at: string;
  who: string;
  note: string;
}

/** The pair in the one order that it is kept in. */
export const pairOf = (a: string, b: string): { one: string; other: string } => (a < b ? { one: a, other: b } : { one: b, other: a });
export const pairKey = ({ one, other }: { one: string; other: string }): string => `${one} ${other}`;

/** Every mark of the book by pairKey. */
export const notDuplicates = (read: ReadDb): Map<string, NotDuplicate> =>
  new Map(read.all<NotDuplicate>('SELECT one, other, at, who, note FROM not_duplicate').map((mark) => [pairKey(mark), mark]));

/** Keeps the mark; false where it was there already. */
export const putNotDuplicate = (write: WriteDb, mark: NotDuplicate): boolean =>
  write.run('INSERT INTO not_duplicate (one, other, at, who, note) VALUES (:one, :other, :at, :who, :note) ON CONFLICT DO NOTHING', {
    ...mark,
  }).changes > 0;

/** Takes the mark back and tells what it was; undefined where there was none. */
export function takeNotDuplicate(write: WriteDb, { one, other }: { one: string; other: string }): NotDuplicate | undefined {
  const mark = write.get<NotDuplicate>('SELECT one, other, at, who, note FROM not_duplicate WHERE one = ? AND other = ?', [one, other]);
  if (mark) write.run('DELETE FROM not_duplicate WHERE one = ? AND other = ?', [one, other]);
  return mark;
}
