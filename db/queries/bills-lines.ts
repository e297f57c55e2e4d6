import type { Column } from '../../domain/bill/columns.ts';
import { MEASURE_NAMES, TERM_NAMES, type MeasureName, type TermName } from '../../domain/formats/fields.ts';
import type { Amount } from '../../domain/money/amount.ts';
import { fromPair } from '../../domain/money/pair.ts';
import { fromEpochDay } from '../../domain/time/plain-date.ts';
import { fromBlocks } from '../blocks/answer.ts';
import { pageIds } from '../blocks/page.ts';
import type { ReadDb } from '../connection.ts';
import { MEASURE_COLUMNS, TERM_COLUMNS, vendorOf, type VendorName } from '../measures.ts';
import { Binder } from './binder.ts';
import { groupKey, groupText, periodText, sqlColumn } from './bills-columns.ts';
import { whereOf, type BillScope } from './bills-filter.ts';
import { NO_CURRENCY } from './bills-sums.ts';

export type BillLineRow = Record<MeasureName | 'usage' | 'unitPrice', Amount | null> &
  Record<Exclude<TermName, 'currency'>, string | null> & {
    id: number;
    batch: number;
    file: string;
    row: number;
    vendor: VendorName;
    period: string;
    date: string | null;
    currency: string;
    orderId: string | null;
  };

export interface LineSort {
  column: Column;
  descending: boolean;
}

/** Every column of the line, texts and file name looked up. */
const SELECT = [
  'l.id',
  'l.batch_id',
  'l.row',
  'l.vendor',
  'l.period',
  'l.date',
  'l.order_id',
  'b.file',
  ...TERM_NAMES.map((t) => `(SELECT text FROM term WHERE id = l.${TERM_COLUMNS[t]}) AS ${t}`),
  'l.usage_u',
  'l.usage_f',
  'l.unit_price_u AS unitPrice_u',
  'l.unit_price_f AS unitPrice_f',
  ...MEASURE_NAMES.flatMap((m) => [`l.${MEASURE_COLUMNS[m]}_u AS ${m}_u`, `l.${MEASURE_COLUMNS[m]}_f AS ${m}_f`]),
].join(', ');

function decode(row: Record<string, bigint | string | null>): BillLineRow {
  const pair = (name: string): Amount | null => {
    const units = row[`${name}_u`];
    return typeof units === 'bigint' ? fromPair(units, (row[`${name}_f`] ?? 0n) as bigint) : null;
  };
  const line: Record<string, unknown> = {
    id: Number(row['id']),
    batch: Number(row['batch_id']),
    file: row['file'],
    row: Number(row['row']),
    vendor: vendorOf(Number(row['vendor'])),
    period: periodText(row['period'] as bigint),
    date: row['date'] === null ? null : fromEpochDay(Number(row['date'])),
    orderId: row['order_id'],
    usage: pair('usage'),
    unitPrice: pair('unitPrice'),
  };
  for (const term of TERM_NAMES) line[term] = row[term];
  for (const measure of MEASURE_NAMES) line[measure] = pair(measure);
  line['currency'] ??= NO_CURRENCY;
  return line as BillLineRow;
}

/** One page of lines. The page's ids are found first; only they are read in full. Missing values sort last. */
export function billPage(read: ReadDb, scope: BillScope, sort: readonly LineSort[], offset: number, limit: number): BillLineRow[] {
  return fromBlocks(
    read,
    () => {
      const ids = pageIds(read, scope, sort, offset, limit);
      return ids && inOrderOf(read, ids);
    },
    () => plainPage(read, scope, sort, offset, limit),
  );
}

/** The same from the lines themselves. */
export function plainPage(read: ReadDb, scope: BillScope, sort: readonly LineSort[], offset: number, limit: number): BillLineRow[] {
  const binder = new Binder();
  const order = sort.flatMap(({ column, descending }) => {
    const sql = sqlColumn(column);
    const direction = `${descending ? 'DESC' : 'ASC'} NULLS LAST`;
    if (sql.type === 'pair') return [`${sql.column}_u ${direction}`, `${sql.column}_f ${direction}`];
    // Codes and days sort as they are; ids by their text.
    return [`${sql.type === 'inline' ? sql.column : groupText(sql, groupKey(binder, sql))} ${direction}`];
  });
  // Unsorted, and last of all, in the order of import.
  order.push('l.id');
  const ids = read
    .all<{ id: number }>(
      `SELECT l.id AS id FROM bill_line l WHERE ${whereOf(read, scope, binder)} ORDER BY ${order.join(', ')} LIMIT ${binder.bind(limit)} OFFSET ${binder.bind(offset)}`,
      binder.params,
    )
    .map((row) => row.id);
  return inOrderOf(read, ids);
}

function inOrderOf(read: ReadDb, ids: readonly number[]): BillLineRow[] {
  const lines = new Map(billLinesById(read, ids).map((line) => [line.id, line]));
  return ids.flatMap((id) => lines.get(id) ?? []);
}

/** The lines of those ids, live or superseded, in the order of their ids. */
export function billLinesById(read: ReadDb, ids: readonly number[]): BillLineRow[] {
  const rows = read.allBig<Record<string, bigint | string | null>>(
    `SELECT ${SELECT} FROM json_each(?) wanted CROSS JOIN bill_line l ON l.id = wanted.value CROSS JOIN batch b ON b.id = l.batch_id ORDER BY l.id`,
    [JSON.stringify(ids)],
  );
  return rows.map(decode);
}

/** A live or superseded line by its id. */
export const billLineById = (read: ReadDb, id: number): BillLineRow | undefined => billLinesById(read, [id])[0];

export interface LineSource {
  file: string;
  sha256: string;
  format: string;
  importedAt: string;
  row: number;
}

/** Where the line was read from. */
export const lineSource = (read: ReadDb, id: number): LineSource | undefined =>
  read.get<LineSource>(
    `SELECT b.file, s.sha256, b.format, b.imported_at AS importedAt, l.row
     FROM bill_line l JOIN batch b ON b.id = l.batch_id JOIN source s ON s.id = b.source_id WHERE l.id = ?`,
    [id],
  );
