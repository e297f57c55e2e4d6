import type { Amount } from '../../domain/money/amount.ts';
import type { TierKey, TierTable } from '../../domain/reconcile/tiers.ts';
import { MEASURE_COLUMNS, TERM_COLUMNS } from '../measures.ts';
import type { ReadDb } from '../connection.ts';
import { sumOf, sumRows } from '../exact-sum.ts';
import type { LineScope } from './reconcile-lines.ts';

/** The month's lines of a price table; `without`: bill types that are no use. */
export interface TierScope extends LineScope {
  table: Pick<TierTable, 'match' | 'charge'>;
  without: readonly string[];
}
/** Lines of one printed unit. `bare` lines lack the quantity or the charge. */
export interface TierSums {
  unit: string | null;
  bare: boolean;
  lines: number;
  usage: Amount | null;
  charge: Amount | null;
}

function whereOf({ table, without, period, vendor, currency }: TierScope): { sql: string; params: Record<string, string | number> } {
  const params: Record<string, string | number> = { period, vendor, currency, without: JSON.stringify(without) };
  const terms = (Object.entries(table.match) as [TierKey, string | null][]).flatMap(([key, text]) => {
    if (text === null) return [];
    params[key] = text;
    return [`AND l.${TERM_COLUMNS[key]} = (SELECT id FROM term WHERE text = :${key})`];
  });
  const sql = `l.period = :period AND l.kind = 0 AND l.vendor = :vendor AND l.currency IS (SELECT id FROM term WHERE text = :currency)
    AND l.superseded_by IS NULL ${terms.join(' ')}
    AND (l.bill_type IS NULL OR l.bill_type NOT IN (SELECT id FROM term WHERE text IN (SELECT value FROM json_each(:without))))`;
  return { sql, params };
}

/** Exact quantities and charges, unit by unit. */
export function tierSums(read: ReadDb, scope: TierScope): TierSums[] {
  const { sql: where, params } = whereOf(scope);
  const charge = `l.${MEASURE_COLUMNS[scope.table.charge]}`;
  const rows = sumRows(
    read,
    (sum) => `SELECT (SELECT text FROM term WHERE id = l.usage_unit) AS unit, (l.usage_u IS NULL OR ${charge}_u IS NULL) AS bare,
        COUNT(*) AS lines, ${sum('l.usage', 'usage')}, ${sum(charge, 'charge')}
      FROM bill_line l WHERE ${where} GROUP BY l.usage_unit, bare ORDER BY lines DESC, unit`,
    params,
  );
  return rows.map((row) => ({
    unit: row['unit'] as string | null,
    bare: row['bare'] === 1n,
    lines: Number(row['lines']),
    usage: sumOf(row, 'usage'),
    charge: sumOf(row, 'charge'),
  }));
}

/** Ids of those of the lines that have a quantity and a charge, in their order. */
export function tierLineIds(read: ReadDb, scope: TierScope, limit: number): number[] {
  const { sql: where, params } = whereOf(scope);
  return read
    .all<{ id: number }>(
      `SELECT l.id AS id FROM bill_line l WHERE ${where} AND l.usage_u IS NOT NULL AND l.${MEASURE_COLUMNS[scope.table.charge]}_u IS NOT NULL
       ORDER BY l.id LIMIT :limit`,
      { ...params, limit },
    )
    .map((row) => row.id);
}
