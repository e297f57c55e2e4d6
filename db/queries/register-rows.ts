import type { RegisterColumn, RegisterList } from '../../domain/registers/index.ts';
import type { ReadDb } from '../connection.ts';
import { vendorOf, type VendorName } from '../measures.ts';
import { textParts } from '../text-sum.ts';
import { Binder } from './binder.ts';
import { clockSql, fieldSql, FROM, registerWhere, type RegisterScope } from './register-scope.ts';

export interface StoredRegisterRow {
  id: number;
  batch: number;
  file: string;
  format: string;
  row: number;
  register: string;
  vendor: VendorName;
  currency: string | null;
  content: number;
  /** Canonical names and exact text; instants in UTC. */
  data: Record<string, string | null>;
}

export interface RegisterSort {
  column: RegisterColumn;
  descending: boolean;
}

const SELECT = 'r.id, r.batch_id AS batch, b.file, b.format, r.row, r.register, r.vendor, r.currency, r.content, r.data';
/** Columns of the row itself. */
const OWN: Readonly<Record<string, string>> = {
  vendor: 'r.vendor',
  currency: 'r.currency',
  file: 'b.file',
  row: 'r.row',
  batch: 'r.batch_id',
};

type Raw = Omit<StoredRegisterRow, 'vendor' | 'data'> & { vendor: number; data: string };

const decode = (raw: Raw): StoredRegisterRow => ({
  ...raw,
  vendor: vendorOf(raw.vendor),
  data: JSON.parse(raw.data) as StoredRegisterRow['data'],
});

/** What a column sorts by: figures as numbers, times by their vendor's clock. */
function sortKeys(list: RegisterList, column: RegisterColumn): string[] {
  const own = list.columns.includes(column) ? undefined : OWN[column.name];
  if (own) return [own];
  const value = fieldSql(column.name);
  if (column.type === 'time') return [clockSql(list.kind, column.name)];
  if (column.type === 'count') return [`CAST(${value} AS INTEGER)`];
  return ['money', 'quantity', 'number'].includes(column.type) ? textParts(value) : [value];
}

/**
 * Ids of the rows of a list in their order, those from `offset` on; `limit` -1 is all. Missing values sort last; unsorted, and
 * last of all, in the order of import.
 */
export function registerIds(
  read: ReadDb,
  list: RegisterList,
  scope: RegisterScope,
  sort: readonly RegisterSort[],
  { offset = 0, limit = -1 }: { offset?: number; limit?: number } = {},
): number[] {
  const binder = new Binder();
  const order = sort.flatMap(({ column, descending }) => {
    const keys = sortKeys(list, column);
    return [`${keys[0]} IS NULL`, ...keys.map((key) => `${key} ${descending ? 'DESC' : 'ASC'}`)];
  });
  return read
    .all<{ id: number }>(
      `SELECT r.id FROM ${FROM} WHERE ${registerWhere(scope, binder)}
       ORDER BY ${[...order, 'r.id'].join(', ')} LIMIT ${binder.bind(limit)} OFFSET ${binder.bind(offset)}`,
      binder.params,
    )
    .map((row) => row.id);
}

/** The rows of those ids, live or superseded, in the order of the ids. */
export function registerRowsById(read: ReadDb, ids: readonly number[]): StoredRegisterRow[] {
  const rows = read.all<Raw>(
    `SELECT ${SELECT} FROM json_each(?) wanted CROSS JOIN register_row r ON r.id = wanted.value CROSS JOIN batch b ON b.id = r.batch_id`,
    [JSON.stringify(ids)],
  );
  const found = new Map(rows.map((row) => [row.id, decode(row)]));
  return ids.flatMap((id) => found.get(id) ?? []);
}

export const registerCount = (read: ReadDb, scope: RegisterScope): number => {
  const binder = new Binder();
  return read.get<{ n: number }>(`SELECT COUNT(*) AS n FROM ${FROM} WHERE ${registerWhere(scope, binder)}`, binder.params)!.n;
};
