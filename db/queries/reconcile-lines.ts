import type { MeasureName } from '../../domain/formats/fields.ts';
import type { Amount } from '../../domain/money/amount.ts';
import { FRACTION_SCALE, fromPair } from '../../domain/money/pair.ts';
import { fromBlocks, rowsOf } from '../blocks/answer.ts';
import { testsOfSet } from '../blocks/keyed.ts';
import { orderCodes } from '../blocks/order-codes.ts';
import { blockSets, segmentsOf } from '../blocks/store.ts';
import { moneyTest } from '../blocks/tests.ts';
import type { ReadDb } from '../connection.ts';
import { differingKeys, keyedLineIds, type LineSet, type Side } from './keyed-sums.ts';

/** Lines of one vendor, period and currency. */
export interface LineScope {
  period: number;
  vendor: number;
  currency: string;
}

const setOf = ({ period, vendor, currency }: LineScope, kinds: readonly number[]): LineSet => ({
  periods: [period],
  vendor,
  currency,
  kinds,
});

export interface OrderDifference {
  orderId: string | null;
  statement: Amount;
  detail: Amount;
  lines: number;
}

/** Orders and transactions whose lines in the statement and in the details do not add up to the same; the largest difference first. */
export function orderDifferences(
  read: ReadDb,
  scope: LineScope,
  measures: readonly MeasureName[],
  limit: number,
): { orders: OrderDifference[]; lines: number } {
  const side = (kind: number): Side => ({ set: setOf(scope, [kind]), amounts: [measures] });
  const { keys, lines } = differingKeys(read, side(1), side(0), ['orderId'], { limit });
  return {
    orders: keys.map(({ keys: [orderId], left, right }) => ({
      orderId: orderId ?? null,
      statement: fromPair(0n, left.sums[0] ?? 0n),
      detail: fromPair(0n, right.sums[0] ?? 0n),
      lines: left.lines + right.lines,
    })),
    lines,
  };
}

/** Ids of the lines of those orders, in the statement and in the details. */
export const orderLineIds = (read: ReadDb, scope: LineScope, orders: readonly (string | null)[], limit: number): number[] =>
  [0, 1]
    .flatMap(
      (kind) =>
        keyedLineIds(
          read,
          setOf(scope, [kind]),
          ['orderId'],
          orders.map((order) => [order]),
          limit,
        ).ids,
    )
    .slice(0, limit);

/** Ids of the first detail lines whose payable is exactly the amount (10^-10) or its negative, and how many there are. */
export const payableLineIds = (read: ReadDb, scope: LineScope, amount: bigint, limit: number): { ids: number[]; count: number } =>
  fromBlocks(
    read,
    () => blockPayables(read, scope, amount, limit),
    () => plainPayables(read, scope, amount, limit),
  );

function blockPayables(read: ReadDb, scope: LineScope, amount: bigint, limit: number): { ids: number[]; count: number } | null {
  const sets = blockSets(read);
  if (!sets) return null;
  const tests = [...testsOfSet(read, setOf(scope, [0]), orderCodes(read)), moneyTest('payable', { op: 'in', among: [amount, -amount] })];
  const found = { ids: [] as number[], count: 0 };
  for (const set of sets)
    for (const segment of segmentsOf(read, set)) {
      const { at, count } = rowsOf(segment, tests);
      for (let k = 0; k < count && found.ids.length < limit; k++) found.ids.push(segment.firstId + at[k]!);
      found.count += count;
    }
  return found;
}

/** The same from the lines themselves. */
export function plainPayables(read: ReadDb, scope: LineScope, amount: bigint, limit: number): { ids: number[]; count: number } {
  const rows = read.all<{ id: number; count: number }>(
    `SELECT l.id AS id, COUNT(*) OVER () AS count FROM bill_line l
     WHERE l.period = :period AND l.vendor = :vendor AND l.currency IS (SELECT id FROM term WHERE text = :currency) AND l.superseded_by IS NULL AND l.kind = 0
       AND ((l.payable_u = :units AND l.payable_f = :fraction) OR (l.payable_u = -:units AND l.payable_f = -:fraction)) ORDER BY l.id LIMIT :limit`,
    { ...scope, units: amount / FRACTION_SCALE, fraction: amount % FRACTION_SCALE, limit },
  );
  return { ids: rows.map((row) => row.id), count: rows[0]?.count ?? 0 };
}
