import { amount, type Amount } from '../domain/money/amount.ts';
import type { BigRow } from './exact-sum.ts';

/** Decimals that a sum of amount texts keeps: ten of an amount, eight more where a vendor counts in small units. */
const DECIMALS = 18;
const BILLION = 1_000_000_000n;

/**
 * SQL for the exact sum of a column of amount texts (lists keep figures as text). Units and fraction are each added in two
 * halves of nine digits, which no number of rows overflows. `value` is SQL; null where no row has a figure.
 */
export function textSumSql(value: string, alias: string): string {
  const [units, high, low] = textParts(value);
  return [
    `SUM(${units} / ${BILLION}) AS ${alias}_uh`,
    `SUM(${units} % ${BILLION}) AS ${alias}_ul`,
    `SUM(${high}) AS ${alias}_fh`,
    `SUM(${low}) AS ${alias}_fl`,
  ].join(', ');
}

/** SQL of the numbers that amount texts sort by: units, then the digits behind the point with the amount's sign. */
export function textParts(value: string): [units: string, high: string, low: string] {
  const digits = `(CASE instr(${value}, '.') WHEN 0 THEN '' ELSE substr(${value}, instr(${value}, '.') + 1) END || '${'0'.repeat(DECIMALS)}')`;
  const sign = `(CASE WHEN ${value} LIKE '-%' THEN -1 ELSE 1 END)`;
  return [
    `CAST(${value} AS INTEGER)`,
    `${sign} * CAST(substr(${digits}, 1, 9) AS INTEGER)`,
    `${sign} * CAST(substr(${digits}, 10, 9) AS INTEGER)`,
  ];
}

/** Reads the sum back; the row comes from allBig(). Null where nothing was added. */
export function textSumOf(row: BigRow, alias: string): Amount | null {
  const part = (name: string): bigint | null => {
    const value = row[`${alias}_${name}`];
    return typeof value === 'bigint' ? value : null;
  };
  const [uh, ul, fh, fl] = [part('uh'), part('ul'), part('fh'), part('fl')];
  if (uh === null || ul === null || fh === null || fl === null) return null;
  const total = (uh * BILLION + ul) * BILLION * BILLION + fh * BILLION + fl;
  const digits = (total < 0n ? -total : total).toString().padStart(DECIMALS + 1, '0');
  return amount(`${total < 0n ? '-' : ''}${digits.slice(0, -DECIMALS)}.${digits.slice(-DECIMALS)}`);
}
