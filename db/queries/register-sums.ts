import type { Register } from '../../domain/formats/format.ts';
import type { Amount } from '../../domain/money/amount.ts';
import type { RegisterList } from '../../domain/registers/index.ts';
import type { ReadDb } from '../connection.ts';
import type { BigRow } from '../exact-sum.ts';
import { vendorOf, type VendorName } from '../measures.ts';
import { textSumOf, textSumSql } from '../text-sum.ts';
import { Binder } from './binder.ts';
import { daySql, fieldSql, FROM, registerWhere, unitSql, type RegisterScope } from './register-scope.ts';

/** Unit → column → exact sum. Units are never added to one another; figures without any stand under the empty name. */
export type RegisterTotals = Record<string, Record<string, Amount>>;

/** Exact sums of the columns that add up, by currency or printed unit. */
export function registerTotals(read: ReadDb, list: RegisterList, scope: RegisterScope): RegisterTotals {
  const totals: RegisterTotals = {};
  const byUnit = Map.groupBy(
    list.columns.filter((column) => column.adds),
    unitSql,
  );
  for (const [unit, columns] of byUnit) {
    const binder = new Binder();
    const values = columns.map(({ name }, i) => `${fieldSql(name)} AS v${i}`).join(', ');
    const sums = columns.map(({ name }, i) => textSumSql(`v${i}`, name)).join(', ');
    // Materialised, so that each figure is taken out of its row once and not for every part of its sum.
    const rows = read.allBig<BigRow>(
      `WITH figures AS MATERIALIZED (SELECT ${unit} AS unit, ${values} FROM ${FROM} WHERE ${registerWhere(scope, binder)})
       SELECT unit, ${sums} FROM figures GROUP BY 1 ORDER BY COUNT(*) DESC, 1`,
      binder.params,
    );
    for (const row of rows)
      for (const { name } of columns) {
        const sum = textSumOf(row, name);
        if (sum !== null) (totals[typeof row['unit'] === 'string' ? row['unit'] : ''] ??= {})[name] = sum;
      }
  }
  return totals;
}

export interface RegisterGroup {
  vendor: VendorName;
  currency: string | null;
  state: string | null;
  account: string | null;
  rows: number;
  from: string | null;
  to: string | null;
}

/** The live rows of a kind counted by all that they are filtered by, with the first and last day of each group; one scan. */
export function registerGroups(read: ReadDb, list: RegisterList): RegisterGroup[] {
  const account = list.columns.some((column) => column.name === 'account') ? fieldSql('account') : 'NULL';
  const state = list.state === null ? 'NULL' : fieldSql(list.state);
  return read
    .all<Omit<RegisterGroup, 'vendor'> & { vendor: number }>(
      `SELECT r.vendor, r.currency, ${state} AS state, ${account} AS account, COUNT(*) AS rows, MIN(${daySql(list.kind)}) AS "from", MAX(${daySql(list.kind)}) AS "to"
       FROM ${FROM} WHERE r.register = ? AND r.superseded_by IS NULL GROUP BY 1, 2, 3, 4 ORDER BY 5 DESC`,
      [list.kind],
    )
    .map((group) => ({ ...group, vendor: vendorOf(group.vendor) }));
}

export interface RegisterBatch {
  batch: number;
  file: string;
  importedAt: string;
  /** Data of one of its rows: the keys are the columns that the file has. */
  data: string;
}

/** Active imports of lists of a kind that brought rows, the latest first. */
export const registerBatches = (read: ReadDb, kind: Register, formats: readonly string[]): RegisterBatch[] =>
  read.all(
    `SELECT b.id AS batch, b.file, b.imported_at AS importedAt, r.data
     FROM batch b JOIN register_row r ON r.id = (SELECT id FROM register_row WHERE batch_id = b.id AND register = ? LIMIT 1)
     WHERE b.state = 'active' AND b.format IN (${formats.map(() => '?').join(', ')}) ORDER BY b.id DESC`,
    [kind, ...formats],
  );
