import type { Column, DimensionName } from '../../domain/bill/columns.ts';
import { isMeasure, isTerm } from '../../domain/formats/fields.ts';
import { refuse } from '../../domain/result.ts';
import { say } from '../../domain/words/said.ts';
import { parseDate, parsePeriod, toEpochDay } from '../../domain/time/plain-date.ts';
import type { Value } from '../connection.ts';
import { KIND_CODES, MEASURE_COLUMNS, TERM_COLUMNS, VENDOR_CODES } from '../measures.ts';
import type { Binder } from './binder.ts';

/** How SQL reads one column of `bill_line l`. Every text here is the program's own. */
export type SqlColumn =
  /** An id into term; `of` turns the term's text into the column's (the value of one tag). */
  | { type: 'term'; column: string; of: (binder: Binder, text: string) => string | null }
  /** A value in the line itself; `print` makes its text, `parse` its value. */
  | { type: 'inline'; column: string; print: (sql: string) => string; parse: (text: string) => Value }
  /** A pair of integers. */
  | { type: 'pair'; column: string };

const codes = (map: Readonly<Record<string, number>>): Pick<Extract<SqlColumn, { type: 'inline' }>, 'print' | 'parse'> => ({
  print: (sql) =>
    `CASE ${sql} ${Object.entries(map)
      .map(([name, code]) => `WHEN ${code} THEN '${name}'`)
      .join(' ')} END`,
  parse: (text) => {
    const name = text.trim().toLowerCase();
    return Object.hasOwn(map, name) ? map[name]! : badValue(text, `Use one of ${Object.keys(map).join(', ')}.`);
  },
});

function badValue(value: string, remedy: string): never {
  refuse('bills.filter', say`“${{ value: value.slice(0, 80) }}” is not a value of this column.`, { value: value.slice(0, 80), remedy });
}

const INLINE: Partial<Record<DimensionName, SqlColumn>> = {
  period: {
    type: 'inline',
    column: 'l.period',
    print: (sql) => `printf('%04d-%02d', ${sql} / 100, ${sql} % 100)`,
    parse: (text) => periodCode(parsePeriod(text.trim()).ok ? text.trim() : text.trim().slice(0, 7)),
  },
  date: {
    type: 'inline',
    column: 'l.date',
    print: (sql) => `date(${sql} * 86400, 'unixepoch')`,
    parse: (text) => {
      const date = parseDate(text.trim().slice(0, 10));
      return date.ok ? toEpochDay(date.value) : badValue(text, 'Write the date as YYYY-MM-DD.');
    },
  },
  vendor: { type: 'inline', column: 'l.vendor', ...codes(VENDOR_CODES) },
  kind: { type: 'inline', column: 'l.kind', ...codes(KIND_CODES) },
  batch: {
    type: 'inline',
    column: 'l.batch_id',
    print: (sql) => `CAST(${sql} AS TEXT)`,
    parse: (text) => (/^[0-9]{1,15}$/.test(text.trim()) ? Number(text.trim()) : badValue(text, 'Give the number of the batch.')),
  },
  orderId: { type: 'inline', column: 'l.order_id', print: (sql) => sql, parse: (text) => text },
};

/** YYYYMM of a period, as the store keeps it; refuses what is none. */
export function periodCode(period: string): number {
  const parsed = parsePeriod(period);
  if (!parsed.ok) return badValue(period, 'Write the period as YYYY-MM.');
  return Number(parsed.value.replace('-', ''));
}

export const periodText = (code: number | bigint): string => `${String(code).slice(0, 4)}-${String(code).slice(4)}`;

const asItIs = (): null => null;
const plainTerm = (column: string): SqlColumn => ({ type: 'term', column: `l.${column}`, of: asItIs });

export function sqlColumn(column: Column): SqlColumn {
  if (column.type === 'tag') {
    // The value between `;key:` and the next `;` of the tags, framed by semicolons.
    const of = (binder: Binder, text: string): string => {
      const head = binder.bind(`;${column.key}:`);
      const from = `substr(';' || ${text} || ';', instr(';' || ${text} || ';', ${head}) + length(${head}))`;
      return `CASE WHEN instr(';' || ${text} || ';', ${head}) > 0 THEN substr(${from}, 1, instr(${from}, ';') - 1) END`;
    };
    return { type: 'term', column: `l.${TERM_COLUMNS.tags}`, of };
  }
  if (column.type === 'quantity') return { type: 'pair', column: column.name === 'usage' ? 'l.usage' : 'l.unit_price' };
  if (isMeasure(column.name)) return { type: 'pair', column: `l.${MEASURE_COLUMNS[column.name]}` };
  if (isTerm(column.name)) return plainTerm(TERM_COLUMNS[column.name]);
  return INLINE[column.name as DimensionName]!;
}

/** What lines are grouped by: an id, a code or a text. */
export function groupKey(binder: Binder, column: SqlColumn): string {
  if (column.type === 'pair') throw new TypeError('Amounts cannot be grouped by.');
  if (column.type === 'inline') return column.column;
  const derived = column.of(binder, 'text');
  return derived === null ? column.column : `(SELECT ${derived} FROM term WHERE id = ${column.column})`;
}

/** The text of a group key. */
export function groupText(column: SqlColumn, key: string): string {
  if (column.type === 'inline') return `CASE WHEN ${key} IS NOT NULL THEN ${column.print(key)} END`;
  if (column.type === 'term' && column.of === asItIs) return `(SELECT text FROM term WHERE id = ${key})`;
  return key;
}
