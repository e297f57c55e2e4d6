import { filterAmount, type Condition } from '../../domain/bill/filter.ts';
import { unwrap } from '../../domain/result.ts';
import type { Period } from '../../domain/time/plain-date.ts';
import type { ReadDb } from '../connection.ts';
import { KIND_CODES } from '../measures.ts';
import type { Binder } from './binder.ts';
import { periodCode, sqlColumn, type SqlColumn } from './bills-columns.ts';
import { remember } from './remember.ts';

/** Which live lines a query is about. */
export interface BillScope {
  period: Period | null;
  /** First and last billing cycle of a range, both inclusive; beside `period`, all of them hold. */
  from?: Period | null;
  to?: Period | null;
  where: readonly Condition[];
  hideZero: boolean;
  search: string;
  kind: keyof typeof KIND_CODES;
  ids?: readonly number[] | null;
}

export const EVERYTHING: BillScope = { period: null, where: [], hideZero: false, search: '', kind: 'detail' };

/** The WHERE clause over `bill_line l`; superseded lines are never in it, and those of undone batches are gone. */
export function whereOf(read: ReadDb, scope: BillScope, binder: Binder): string {
  const parts = [`l.kind = ${KIND_CODES[scope.kind]}`, 'l.superseded_by IS NULL'];
  if (scope.period) parts.push(periodSql(read, scope, periodCode(scope.period), binder));
  if (scope.from) parts.push(`l.period >= ${binder.bind(periodCode(scope.from))}`);
  if (scope.to) parts.push(`l.period <= ${binder.bind(periodCode(scope.to))}`);
  if (scope.ids) parts.push(`l.id IN (SELECT value FROM json_each(${binder.bind(JSON.stringify(scope.ids))}))`);
  for (const condition of scope.where) parts.push(conditionSql(condition, binder));
  if (scope.hideZero)
    parts.push(
      'NOT (COALESCE(l.payable_u, 0) = 0 AND COALESCE(l.payable_f, 0) = 0 AND COALESCE(l.list_price_u, 0) = 0 AND COALESCE(l.list_price_f, 0) = 0)',
    );
  const search = scope.search.trim();
  if (search) {
    // Resource ids and names repeat over many lines: search the distinct texts once.
    const pattern = binder.anywhere(search);
    const found = `(SELECT id FROM term WHERE text LIKE ${pattern})`;
    parts.push(`(l.resource_id IN ${found} OR l.resource_name IN ${found} OR l.order_id LIKE ${pattern})`);
  }
  return parts.join(' AND ');
}

/**
 * A month lies together in the table, as it was imported: reading from its first line to its last is six times faster than
 * following the index of periods from row to row. The index is better for one product type, and for months strewn about.
 */
function periodSql(read: ReadDb, scope: BillScope, period: number, binder: Binder): string {
  const plain = `l.period = ${binder.bind(period)}`;
  if (scope.ids || scope.where.some((c) => c.op === 'is' && c.column.name === 'productType')) return plain;
  const span = remember(read, `span ${period} ${scope.kind}`, () =>
    read.get<{ first: number | null; last: number | null; lines: number }>(
      'SELECT MIN(id) AS first, MAX(id) AS last, COUNT(*) AS lines FROM bill_line WHERE period = ? AND kind = ?',
      [period, KIND_CODES[scope.kind]],
    )!,
  );
  if (span.first === null || span.last === null || span.last - span.first > 6 * span.lines) return plain;
  return `+${plain} AND l.id BETWEEN ${binder.bind(span.first)} AND ${binder.bind(span.last)}`;
}

/** What a condition asks for: “is nothing” is `missing`. */
export function opOf(condition: Condition): Condition['op'] {
  const empty = condition.values.length === 1 && condition.values[0] === '';
  return empty && condition.op === 'is' ? 'missing' : empty && condition.op === 'isNot' ? 'present' : condition.op;
}

function conditionSql(condition: Condition, binder: Binder): string {
  const column = sqlColumn(condition.column);
  const op = opOf(condition);
  if (column.type === 'pair') return pairSql(condition, op, column.column, binder);
  if (column.type === 'inline') return inlineSql(condition, op, column, binder);
  return termSql(condition, op, column, binder);
}

/** Which texts a condition is about, as SQL over `term`; `negated`: lines of every other text, and of none. */
export function termPredicate(
  text: string,
  op: Condition['op'],
  values: readonly string[],
  binder: Binder,
): { predicate: string; negated: boolean } {
  switch (op) {
    case 'missing':
    case 'present':
      return { predicate: `${text} IS NOT NULL`, negated: op === 'missing' };
    case 'contains':
      return { predicate: `${text} LIKE ${binder.anywhere(values[0]!)}`, negated: false };
    case 'atLeast':
      return { predicate: `${text} >= ${binder.bind(values[0]!)}`, negated: false };
    case 'atMost':
      return { predicate: `${text} <= ${binder.bind(values[0]!)}`, negated: false };
    case 'is':
    case 'in':
    case 'isNot':
      return { predicate: `${text} IN ${binder.list(values)}`, negated: op === 'isNot' };
  }
}

function termSql({ values }: Condition, op: Condition['op'], column: Extract<SqlColumn, { type: 'term' }>, binder: Binder): string {
  const derived = column.of(binder, 'text');
  if (derived === null) {
    if (op === 'missing') return `${column.column} IS NULL`;
    if (op === 'present') return `${column.column} IS NOT NULL`;
    // A single plain text becomes one id, which an index can look up.
    if ((op === 'is' || op === 'in') && values.length === 1)
      return `${column.column} = (SELECT id FROM term WHERE text = ${binder.bind(values[0]!)})`;
  }
  const { predicate, negated } = termPredicate(derived ?? 'text', op, values, binder);
  const among = `${column.column} IN (SELECT id FROM term WHERE ${predicate})`;
  return negated ? `(${column.column} IS NULL OR NOT ${among})` : among;
}

function inlineSql({ values }: Condition, op: Condition['op'], column: Extract<SqlColumn, { type: 'inline' }>, binder: Binder): string {
  const value = (text: string): string => binder.bind(column.parse(text));
  const list = (): string => `(${values.map(value).join(', ')})`;
  switch (op) {
    case 'missing':
      return `${column.column} IS NULL`;
    case 'present':
      return `${column.column} IS NOT NULL`;
    case 'contains':
      return `${column.print(column.column)} LIKE ${binder.anywhere(values[0]!)}`;
    case 'atLeast':
      return `${column.column} >= ${value(values[0]!)}`;
    case 'atMost':
      return `${column.column} <= ${value(values[0]!)}`;
    case 'isNot':
      return `(${column.column} IS NULL OR ${column.column} NOT IN ${list()})`;
    case 'is':
    case 'in':
      return values.length === 1 ? `${column.column} = ${value(values[0]!)}` : `${column.column} IN ${list()}`;
  }
}

/** Units and fraction of one line have the same sign, so that comparing them one after the other is exact. */
function pairSql({ column: { name }, values }: Condition, op: Condition['op'], column: string, binder: Binder): string {
  const pair = (text: string): string => {
    const { units, fraction } = unwrap(filterAmount(name, text));
    return `(${binder.bind(units)}, ${binder.bind(fraction)})`;
  };
  const line = `(${column}_u, ${column}_f)`;
  const any = (): string => (values.length ? `(${values.map((v) => `${line} = ${pair(v)}`).join(' OR ')})` : '0');
  switch (op) {
    case 'missing':
      return `${column}_u IS NULL`;
    case 'present':
      return `${column}_u IS NOT NULL`;
    case 'atLeast':
      return `${line} >= ${pair(values[0]!)}`;
    case 'atMost':
      return `${line} <= ${pair(values[0]!)}`;
    case 'isNot':
      return `(${column}_u IS NULL OR NOT ${any()})`;
    case 'is':
    case 'in':
      return any();
    case 'contains':
      throw new TypeError('“contains” does not apply to amounts.');
  }
}
