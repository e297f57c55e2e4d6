import type { Column } from '../../domain/bill/columns.ts';
import { MEASURE_NAMES } from '../../domain/formats/fields.ts';
import { fromBlocks } from '../blocks/answer.ts';
import { groupsOf } from '../blocks/groups.ts';
import type { ReadDb } from '../connection.ts';
import { sumRows } from '../exact-sum.ts';
import { VENDOR_CODES, vendorOf, type VendorName } from '../measures.ts';
import { periodText } from './bills-columns.ts';
import { EVERYTHING } from './bills-filter.ts';
import { NO_CURRENCY, sumColumns, sumsOf, type Sums } from './bills-sums.ts';
import { remember } from './remember.ts';

export interface PeriodTotals {
  period: string;
  vendor: VendorName;
  currency: string;
  lines: number;
  sums: Sums;
}

const COLUMNS: readonly Column[] = (['period', 'vendor', 'currency'] as const).map((name) => ({ type: 'dimension', name }));
/** More than a book has months, vendors and currencies. */
const MANY = 1_000_000;

/** Exact sums of the bill details of every period, vendor and currency; the latest period first. */
export function periodTotals(read: ReadDb): PeriodTotals[] {
  return remember(read, 'periods', () =>
    fromBlocks(
      read,
      () => {
        const groups = groupsOf(read, EVERYTHING, COLUMNS, MEASURE_NAMES, [{ by: 0, descending: true }], MANY);
        return (
          groups &&
          groups
            .map(({ values: [period, vendor, currency], lines, sums }) => ({
              period: period!,
              vendor: (vendor ?? 'other') as VendorName,
              currency: currency ?? NO_CURRENCY,
              lines,
              sums,
            }))
            .sort((a, b) => (a.period === b.period ? VENDOR_CODES[a.vendor] - VENDOR_CODES[b.vendor] : 0))
        );
      },
      () => plainPeriods(read),
    ),
  );
}

/** The same from the lines themselves. */
export function plainPeriods(read: ReadDb): PeriodTotals[] {
  const rows = sumRows(
    read,
    (sum) => `
     SELECT (SELECT text FROM term WHERE id = g.currency) AS code, g.* FROM (
       SELECT l.period AS period, l.vendor AS vendor, l.currency AS currency, COUNT(*) AS lines, ${sumColumns(sum)}
       FROM bill_line l WHERE l.kind = 0 AND l.superseded_by IS NULL GROUP BY l.period, l.vendor, l.currency
     ) g ORDER BY g.period DESC, g.vendor, code NULLS LAST`,
    [],
  );
  return rows.map((row) => ({
    period: periodText(row['period'] as bigint),
    vendor: vendorOf(Number(row['vendor'])),
    currency: typeof row['code'] === 'string' ? row['code'] : NO_CURRENCY,
    lines: Number(row['lines']),
    sums: sumsOf(row),
  }));
}
