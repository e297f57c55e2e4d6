import { isTerm, type MeasureName, type TermName } from '../../domain/formats/fields.ts';
import type { Amount } from '../../domain/money/amount.ts';
import type { ReadDb } from '../connection.ts';
import { sumOf, sumRows } from '../exact-sum.ts';
import { MEASURE_COLUMNS, TERM_COLUMNS } from '../measures.ts';
import { Binder } from './binder.ts';
import { groupKey, groupText, sqlColumn } from './bills-columns.ts';
import { whereOf, type BillScope } from './bills-filter.ts';
import type { LineSort } from './bills-lines.ts';
import { NO_CURRENCY } from './bills-sums.ts';

/** Rows handed over at a time: small enough that a page never holds the process up. */
const PAGE = 1000;

const PLAIN = {
  id: 'l.id',
  row: 'l.row',
  batch: 'l.batch_id',
  vendor: 'l.vendor',
  kind: 'l.kind',
  period: 'l.period',
  date: 'l.date',
  orderId: 'l.order_id',
} as const;

/** What of a line is read: one stored value, where a text is an id into `term`; or the two integers of an amount. */
export type LinePart = { value: keyof typeof PLAIN | TermName } | { pair: MeasureName | 'usage' | 'unitPrice' };

/** The values of the parts, one after the other; an amount takes two places. */
export type RawLine = readonly (number | string | null)[];

const valueSql = (name: keyof typeof PLAIN | TermName): string => (isTerm(name) ? `l.${TERM_COLUMNS[name]}` : PLAIN[name]);

function partSql(part: LinePart): string {
  if ('value' in part) return valueSql(part.value);
  const column = part.pair === 'usage' ? 'usage' : part.pair === 'unitPrice' ? 'unit_price' : MEASURE_COLUMNS[part.pair];
  return `l.${column}_u, l.${column}_f`;
}

/**
 * The scope's lines as they are stored, in pages: unsorted in the order of import, which is the order of their files; else as
 * screens sort them, missing values last. Ids stay ids and amounts integers: who writes a file turns each text into bytes once.
 */
export function rawLines(
  read: ReadDb,
  scope: BillScope,
  sort: readonly LineSort[],
  parts: readonly LinePart[],
): Iterable<readonly RawLine[]> {
  const columns = ['l.id', ...parts.map(partSql)].join(', ');
  return sort.length === 0 ? inOrder(read, scope, columns) : sorted(read, sortedIds(read, scope, sort), columns);
}

function* inOrder(read: ReadDb, scope: BillScope, columns: string): Generator<readonly RawLine[]> {
  // A page at a time is a sixth quicker than row by row; but what a filter looks up, it would look up for every page.
  if (scope.where.length === 0 && scope.search === '' && !scope.ids) return yield* byPages(read, scope, columns);
  const binder = new Binder();
  let page: RawLine[] = [];
  for (const row of read.iterateRaw<RawLine>(
    `SELECT ${columns} FROM bill_line l WHERE ${whereOf(read, scope, binder)} ORDER BY l.id`,
    binder.params,
  )) {
    page.push(row);
    if (page.length < PAGE) continue;
    yield page;
    page = [];
  }
  if (page.length > 0) yield page;
}

function* byPages(read: ReadDb, scope: BillScope, columns: string): Generator<readonly RawLine[]> {
  const binder = new Binder();
  const after = binder.bind(0).slice(1);
  const sql = `SELECT ${columns} FROM bill_line l WHERE ${whereOf(read, scope, binder)} AND l.id > :${after} ORDER BY l.id LIMIT ${PAGE}`;
  const next = read.pages<RawLine>(sql);
  for (let last = 0; ;) {
    const page = next({ ...binder.params, [after]: last });
    if (page.length > 0) yield page;
    if (page.length < PAGE) return;
    last = page.at(-1)![0] as number;
  }
}

/** The order is made of ids alone: sorting whole lines would take as much memory as they have bytes. */
function sortedIds(read: ReadDb, scope: BillScope, sort: readonly LineSort[]): number[] {
  const binder = new Binder();
  const order = sort.flatMap(({ column, descending }) => {
    const sql = sqlColumn(column);
    const direction = `${descending ? 'DESC' : 'ASC'} NULLS LAST`;
    if (sql.type === 'pair') return [`${sql.column}_u ${direction}`, `${sql.column}_f ${direction}`];
    return [`${sql.type === 'inline' ? sql.column : groupText(sql, groupKey(binder, sql))} ${direction}`];
  });
  const ids: number[] = [];
  for (const [id] of read.iterateRaw<readonly [number]>(
    `SELECT l.id FROM bill_line l WHERE ${whereOf(read, scope, binder)} ORDER BY ${[...order, 'l.id'].join(', ')}`,
    binder.params,
  ))
    ids.push(id);
  return ids;
}

function* sorted(read: ReadDb, ids: readonly number[], columns: string): Generator<readonly RawLine[]> {
  const sql = `SELECT ${columns} FROM json_each(?) wanted CROSS JOIN bill_line l ON l.id = wanted.value ORDER BY wanted.key`;
  for (let from = 0; from < ids.length; from += PAGE)
    yield [...read.iterateRaw<RawLine>(sql, [JSON.stringify(ids.slice(from, from + PAGE))])];
}

/** Number of the scope's lines and exact sums of what is payable, per currency; null where no line has it. */
export function payableTotals(read: ReadDb, scope: BillScope): { lines: number; byCurrency: Record<string, { payable: Amount | null }> } {
  const binder = new Binder();
  const where = whereOf(read, scope, binder);
  const rows = sumRows(
    read,
    (sum) => `
    SELECT (SELECT text FROM term WHERE id = g.currency) AS code, g.* FROM (
      SELECT l.currency AS currency, COUNT(*) AS lines, ${sum('l.payable', 'payable')} FROM bill_line l WHERE ${where} GROUP BY l.currency
    ) g ORDER BY code`,
    binder.params,
  );
  const entries = rows.map(
    (row) => [typeof row['code'] === 'string' ? row['code'] : NO_CURRENCY, { payable: sumOf(row, 'payable') }] as const,
  );
  return { lines: rows.reduce((n, row) => n + Number(row['lines']), 0), byCurrency: Object.fromEntries(entries) };
}

/** Place of a line's own id in every RawLine; the parts begin after it. */
export const FIRST_PART = 1;

/** The texts of those ids. */
export const termTexts = (read: ReadDb, ids: readonly number[]): { id: number; text: string }[] =>
  read.all<{ id: number; text: string }>(
    'SELECT t.id AS id, t.text AS text FROM json_each(?) wanted CROSS JOIN term t ON t.id = wanted.value',
    [JSON.stringify(ids)],
  );

/** Names of the files that batches were read from. */
export const batchFiles = (read: ReadDb, ids: readonly number[]): { id: number; text: string }[] =>
  read.all<{ id: number; text: string }>(
    'SELECT b.id AS id, b.file AS text FROM json_each(?) wanted CROSS JOIN batch b ON b.id = wanted.value',
    [JSON.stringify(ids)],
  );
