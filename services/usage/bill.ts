import type { ReadDb } from '../../db/connection.ts';
import { EVERYTHING } from '../../db/queries/bills-filter.ts';
import { billPage, type BillLineRow } from '../../db/queries/bills-lines.ts';
import { columnOf } from '../../domain/bill/columns.ts';
import { conditionOf } from '../../domain/bill/filter.ts';
import { amount, isZero, subtract, sum, type Amount } from '../../domain/money/amount.ts';
import { D } from '../../domain/money/decimal.ts';
import { unwrap } from '../../domain/result.ts';
import type { Period } from '../../domain/time/plain-date.ts';
import { convertUsage } from '../../domain/usage/convert.ts';
import { toMegabits, type UnitBase } from '../../domain/usage/units.ts';
import type { UsageBill, UsageSeriesKey } from '../contract/usage.ts';

/** Lines that are looked at; a resource charged by bandwidth has one a month, or one a day. */
const MOST_LINES = 1000;

interface Computed {
  /** Charged bandwidth, and the part of the month that is charged; days null where each day is charged for itself. */
  value: Amount;
  days: Amount | null;
  monthDays: number;
}

/**
 * What a vendor prints as the usage of the line: the bandwidth; Tencent Cloud prints bandwidth × days ÷ days of the month (its guide to
 * bandwidth packages, usage details), cut to ten decimals as all converted usage.
 */
const billedUsage = (vendor: UsageSeriesKey['vendor'], { value, days, monthDays }: Computed): Amount =>
  vendor === 'tencent' && days !== null ? convertUsage(amount(new D(value).times(days)), String(monthDays)) : value;

/** The bill's lines of the resource in that month, and their bandwidth beside the value that its samples give. */
export function billOf(
  read: ReadDb,
  { vendor, resource }: UsageSeriesKey,
  { period, base, ...of }: Computed & { period: Period; base: UnitBase },
): UsageBill {
  const computed = billedUsage(vendor, of);
  const nothing: UsageBill = { status: 'missing', computed, usage: null, difference: null, lines: [] };
  if (resource === null || resource === '') return nothing;
  const named = (column: 'resourceId' | 'resourceName'): BillLineRow[] =>
    billPage(
      read,
      {
        ...EVERYTHING,
        period,
        where: [
          unwrap(conditionOf({ column: 'vendor', op: 'is', value: vendor })),
          unwrap(conditionOf({ column, op: 'is', value: resource })),
        ],
      },
      [{ column: unwrap(columnOf('date')), descending: false }],
      0,
      MOST_LINES,
    );
  const byId = named('resourceId');
  const lines = byId.length > 0 ? byId : named('resourceName');
  if (lines.length === 0) return nothing;
  const bandwidth = lines.flatMap((line) =>
    line.usage !== null && line.usageUnit !== null ? (toMegabits(line.usage, line.usageUnit, base) ?? []) : [],
  );
  const usage = bandwidth.length === 0 ? null : sum(bandwidth);
  const difference = usage === null ? null : subtract(computed, usage);
  return {
    status: difference === null ? 'other-unit' : isZero(difference) ? 'pass' : 'differs',
    computed,
    usage,
    difference,
    lines: lines.map(({ id, product, spec, usageType, usage: metered, usageUnit, unitPrice, listPrice, payable, currency }) => ({
      id,
      product,
      spec,
      usageType,
      usage: metered,
      unit: usageUnit,
      unitPrice,
      listPrice,
      payable,
      currency,
    })),
  };
}
