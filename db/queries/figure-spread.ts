import type { Column } from '../../domain/bill/columns.ts';
import { amount, type Amount } from '../../domain/money/amount.ts';
import { fromPair } from '../../domain/money/pair.ts';
import type { ReadDb } from '../connection.ts';
import { Binder } from './binder.ts';
import { sqlColumn } from './bills-columns.ts';
import { whereOf, type BillScope } from './bills-filter.ts';
import { remember } from './remember.ts';

export interface Spread {
  missing: number;
  least: Amount | null;
  greatest: Amount | null;
  parts: { from: Amount | null; to: Amount | null; lines: number }[];
}

/** Powers of ten at which a new part begins. */
const STEPS = [1n, 10n, 100n, 1000n, 10_000n] as const;
/** The store keeps ten decimals, so that nothing lies between one of these and the bound beside it. */
const LAST = 9_999_999_999n;

/** Bounds of the parts in their order, both inclusive; null: none. */
const PARTS: readonly (readonly [Amount | null, Amount | null])[] = [
  [null, amount('-0.0000000001')],
  [amount('0'), amount('0')],
  [amount('0.0000000001'), fromPair(STEPS[0] - 1n, LAST)],
  ...STEPS.map((step, i) => {
    const next = STEPS[i + 1];
    return [fromPair(step, 0n), next === undefined ? null : fromPair(next - 1n, LAST)] as const;
  }),
];

/** How the lines of a scope lie over a figure: by sign, and by powers of ten. Counts, and exact bounds. */
export function figureSpread(read: ReadDb, scope: BillScope, column: Extract<Column, { type: 'measure' | 'quantity' }>): Spread {
  return remember(read, `spread ${JSON.stringify([column, scope])}`, () => {
    const sql = sqlColumn(column);
    if (sql.type !== 'pair') throw new TypeError(`${column.name} is not a figure.`);
    const [u, f] = [`${sql.column}_u`, `${sql.column}_f`];
    const binder = new Binder();
    const where = whereOf(read, scope, binder);
    const sizes = STEPS.slice(1).map((step, i) => `WHEN ${u} < ${step} THEN ${i + 3}`);
    const rows = read.all<{ bucket: number | null; lines: number; low: number | null; high: number | null }>(
      `SELECT CASE WHEN ${u} IS NULL THEN NULL WHEN ${u} < 0 OR ${f} < 0 THEN 0 WHEN ${u} = 0 AND ${f} = 0 THEN 1 WHEN ${u} = 0 THEN 2
        ${sizes.join(' ')} ELSE ${STEPS.length + 2} END AS bucket, COUNT(*) AS lines, MIN(${u}) AS low, MAX(${u}) AS high
       FROM bill_line l WHERE ${where} GROUP BY bucket ORDER BY bucket`,
      binder.params,
    );
    const found = rows.filter((row) => row.bucket !== null);
    /** The least or greatest fraction among the lines with so many units makes the bound exact. */
    const bound = (units: number | null | undefined, pick: 'MIN' | 'MAX'): Amount | null => {
      if (units === null || units === undefined) return null;
      const own = new Binder();
      const among = `${whereOf(read, scope, own)} AND ${u} = ${own.bind(units)}`;
      const row = read.allBig<Record<string, bigint | string | null>>(
        `SELECT ${pick}(${f}) AS fraction FROM bill_line l WHERE ${among}`,
        own.params,
      )[0];
      return fromPair(BigInt(units), (row?.['fraction'] ?? 0n) as bigint);
    };
    return {
      missing: rows.find((row) => row.bucket === null)?.lines ?? 0,
      least: bound(found[0]?.low, 'MIN'),
      greatest: bound(found.at(-1)?.high, 'MAX'),
      parts: found.map((row) => ({ from: PARTS[row.bucket!]![0], to: PARTS[row.bucket!]![1], lines: row.lines })),
    };
  });
}
