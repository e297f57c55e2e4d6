import type { Column } from '../../domain/bill/columns.ts';
import type { MeasureName } from '../../domain/formats/fields.ts';
import type { Period } from '../../domain/time/plain-date.ts';
import { fromBlocks } from '../blocks/answer.ts';
import { keyedMonths } from '../blocks/months.ts';
import type { ReadDb } from '../connection.ts';
import { sumRows } from '../exact-sum.ts';
import { MEASURE_COLUMNS } from '../measures.ts';
import { whereOfPeriods, type AnalysisScope } from './analysis-scope.ts';
import { scaledSum } from './analysis-sides.ts';
import { Binder } from './binder.ts';
import { groupKey, periodText, sqlColumn } from './bills-columns.ts';
import { NO_CURRENCY } from './bills-sums.ts';

export interface MonthSum {
  period: Period;
  currency: string;
  key: bigint | string | null;
  /** In 10^-10; null where no line has the measure. */
  sum: bigint | null;
  lines: number;
}

interface KeysOf {
  column: Column;
  keys: readonly (bigint | string | null)[];
}

/**
 * Sums by month and currency, and within them by one column where `of` names one: only of those keys, so that a column of a
 * hundred thousand values gives no more rows than are shown. No order.
 */
export function monthSums(read: ReadDb, scope: AnalysisScope, periods: readonly Period[], measure: MeasureName, of?: KeysOf): MonthSum[] {
  return fromBlocks(
    read,
    () => {
      const by = of ? [{ column: of.column, among: of.keys }] : [];
      const months = keyedMonths(read, scope, periods, measure, by);
      return months && months.map(({ keys, ...month }) => ({ ...month, key: keys[0] ?? null }));
    },
    () => plainMonths(read, scope, periods, measure, of),
  );
}

/** The same from the lines themselves. */
export function plainMonths(read: ReadDb, scope: AnalysisScope, periods: readonly Period[], measure: MeasureName, of?: KeysOf): MonthSum[] {
  const binder = new Binder();
  const key = of ? groupKey(binder, sqlColumn(of.column)) : 'NULL';
  const where = [whereOfPeriods(read, scope, periods, binder)];
  if (of) {
    const some = of.keys.filter((k) => k !== null);
    const among = `${key} IN ${some.length > 0 ? binder.list(some) : '(NULL)'}`;
    where.push(of.keys.includes(null) ? `(${among} OR ${key} IS NULL)` : among);
  }
  const rows = sumRows(
    read,
    (sum) => `
    SELECT g.*, (SELECT text FROM term WHERE id = g.currency) AS code FROM (
      SELECT l.period AS period, l.currency AS currency, ${key} AS k, COUNT(*) AS lines, ${sum(`l.${MEASURE_COLUMNS[measure]}`, 'm')}
      FROM bill_line l WHERE ${where.join(' AND ')} GROUP BY 1, 2, 3
    ) g`,
    binder.params,
  );
  return rows.map((row) => ({
    period: periodText(row['period'] as bigint),
    currency: typeof row['code'] === 'string' ? row['code'] : NO_CURRENCY,
    key: row['k'] ?? null,
    sum: scaledSum(row, 'm'),
    lines: Number(row['lines']),
  }));
}
