import { columnOf, type Column } from '../../domain/bill/columns.ts';
import { unwrap } from '../../domain/result.ts';
import type { Period } from '../../domain/time/plain-date.ts';
import type { ReadDb } from '../connection.ts';
import { sqlColumn } from '../queries/bills-columns.ts';
import type { BillScope } from '../queries/bills-filter.ts';
import { NO_INT } from './int-block.ts';
import { codeTest, type LineTest } from './tests.ts';
import { readable, type ReadableColumn } from './texts.ts';

/** What SQL groups by (groupKey): an id, a code, or the text of one tag; null where it is missing. */
export type Key = bigint | string | null;

/** A column whose numbers are read as the keys that SQL gives. */
interface KeyColumn extends ReadableColumn {
  key(value: number): Key;
  /** Lines that have one of these keys. */
  among(keys: readonly Key[]): LineTest;
}

/** Null for columns that blocks do not hold as numbers: amounts, and order ids. */
export function keyColumn(read: ReadDb, column: Column): KeyColumn | null {
  const by = readable(read, column);
  if (!by) return null;
  if (column.type === 'tag') {
    const key = (value: number): Key => by.texts([value]).get(value) ?? null;
    const among = (keys: readonly Key[]): LineTest => {
      const wanted = new Set(keys);
      return codeTest(by.column, (value) => wanted.has(key(value)));
    };
    return { ...by, key, among };
  }
  // Codes of vendors, kinds, months and batches are never missing; 0 is one of them.
  const missing = sqlColumn(column).type === 'term' ? 0 : by.column === 'date' ? NO_INT : null;
  return {
    ...by,
    key: (value) => (value === missing ? null : BigInt(value)),
    among(keys) {
      const wanted = new Set(keys.map((key) => (key === null ? missing : Number(key))));
      return codeTest(by.column, (value) => wanted.has(value));
    },
  };
}

export const CURRENCY: Column = unwrap(columnOf('currency'));
export const PERIOD: Column = unwrap(columnOf('period'));

/** The scope over these months alone. */
export const inPeriods = (scope: Omit<BillScope, 'period' | 'ids'>, periods: readonly Period[]): BillScope => ({
  ...scope,
  period: null,
  where: [...scope.where, { column: PERIOD, op: 'in', values: periods }],
});
