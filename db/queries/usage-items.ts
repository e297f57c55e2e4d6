import { viewCode } from '../../domain/formats/views.ts';
import type { Amount } from '../../domain/money/amount.ts';
import type { Period } from '../../domain/time/plain-date.ts';
import type { ReadDb } from '../connection.ts';
import { sumOf, sumRows } from '../exact-sum.ts';
import { VENDOR_CODES, vendorOf, type VendorName } from '../measures.ts';
import { periodCode } from './bills-columns.ts';
import { NO_CURRENCY } from './bills-sums.ts';
import { remember } from './remember.ts';

/** What was used, by the vendor's name for the charge. */
export interface UsageItem {
  vendor: VendorName;
  currency: string;
  item: string | null;
  payable: Amount | null;
  lines: number;
}

/** Another telling of a month, whose better one counts, is kept under this kind. */
const BESIDE = 10;

/** Usage lines of the month by charge item that stand beside the invoices that count as the bill. Exact sums. */
export const usageItems = (read: ReadDb, period: Period, vendor: VendorName | null): UsageItem[] =>
  remember(read, `usage items ${period} ${vendor ?? ''}`, () =>
    sumRows(
      read,
      (
        sum,
      ) => `SELECT g.*, (SELECT text FROM term WHERE id = g.currency) AS code, (SELECT text FROM term WHERE id = g.product) AS item FROM (
        SELECT l.vendor, l.currency, l.product, COUNT(*) AS lines, ${sum('l.payable', 'payable')} FROM bill_line l
        WHERE l.period = :period AND l.kind = :beside AND l.superseded_by IS NULL AND (:vendor IS NULL OR l.vendor = :vendor)
        GROUP BY l.vendor, l.currency, l.product) g ORDER BY g.vendor, code, item`,
      { period: periodCode(period), beside: BESIDE + viewCode('usage'), vendor: vendor === null ? null : VENDOR_CODES[vendor] },
    ).map((row) => ({
      vendor: vendorOf(Number(row['vendor'])),
      currency: typeof row['code'] === 'string' ? row['code'] : NO_CURRENCY,
      item: typeof row['item'] === 'string' ? row['item'] : null,
      payable: sumOf(row, 'payable'),
      lines: Number(row['lines']),
    })),
  );
