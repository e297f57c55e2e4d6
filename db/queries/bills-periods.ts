import type { ReadDb } from '../connection.ts';
import { sumRows } from '../exact-sum.ts';
import { vendorOf, type VendorName } from '../measures.ts';
import { periodText } from './bills-columns.ts';
import { NO_CURRENCY, sumColumns, sumsOf, type Sums } from './bills-sums.ts';
import { remember } from './remember.ts';

export interface PeriodTotals {
  period: string;
  vendor: VendorName;
  currency: string;
  lines: number;
  sums: Sums;
}

/** Exact sums of the bill details of every period, vendor and currency; the latest period first. */
export function periodTotals(read: ReadDb): PeriodTotals[] {
  return remember(read, 'periods', () => {
    const rows = sumRows(
      read,
      (sum) => `
       SELECT (SELECT text FROM term WHERE id = g.currency) AS code, g.* FROM (
         SELECT l.period AS period, l.vendor AS vendor, l.currency AS currency, COUNT(*) AS lines, ${sumColumns(sum)}
         FROM bill_line l WHERE l.kind = 0 AND l.superseded_by IS NULL GROUP BY l.period, l.vendor, l.currency
       ) g ORDER BY g.period DESC, g.vendor, code`,
      [],
    );
    return rows.map((row) => ({
      period: periodText(row['period'] as bigint),
      vendor: vendorOf(Number(row['vendor'])),
      currency: typeof row['code'] === 'string' ? row['code'] : NO_CURRENCY,
      lines: Number(row['lines']),
      sums: sumsOf(row),
    }));
  });
}
