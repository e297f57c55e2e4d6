import type { MeasureName } from '../../domain/formats/fields.ts';
import { add, type Amount } from '../../domain/money/amount.ts';
import { fromPair } from '../../domain/money/pair.ts';
import { round } from '../../domain/money/rounding.ts';
import type { ReadDb } from '../connection.ts';
import { MEASURE_COLUMNS } from '../measures.ts';
import { differsSql } from './reconcile-identities.ts';

/** Lines of one vendor, period and currency. */
export interface LineScope {
  period: number;
  vendor: number;
  currency: string;
}

const WHERE =
  'l.period = :period AND l.vendor = :vendor AND l.currency IS (SELECT id FROM term WHERE text = :currency) AND l.superseded_by IS NULL';
const summed = (measures: readonly MeasureName[], part: 'u' | 'f'): string =>
  `(${measures.map((m) => `COALESCE(l.${MEASURE_COLUMNS[m]}_${part}, 0)`).join(' + ')})`;

export interface OrderDifference {
  orderId: string | null;
  statement: Amount;
  detail: Amount;
  lines: number;
}

/** Orders and transactions whose lines in the statement and in the details do not add up to the same. */
export function orderDifferences(
  read: ReadDb,
  scope: LineScope,
  measures: readonly MeasureName[],
  limit: number,
): { orders: OrderDifference[]; lines: number } {
  const [u, f] = [summed(measures, 'u'), summed(measures, 'f')];
  const rows = read.allBig<{ order_id: string | null; su: bigint; sf: bigint; du: bigint; df: bigint; lines: bigint; all_lines: bigint }>(
    `SELECT *, SUM(lines) OVER () AS all_lines FROM (
       SELECT l.order_id AS order_id, COUNT(*) AS lines,
         SUM(CASE l.kind WHEN 1 THEN ${u} ELSE 0 END) AS su, SUM(CASE l.kind WHEN 1 THEN ${f} ELSE 0 END) AS sf,
         SUM(CASE l.kind WHEN 0 THEN ${u} ELSE 0 END) AS du, SUM(CASE l.kind WHEN 0 THEN ${f} ELSE 0 END) AS df
       FROM bill_line l WHERE ${WHERE} GROUP BY l.order_id
     ) WHERE ${differsSql('su - du', 'sf - df')} ORDER BY order_id LIMIT :limit`,
    { ...scope, limit },
  );
  return {
    orders: rows.map((r) => ({
      orderId: r.order_id,
      statement: fromPair(r.su, r.sf),
      detail: fromPair(r.du, r.df),
      lines: Number(r.lines),
    })),
    lines: Number(rows[0]?.all_lines ?? 0n),
  };
}

/** Ids of the lines of those orders, details first. */
export const orderLineIds = (read: ReadDb, scope: LineScope, orders: readonly (string | null)[], limit: number): number[] =>
  read
    .all<{ id: number }>(
      `SELECT l.id AS id FROM bill_line l WHERE ${WHERE} AND (l.order_id IN (SELECT value FROM json_each(:orders)) OR (:unnamed AND l.order_id IS NULL))
     ORDER BY l.kind, l.id LIMIT :limit`,
      { ...scope, orders: JSON.stringify(orders.filter((o) => o !== null)), unnamed: orders.includes(null) ? 1 : 0, limit },
    )
    .map((row) => row.id);

/**
 * Sum of the measures of the detail lines, each group first cut toward zero to `places` decimals. `line`: every settlement by
 * itself; `specification`: pay-per-use and spot by specification and usage type, everything else by order (Huawei Cloud billing
 * guide 7.2.2.2, April 2020 to May 2021).
 */
export function cutSum(
  read: ReadDb,
  scope: LineScope,
  by: 'line' | 'specification',
  measures: readonly MeasureName[],
  places: number,
): { total: Amount; groups: number } {
  const usage =
    "(SELECT text LIKE '按需%' OR text LIKE '竞价%' OR text LIKE 'Pay-per-use%' OR text LIKE 'Spot%' FROM term WHERE id = l.billing_mode)";
  const groups =
    by === 'line'
      ? 'l.id'
      : `${usage}, l.product_type, l.product, l.spec, l.usage_type, CASE WHEN ${usage} THEN NULL ELSE COALESCE(l.order_id, l.id) END`;
  const rows = read.allBig<{ u: bigint; f: bigint }>(
    `SELECT SUM(${summed(measures, 'u')}) AS u, SUM(${summed(measures, 'f')}) AS f FROM bill_line l WHERE ${WHERE} AND l.kind = 0 GROUP BY ${groups}`,
    { ...scope },
  );
  return {
    total: rows.reduce<Amount>((total, r) => add(total, round(fromPair(r.u, r.f), { mode: 'truncate', places })), '0'),
    groups: rows.length,
  };
}

/** Ids of the detail lines whose payable is exactly the amount or its negative. */
export const payableLineIds = (
  read: ReadDb,
  scope: LineScope,
  units: bigint,
  fraction: bigint,
  limit: number,
): { ids: number[]; count: number } => {
  const rows = read.all<{ id: number; count: number }>(
    `SELECT l.id AS id, COUNT(*) OVER () AS count FROM bill_line l WHERE ${WHERE} AND l.kind = 0
       AND ((l.payable_u = :units AND l.payable_f = :fraction) OR (l.payable_u = -:units AND l.payable_f = -:fraction)) ORDER BY l.id LIMIT :limit`,
    { ...scope, units, fraction, limit },
  );
  return { ids: rows.map((r) => r.id), count: rows[0]?.count ?? 0 };
};
