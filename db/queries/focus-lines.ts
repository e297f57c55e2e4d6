import { MEASURE_NAMES } from '../../domain/formats/fields.ts';
import type { OwnField } from '../../domain/focus/own-columns.ts';
import type { ReadDb } from '../connection.ts';
import { MEASURE_COLUMNS, TERM_COLUMNS } from '../measures.ts';
import { Binder } from './binder.ts';
import { whereOf, type BillScope } from './bills-filter.ts';

/** The column of `bill_line` that holds a field, or its units. */
const COLUMN_OF: Readonly<Record<OwnField, string>> = {
  vendor: 'vendor',
  period: 'period',
  date: 'date',
  orderId: 'order_id',
  usage: 'usage_u',
  unitPrice: 'unit_price_u',
  ...TERM_COLUMNS,
  ...(Object.fromEntries(MEASURE_NAMES.map((m) => [m, `${MEASURE_COLUMNS[m]}_u`])) as Record<(typeof MEASURE_NAMES)[number], string>),
};

/** A batch with lines in the scope, and the fields that any of those lines has. */
export interface ScopeBatch {
  batch: number;
  fields: ReadonlySet<OwnField>;
}

/** The batches of a scope, oldest first, each with the fields that its lines fill there; one pass over the lines. */
export function batchesOfScope(read: ReadDb, scope: BillScope): ScopeBatch[] {
  const binder = new Binder();
  const fields = Object.entries(COLUMN_OF) as [OwnField, string][];
  const rows = read.all<Record<string, number | null>>(
    `SELECT l.batch_id AS batch, ${fields.map(([name, column]) => `MAX(l.${column} IS NOT NULL) AS "${name}"`).join(', ')}
     FROM bill_line l WHERE ${whereOf(read, scope, binder)} GROUP BY l.batch_id ORDER BY l.batch_id`,
    binder.params,
  );
  return rows.map((row) => ({ batch: row['batch']!, fields: new Set(fields.map(([name]) => name).filter((name) => row[name] === 1)) }));
}

/** Billing accounts that a vendor's lines of a month name, at most two: more than one names none. */
export const payersOf = (read: ReadDb, vendor: number, period: number): string[] =>
  read
    .all<{ text: string }>(
      `SELECT DISTINCT term.text FROM bill_line l JOIN term ON term.id = COALESCE(l.paying_account, l.account)
       WHERE l.period = ? AND l.vendor = ? AND l.kind = 0 AND l.superseded_by IS NULL LIMIT 2`,
      [period, vendor],
    )
    .map((row) => row.text);
