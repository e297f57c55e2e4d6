import { fromPair } from '../domain/money/pair.ts';
import type { Amount } from '../domain/money/amount.ts';
import type { Params, ReadDb } from './connection.ts';

/** SQL for the exact sum of a money column; read back with sumOf. Null where no line has the column. */
export const sumSql = (column: string, alias: string): string => `SUM(${column}_u) AS ${alias}_u, SUM(${column}_f) AS ${alias}_f`;

/** The same in two halves each, for sums that pass 64 bits. */
const splitSql = (column: string, alias: string): string =>
  `SUM(${column}_u / 1000000) AS ${alias}_uh, SUM(${column}_u % 1000000) AS ${alias}_u, SUM(${column}_f / 1000000) AS ${alias}_fh, SUM(${column}_f % 1000000) AS ${alias}_f`;

export type BigRow = Record<string, bigint | string | null>;

export function sumOf(row: BigRow, alias: string): Amount | null {
  const units = row[`${alias}_u`];
  const fraction = row[`${alias}_f`];
  if (typeof units !== 'bigint' || typeof fraction !== 'bigint') return null;
  const high = row[`${alias}_uh`];
  const highFraction = row[`${alias}_fh`];
  return fromPair(
    units + (typeof high === 'bigint' ? high * 1_000_000n : 0n),
    fraction + (typeof highFraction === 'bigint' ? highFraction * 1_000_000n : 0n),
  );
}

/**
 * Runs a query of exact sums. SQLite adds 64-bit integers and reports an overflow instead of losing digits; then the
 * same query runs with every sum in two halves.
 */
export function sumRows(read: ReadDb, sql: (sum: (column: string, alias: string) => string) => string, params: Params): BigRow[] {
  try {
    return read.allBig<BigRow>(sql(sumSql), params);
  } catch (error) {
    if (!(error instanceof Error) || !error.message.includes('integer overflow')) throw error;
    return read.allBig<BigRow>(sql(splitSql), params);
  }
}
