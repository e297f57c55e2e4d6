import type { Column } from '../../domain/bill/columns.ts';
import { MEASURE_NAMES, type MeasureName } from '../../domain/formats/fields.ts';
import type { Amount } from '../../domain/money/amount.ts';
import { FRACTION_SCALE } from '../../domain/money/pair.ts';
import { fromBlocks } from '../blocks/answer.ts';
import { groupsOf } from '../blocks/groups.ts';
import type { ReadDb } from '../connection.ts';
import { sumOf, sumRows, sumSql, type BigRow } from '../exact-sum.ts';
import { MEASURE_COLUMNS } from '../measures.ts';
import { Binder } from './binder.ts';
import { whereOf, type BillScope } from './bills-filter.ts';
import { remember } from './remember.ts';

/** Exact sums of every measure; null where no line has the measure: missing is not zero. */
export type Sums = Record<MeasureName, Amount | null>;

/** The code that ISO 4217 keeps for "no currency"; only for lines whose source names none. */
export const NO_CURRENCY = 'XXX';

export type Sum = typeof sumSql;

/** `SUM` columns of every measure over `bill_line l`, each under the measure's name. */
export const sumColumns = (sum: Sum): string => MEASURE_NAMES.map((m) => sum(`l.${MEASURE_COLUMNS[m]}`, m)).join(', ');

export const sumsOf = (row: BigRow): Sums => Object.fromEntries(MEASURE_NAMES.map((m) => [m, sumOf(row, m)])) as Sums;

const HALF = 1_000_000n;

/** Sort terms that order rows of sums by a measure, exactly: carries are taken over, so that the parts compare one by one. */
export function sumOrder(measure: MeasureName, sum: Sum, direction: 'ASC' | 'DESC'): string {
  const split = sum !== sumSql;
  const floored = (value: string, base: bigint): { rest: string; carry: string } => {
    const rest = `((((${value}) % ${base}) + ${base}) % ${base})`;
    return { rest, carry: `(((${value}) - ${rest}) / ${base})` };
  };
  const fraction = floored(split ? `${measure}_fh * ${HALF} + ${measure}_f` : `${measure}_f`, FRACTION_SCALE);
  const units = `${measure}_u + ${fraction.carry}`;
  const low = floored(units, HALF);
  const parts = split ? [`${measure}_uh + ${low.carry}`, low.rest, fraction.rest] : [units, fraction.rest];
  return parts.map((part) => `${part} ${direction} NULLS LAST`).join(', ');
}

export interface Totals {
  lines: number;
  byCurrency: Record<string, Sums>;
  linesByCurrency: Record<string, number>;
}

const CURRENCY: Column = { type: 'dimension', name: 'currency' };
/** More than there are currencies. */
const MANY = 100_000;

/** Number of lines and exact sums per currency. */
export function billTotals(read: ReadDb, scope: BillScope): Totals {
  return remember(read, `totals ${JSON.stringify(scope)}`, () =>
    fromBlocks(
      read,
      () => {
        const groups = groupsOf(read, scope, [CURRENCY], MEASURE_NAMES, [], MANY);
        return groups && totalsOf(groups.map(({ values, lines, sums }) => ({ code: values[0] ?? null, lines, sums })));
      },
      () => plainTotals(read, scope),
    ),
  );
}

/** The same from the lines themselves. */
export function plainTotals(read: ReadDb, scope: BillScope): Totals {
  const binder = new Binder();
  const where = whereOf(read, scope, binder);
  const rows = sumRows(
    read,
    (sum) => `
    SELECT (SELECT text FROM term WHERE id = g.currency) AS code, g.* FROM (
      SELECT l.currency AS currency, COUNT(*) AS lines, ${sumColumns(sum)} FROM bill_line l WHERE ${where} GROUP BY l.currency
    ) g ORDER BY code NULLS LAST`,
    binder.params,
  );
  return totalsOf(rows.map((row) => ({ code: row['code'] as string | null, lines: Number(row['lines']), sums: sumsOf(row) })));
}

function totalsOf(rows: readonly { code: string | null; lines: number; sums: Sums }[]): Totals {
  const totals: Totals = { lines: 0, byCurrency: {}, linesByCurrency: {} };
  for (const { code, lines, sums } of rows) {
    totals.lines += lines;
    totals.linesByCurrency[code ?? NO_CURRENCY] = lines;
    totals.byCurrency[code ?? NO_CURRENCY] = sums;
  }
  return totals;
}
