import type { Period } from '../../domain/time/plain-date.ts';
import type { ReadDb } from '../connection.ts';
import { KIND_CODES } from '../measures.ts';
import type { Binder } from './binder.ts';
import { periodCode } from './bills-columns.ts';
import { whereOf, type BillScope } from './bills-filter.ts';
import { remember } from './remember.ts';

/** Which lines an analysis is about; the months are given beside it. */
export type AnalysisScope = Omit<BillScope, 'period' | 'ids'>;

export const periodList = (periods: readonly Period[]): string => `(${periods.map(periodCode).join(', ')})`;

/**
 * The WHERE clause over `bill_line l` for several months. Months lie together as they were imported, so that reading from
 * the first line of them to the last is quicker than following the index of periods; for months strewn about it is not.
 */
export function whereOfPeriods(
  read: ReadDb,
  scope: AnalysisScope & Pick<BillScope, 'ids'>,
  periods: readonly Period[],
  binder: Binder,
): string {
  const list = periodList(periods);
  const rest = whereOf(read, { ...scope, period: null }, binder);
  if (scope.ids) return `+l.period IN ${list} AND ${rest}`;
  const span = remember(read, `span ${list} ${scope.kind}`, () =>
    read.get<{ first: number | null; last: number | null; lines: number }>(
      `SELECT MIN(id) AS first, MAX(id) AS last, COUNT(*) AS lines FROM bill_line WHERE period IN ${list} AND kind = ?`,
      [KIND_CODES[scope.kind]],
    )!,
  );
  if (span.first === null || span.last === null || span.last - span.first > 6 * span.lines) return `l.period IN ${list} AND ${rest}`;
  return `+l.period IN ${list} AND l.id BETWEEN ${binder.bind(span.first)} AND ${binder.bind(span.last)} AND ${rest}`;
}
