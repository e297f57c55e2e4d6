import type { Column } from '../../domain/bill/columns.ts';
import type { MeasureName } from '../../domain/formats/fields.ts';
import { FRACTION_SCALE } from '../../domain/money/pair.ts';
import type { Period } from '../../domain/time/plain-date.ts';
import { fromBlocks } from '../blocks/answer.ts';
import { sidesOf } from '../blocks/sides.ts';
import type { ReadDb, Value } from '../connection.ts';
import { sumRows, type BigRow } from '../exact-sum.ts';
import { MEASURE_COLUMNS } from '../measures.ts';
import { Binder } from './binder.ts';
import { periodList, whereOfPeriods, type AnalysisScope } from './analysis-scope.ts';
import { groupKey, groupText, sqlColumn } from './bills-columns.ts';
import { NO_CURRENCY } from './bills-sums.ts';

/** One group on two sides. Sums are exact, in 10^-10; null where no line of that side has the measure. */
export interface SideGroup {
  /** Ids, codes or texts in the order of the columns; `textsOf` makes them readable. */
  keys: (bigint | string | null)[];
  currency: string;
  before: bigint | null;
  now: bigint | null;
  linesBefore: number;
  linesNow: number;
}

export interface Sides {
  before: readonly Period[];
  now: readonly Period[];
}

/** Every group of the columns and currency with the measure of both sides. No order. */
export function sideGroups(
  read: ReadDb,
  scope: AnalysisScope,
  columns: readonly Column[],
  measure: MeasureName,
  sides: Sides,
): SideGroup[] {
  return fromBlocks(
    read,
    () => sidesOf(read, scope, columns, measure, sides),
    () => plainSides(read, scope, columns, measure, sides),
  );
}

/** The same from the lines themselves, in one reading of them. */
export function plainSides(
  read: ReadDb,
  scope: AnalysisScope,
  columns: readonly Column[],
  measure: MeasureName,
  sides: Sides,
): SideGroup[] {
  const binder = new Binder();
  const keys = columns.map((column, i) => `${groupKey(binder, sqlColumn(column))} AS k${i}`);
  const where = whereOfPeriods(read, scope, [...sides.before, ...sides.now], binder);
  const isNow = `l.period IN ${periodList(sides.now)}`;
  const pair = `l.${MEASURE_COLUMNS[measure]}`;
  const of = (side: string, test: string): string =>
    `CASE WHEN ${test} THEN ${pair}_u END AS ${side}_u, CASE WHEN ${test} THEN ${pair}_f END AS ${side}_f`;
  const by = [...columns.map((_, i) => `k${i}`), 'currency'].join(', ');
  const rows = sumRows(
    read,
    (sum) => `
    SELECT ${by}, COUNT(*) AS lines, SUM(is_now) AS lines_now, ${sum('before', 'before')}, ${sum('now', 'now')} FROM (
      SELECT ${[...keys, 'l.currency AS currency', `${isNow} AS is_now`, of('now', isNow), of('before', `NOT ${isNow}`)].join(', ')}
      FROM bill_line l WHERE ${where}
    ) GROUP BY ${by}`,
    binder.params,
  );
  const codes = new Map<unknown, string>();
  return rows.map((row) => {
    const currency = row['currency'] ?? null;
    let code = codes.get(currency);
    if (code === undefined) codes.set(currency, (code = currencyCode(read, currency as Value)));
    const linesNow = Number(row['lines_now']);
    return {
      keys: columns.map((_, i) => row[`k${i}`] ?? null),
      currency: code,
      before: scaledSum(row, 'before'),
      now: scaledSum(row, 'now'),
      linesBefore: Number(row['lines']) - linesNow,
      linesNow,
    };
  });
}

const currencyCode = (read: ReadDb, id: Value): string =>
  read.get<{ text: string }>('SELECT text FROM term WHERE id = ?', [id])?.text ?? NO_CURRENCY;

/** A sum of pairs, in whole or in two halves (exact-sum.ts), as one integer of 10^-10. */
export function scaledSum(row: BigRow, alias: string): bigint | null {
  const [units, fraction] = [row[`${alias}_u`], row[`${alias}_f`]];
  if (typeof units !== 'bigint' || typeof fraction !== 'bigint') return null;
  const half = (name: string): bigint => {
    const high = row[name];
    return typeof high === 'bigint' ? high * 1_000_000n : 0n;
  };
  return (units + half(`${alias}_uh`)) * FRACTION_SCALE + fraction + half(`${alias}_fh`);
}

/** The texts of group keys of one column, in their order; null where a key is missing. */
export function textsOf(read: ReadDb, column: Column, keys: readonly (bigint | string | null)[]): (string | null)[] {
  const text = groupText(sqlColumn(column), 'j.value');
  const rows = read.all<{ at: number; text: string | null }>(`SELECT j.key AS at, ${text} AS text FROM json_each(?) j`, [
    JSON.stringify(keys.map((k) => (typeof k === 'bigint' ? Number(k) : k))),
  ]);
  const texts = keys.map((): string | null => null);
  for (const { at, text } of rows) texts[at] = text;
  return texts;
}
