import type { Period } from '../../domain/time/plain-date.ts';
import type { ReadDb } from '../connection.ts';
import { periodText } from './bills-columns.ts';

/** Months of which the book counts lines of the vendor, in order. Steps from month to month over the index. */
export const vendorMonths = (read: ReadDb, { vendor }: { vendor: number }): Period[] =>
  read
    .all<{ period: number }>(
      `WITH RECURSIVE months (period) AS (
         SELECT MIN(period) FROM bill_line
         UNION ALL SELECT (SELECT MIN(period) FROM bill_line WHERE period > months.period) FROM months WHERE months.period IS NOT NULL
       )
       SELECT period FROM months WHERE period IS NOT NULL
         AND EXISTS (SELECT 1 FROM bill_line l WHERE l.period = months.period AND l.kind = 0 AND l.vendor = ? AND l.superseded_by IS NULL)`,
      [vendor],
    )
    .map((row) => periodText(row.period));
