import type { ReadDb } from '../../../db/connection.ts';
import { EVERYTHING } from '../../../db/queries/bills-filter.ts';
import { billGroups } from '../../../db/queries/bills-groups.ts';
import { NO_CURRENCY, type Sums } from '../../../db/queries/bills-sums.ts';
import { MEASURE_NAMES } from '../../../domain/formats/fields.ts';
import { exactTotal } from '../../../domain/bill/total.ts';
import { sum, type Amount } from '../../../domain/money/amount.ts';
import { isTaxLine } from '../../../domain/reconcile/bill-types.ts';
import type { Sheet } from '../../statements/export/sheet.ts';
import { amounts, count, text, type Cell } from '../tables/model.ts';
import type { PackageWords } from './words.ts';

type Vendor = keyof PackageWords['common']['vendors'];

/** Live lines of one kind of bill, vendor, currency and bill type. */
export interface BillGroup {
  kind: 'detail' | 'statement';
  vendor: Vendor;
  currency: string;
  billType: string | null;
  lines: number;
  sums: Sums;
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const keyOf = (g: BillGroup): string => `${g.vendor} ${g.currency} ${g.kind}`;

/** The bills of the period in their exact sums by vendor, currency, kind and bill type. */
export function billGroupsOf(read: ReadDb, period: string): BillGroup[] {
  const columns = (['vendor', 'currency', 'billType'] as const).map((name) => ({ type: 'dimension' as const, name }));
  return (['detail', 'statement'] as const)
    .flatMap((kind) =>
      billGroups(read, { ...EVERYTHING, period, kind }, columns, [], 100_000).map(({ values, lines, sums }): BillGroup => ({
        kind,
        vendor: values[0] as Vendor,
        currency: values[1] ?? NO_CURRENCY,
        billType: values[2] ?? null,
        lines,
        sums,
      })),
    )
    .toSorted((a, b) => order(keyOf(a), keyOf(b)) || order(a.billType ?? '\uffff', b.billType ?? '\uffff'));
}

/** The sums as a sheet: a row a bill type with payable less coupons, totals by vendor, currency and kind; measures that no line has are left out. */
export function billSheet(groups: readonly BillGroup[], { common, pack }: PackageWords): Sheet {
  const used = MEASURE_NAMES.filter((m) => groups.some((g) => g.sums[m] !== null));
  const head = ({ vendor, currency, kind }: BillGroup): Cell[] => [common.vendors[vendor], currency, pack[kind]];
  const sumOf = (values: readonly (Amount | null)[]): Amount | null => (values.every((v) => v === null) ? null : sum(values));
  const total = (g: BillGroup): Amount | null => exactTotal(g.sums);
  const coupons = (['coupon', 'flexiCoupon'] as const).filter((m) => used.includes(m));
  return {
    id: 'bills',
    title: pack.tables.bills,
    columns: [
      text('vendor', common.vendor, 14),
      text('currency', common.currency, 9),
      text('what', pack.what, 22),
      text('billType', pack.billType, 22),
      text('taxLine', pack.taxLine, 9),
      count('lines', pack.lines, 12),
      amounts('total', pack.lessCoupons),
      ...used.map((m) => amounts(m, common.measures[m])),
    ],
    rows: groups.map((g) => [
      ...head(g),
      g.billType,
      isTaxLine(g.billType) ? pack.yes : pack.not,
      g.lines,
      total(g),
      ...used.map((m) => g.sums[m]),
    ]),
    totals: [...Map.groupBy(groups, keyOf).values()].map((own): Cell[] => [
      ...head(own[0]!),
      common.totalOf,
      null,
      own.reduce((n, g) => n + g.lines, 0),
      sumOf(own.map(total)),
      ...used.map((m) => sumOf(own.map((g) => g.sums[m]))),
    ]),
    by: ['vendor', 'currency', 'what'],
    adds: ['lines'],
    across: [{ column: 'total', plus: ['payable'], minus: coupons }],
  };
}
