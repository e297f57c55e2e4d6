import { clockOf, clocksOf, onVendorClock } from '../../domain/registers/index.ts';
import { addDays, addPeriods, periodBounds, type Period } from '../../domain/time/plain-date.ts';
import type { UsageSample } from '../../domain/usage/samples.ts';
import type { ReadDb } from '../connection.ts';
import { VENDOR_CODES, vendorOf, type VendorName } from '../measures.ts';
import { Binder } from './binder.ts';
import { daySql, fieldSql, FROM, RESOURCE } from './register-scope.ts';

const KIND = 'usage-samples';
export const SPEC = fieldSql('billingSpec');
const REGION = fieldSql('region');
export const UNIT = `COALESCE(${fieldSql('valueUnit')}, ${fieldSql('unit')})`;
export const LIVE = `r.register = '${KIND}' AND r.superseded_by IS NULL`;
export const DAY = daySql(KIND);
const TIME = fieldSql('time');

export interface SeriesKey {
  vendor: VendorName;
  spec: string | null;
  region: string | null;
  /** Null: all resources. */
  resource: string | null;
}

export interface StoredSeries extends Omit<SeriesKey, 'resource'> {
  resource: string;
  productType: string | null;
  directions: string[];
  samples: number;
  from: string;
  to: string;
}

/** Months that have samples, as they are printed, the last first. */
export const usagePeriods = (read: ReadDb): { period: Period; samples: number }[] =>
  read.all(
    `SELECT printf('%04d-%02d', r.period / 100, r.period % 100) AS period, COUNT(*) AS samples
     FROM register_row r WHERE ${LIVE} AND r.period IS NOT NULL GROUP BY r.period ORDER BY r.period DESC`,
  );

/** What the samples of a month (or of all) are of, the most samples first. */
export function usageSeries(read: ReadDb, period: Period | null): StoredSeries[] {
  const binder = new Binder();
  const rows = read.all<Omit<StoredSeries, 'vendor' | 'directions'> & { vendor: number; directions: string | null; format: string }>(
    `SELECT r.vendor, ${SPEC} AS spec, ${REGION} AS region, ${RESOURCE} AS resource, MAX(${fieldSql('productType')}) AS productType,
       json_group_array(DISTINCT ${fieldSql('direction')}) AS directions, COUNT(*) AS samples,
       MAX(b.format) AS format, MIN(${TIME}) AS "from", MAX(${TIME}) AS "to"
     FROM ${FROM} WHERE ${LIVE}${period === null ? '' : ` AND ${within(period, binder)}`}
     GROUP BY 1, 2, 3, 4 ORDER BY samples DESC, resource`,
    binder.params,
  );
  const day = (time: string, format: string): string => onVendorClock(time, clockOf(format)).slice(0, 10);
  return rows.map(({ format, from, to, ...row }) => ({
    ...row,
    from: day(from, format),
    to: day(to, format),
    vendor: vendorOf(row.vendor),
    directions: (JSON.parse(row.directions ?? '[]') as (string | null)[]).filter((name) => name !== null).sort(),
  }));
}

/** The samples of a series in a month, on the vendor's clock. */
export function usageSamples(read: ReadDb, key: SeriesKey, period: Period): UsageSample[] {
  const binder = new Binder();
  const same = (sql: string, value: string | null): string => `${sql} IS ${binder.bind(value)}`;
  const rows = read.all<UsageSample & { format: string }>(
    `SELECT b.format, ${TIME} AS time, ${fieldSql('value')} AS value, ${UNIT} AS unit, ${fieldSql('direction')} AS direction, ${RESOURCE} AS resource
     FROM ${FROM} WHERE ${LIVE} AND r.vendor = ${binder.bind(VENDOR_CODES[key.vendor])} AND ${within(period, binder)}
       AND ${same(SPEC, key.spec)} AND ${same(REGION, key.region)}${key.resource === null ? '' : ` AND ${same(RESOURCE, key.resource)}`}`,
    binder.params,
  );
  return rows.map(({ format, time, ...rest }) => ({ ...rest, time: onVendorClock(time, clockOf(format)).slice(0, 19) }));
}

/** Rows of the month by the vendor's clock; the stored month, which may be a neighbour's where UTC is printed, narrows by index first. */
function within(period: Period, binder: Binder): string {
  const { first, last } = periodBounds(period);
  const code = (months: number): string => binder.bind(Number(addPeriods(period, months).replace('-', '')));
  const near = `r.period BETWEEN ${code(-1)} AND ${code(1)}`;
  const clocks = clocksOf(KIND);
  const [{ hours } = { hours: 0 }] = clocks;
  if (clocks.some((clock) => clock.hours !== hours)) return `${near} AND ${DAY} BETWEEN ${binder.bind(first)} AND ${binder.bind(last)}`;
  // One clock for all: its midnights as instants, so that no row's time has to be turned.
  const midnight = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) - hours * 3_600_000).toISOString().replace('.000', '');
  return `${near} AND ${TIME} >= ${binder.bind(midnight(first))} AND ${TIME} < ${binder.bind(midnight(addDays(last, 1)))}`;
}
