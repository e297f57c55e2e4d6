import type { Identity } from '../../domain/formats/format.ts';
import type { MeasureName } from '../../domain/formats/fields.ts';
import { FRACTION_SCALE, fromPair } from '../../domain/money/pair.ts';
import type { Amount } from '../../domain/money/amount.ts';
import type { ReadDb } from '../connection.ts';
import { MEASURE_COLUMNS, vendorOf, type VendorName } from '../measures.ts';
import { NO_CURRENCY } from './bills-sums.ts';
import { remember } from './remember.ts';

const column = (measure: MeasureName, part: 'u' | 'f'): string => `l.${MEASURE_COLUMNS[measure]}_${part}`;

/** True where the line has the left side and something of the right. */
const heldSql = (i: Identity): string =>
  `(${column(i.left, 'u')} IS NOT NULL AND COALESCE(${i.right.map((m) => column(m, 'u')).join(', ')}${i.right.length === 1 ? ', NULL' : ''}) IS NOT NULL)`;
const rightSql = (i: Identity, part: 'u' | 'f'): string => `(${i.right.map((m) => `COALESCE(${column(m, part)}, 0)`).join(' + ')})`;

/** True where units and fractions do not cancel out: exact, and within 64 bits for any amounts that a line can carry. */
export function differsSql(units: string, fraction: string): string {
  return `((${fraction}) % ${FRACTION_SCALE} <> 0 OR (${units}) + (${fraction}) / ${FRACTION_SCALE} <> 0)`;
}

/** True where the line breaks the identity. */
export const brokenSql = (i: Identity): string =>
  `(${heldSql(i)} AND ${differsSql(`${column(i.left, 'u')} - ${rightSql(i, 'u')}`, `${column(i.left, 'f')} - ${rightSql(i, 'f')}`)})`;

/** A sum in two halves, so that 64 bits hold any number of lines. */
const wide = (expression: string, alias: string): string =>
  `SUM((${expression}) / 1000000) AS ${alias}_h, SUM((${expression}) % 1000000) AS ${alias}_l`;
const pairOf = (row: Record<string, unknown>, alias: string): Amount => {
  const whole = (name: string): bigint => ((row[`${name}_h`] ?? 0n) as bigint) * 1_000_000n + ((row[`${name}_l`] ?? 0n) as bigint);
  return fromPair(whole(`${alias}_u`), whole(`${alias}_f`));
};

export interface BatchIdentity {
  batch: number;
  format: string;
  vendor: VendorName;
  currency: string;
  kind: 'detail' | 'statement';
  lines: number;
  payable: Amount | null;
  /** By identity id; lines that lack a side are not counted. */
  results: Record<string, { checked: number; broken: number; left: Amount; right: Amount }>;
}

/** Holds every live line of the period against the identities; one result for each batch and currency. */
export function batchIdentities(read: ReadDb, period: number, identities: readonly Identity[]): BatchIdentity[] {
  return remember(read, `identities ${period} ${identities.map((i) => i.id).join()}`, () => {
    const sums = identities.map(
      (i, k) => `
      SUM(${heldSql(i)}) AS checked${k}, SUM(${brokenSql(i)}) AS broken${k},
      ${(['u', 'f'] as const).map((part) => `${wide(`CASE WHEN ${heldSql(i)} THEN ${column(i.left, part)} END`, `left${k}_${part}`)}, ${wide(`CASE WHEN ${heldSql(i)} THEN ${rightSql(i, part)} END`, `right${k}_${part}`)}`).join(', ')}`,
    );
    const rows = read.allBig<Record<string, bigint | string | null>>(
      `SELECT b.format, g.*, (SELECT text FROM term WHERE id = g.currency) AS code FROM (
         SELECT l.batch_id AS batch, l.vendor AS vendor, l.currency AS currency, l.kind AS kind, COUNT(*) AS lines,
           COUNT(l.payable_u) AS priced, ${wide('l.payable_u', 'payable_u')}, ${wide('l.payable_f', 'payable_f')}${sums.length ? ',' : ''} ${sums.join(', ')}
         FROM bill_line l WHERE l.superseded_by IS NULL AND +l.period = :period
           AND l.id BETWEEN (SELECT MIN(id) FROM bill_line WHERE period = :period) AND (SELECT MAX(id) FROM bill_line WHERE period = :period)
         GROUP BY l.batch_id, l.vendor, l.currency, l.kind
       ) g JOIN batch b ON b.id = g.batch ORDER BY g.batch`,
      { period },
    );
    return rows.map((row) => ({
      batch: Number(row['batch']),
      format: row['format'] as string,
      vendor: vendorOf(Number(row['vendor'])),
      currency: typeof row['code'] === 'string' ? row['code'] : NO_CURRENCY,
      kind: row['kind'] === 1n ? ('statement' as const) : ('detail' as const),
      lines: Number(row['lines']),
      payable: row['priced'] === 0n ? null : pairOf(row, 'payable'),
      results: Object.fromEntries(
        identities.map((i, k) => [
          i.id,
          {
            checked: Number(row[`checked${k}`] ?? 0),
            broken: Number(row[`broken${k}`] ?? 0),
            left: pairOf(row, `left${k}`),
            right: pairOf(row, `right${k}`),
          },
        ]),
      ),
    }));
  });
}

/** Ids of the first lines of those batches that break the identity, in file order. */
export const brokenLineIds = (
  read: ReadDb,
  scope: { period: number; currency: string; batches: readonly number[] },
  identity: Identity,
  limit: number,
): number[] =>
  read
    .all<{ id: number }>(
      `SELECT l.id AS id FROM bill_line l WHERE l.batch_id IN (SELECT value FROM json_each(:batches)) AND l.superseded_by IS NULL AND l.period = :period
       AND l.currency IS (SELECT id FROM term WHERE text = :currency) AND ${brokenSql(identity)} ORDER BY l.batch_id, l.row, l.part LIMIT :limit`,
      { batches: JSON.stringify(scope.batches), period: scope.period, currency: scope.currency, limit },
    )
    .map((row) => row.id);
