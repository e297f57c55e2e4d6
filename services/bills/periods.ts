import { periodTotals } from '../../db/queries/bills-periods.ts';
import { MEASURE_NAMES } from '../../domain/formats/fields.ts';
import { add, type Amount } from '../../domain/money/amount.ts';
import type { Sums } from '../../db/queries/bills-sums.ts';
import { billStatus } from '../../domain/bill/status.ts';
import type { Output } from '../contract/index.ts';
import type { Handler } from '../runtime/services.ts';

const plus = (a: Amount | null, b: Amount | null): Amount | null => (a === null ? b : b === null ? a : add(a, b));

/** Adds sums of the same currency, measure by measure; missing stays missing. */
export const addSums = (a: Sums | undefined, b: Sums): Sums =>
  a ? (Object.fromEntries(MEASURE_NAMES.map((m) => [m, plus(a[m], b[m])])) as Sums) : b;

/** The periods that have bill details, the latest first. */
export const periods: Handler<'bills/periods'> = (_input, { session }) => {
  const today = session.today();
  const found = new Map<string, Output<'bills/periods'>[number]>();
  for (const row of periodTotals(session.book().read)) {
    const entry = found.get(row.period) ?? { period: row.period, vendors: [], lines: 0, status: billStatus(row.period, today), totals: {} };
    if (!entry.vendors.includes(row.vendor)) entry.vendors.push(row.vendor);
    entry.lines += row.lines;
    entry.totals[row.currency] = addSums(entry.totals[row.currency] as Sums | undefined, row.sums);
    found.set(row.period, entry);
  }
  return [...found.values()];
};
