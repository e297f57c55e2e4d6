import type { Amount } from '../../domain/money/amount.ts';
import { bandwidthStep } from '../../domain/usage/units.ts';
import type { ReadDb } from '../connection.ts';
import type { BigRow } from '../exact-sum.ts';
import { VENDOR_CODES, vendorOf, type VendorName } from '../measures.ts';
import { textParts, textSumOf, textSumSql } from '../text-sum.ts';
import { Binder } from './binder.ts';
import { fieldSql, FROM, RESOURCE } from './register-scope.ts';
import { DAY, LIVE, SPEC, UNIT } from './usage.ts';

export interface UsageScope {
  vendor: VendorName | null;
  spec: string | null;
  resource: string | null;
  from: string | null;
  to: string | null;
}

export interface UsageTotal {
  vendor: VendorName;
  spec: string | null;
  unit: string | null;
  samples: number;
  resources: number;
  from: string;
  to: string;
  highest: Amount;
  lowest: Amount;
  /** Null for bandwidth, which does not add up over time. */
  total: Amount | null;
}

/** Samples counted by usage type and printed unit, with the highest, the lowest and, where it means something, the exact sum. */
export function usageTotals(read: ReadDb, scope: UsageScope): UsageTotal[] {
  const binder = new Binder();
  const [units, high, low] = textParts('value');
  const order = (way: 'ASC' | 'DESC'): string =>
    `ROW_NUMBER() OVER (PARTITION BY vendor, spec, unit ORDER BY ${units} ${way}, ${high} ${way}, ${low} ${way})`;
  const rows = read.allBig<BigRow>(
    `WITH figures AS MATERIALIZED (
       SELECT r.vendor AS vendor, ${SPEC} AS spec, ${UNIT} AS unit, ${RESOURCE} AS resource, ${DAY} AS day, ${fieldSql('value')} AS value
       FROM ${FROM} WHERE ${whereOf(scope, binder)}),
     placed AS (SELECT *, ${order('DESC')} AS down, ${order('ASC')} AS up FROM figures)
     SELECT vendor, spec, unit, COUNT(*) AS samples, COUNT(DISTINCT resource) AS resources, MIN(day) AS "from", MAX(day) AS "to",
       MAX(CASE WHEN down = 1 THEN value END) AS highest, MAX(CASE WHEN up = 1 THEN value END) AS lowest, ${textSumSql('value', 'total')}
     FROM placed GROUP BY 1, 2, 3 ORDER BY samples DESC, spec, unit`,
    binder.params,
  );
  return rows.map((row) => {
    const unit = text(row['unit']);
    return {
      vendor: vendorOf(Number(row['vendor'])),
      spec: text(row['spec']),
      unit,
      samples: Number(row['samples']),
      resources: Number(row['resources']),
      from: String(row['from']),
      to: String(row['to']),
      highest: String(row['highest']),
      lowest: String(row['lowest']),
      total: unit !== null && bandwidthStep(unit) !== null ? null : textSumOf(row, 'total'),
    };
  });
}

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

function whereOf({ vendor, spec, resource, from, to }: UsageScope, binder: Binder): string {
  const all = [LIVE, `${fieldSql('value')} IS NOT NULL`];
  if (vendor !== null) all.push(`r.vendor = ${binder.bind(VENDOR_CODES[vendor])}`);
  if (spec !== null) all.push(`${SPEC} = ${binder.bind(spec)}`);
  if (resource !== null) all.push(`${RESOURCE} = ${binder.bind(resource)}`);
  if (from !== null) all.push(`${DAY} >= ${binder.bind(from)}`);
  if (to !== null) all.push(`${DAY} <= ${binder.bind(to)}`);
  return all.join(' AND ');
}
