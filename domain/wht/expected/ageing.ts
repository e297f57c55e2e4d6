import { sum, type Amount } from '../../money/amount.ts';
import { AGE_BUCKETS, EXPECTED_STATES, isLate, type AgeBucket, type ExpectedState } from './state.ts';

/** What ageing and sums need of a row. */
export interface AgedRow {
  state: ExpectedState;
  bucket: AgeBucket | null;
  currency: string;
  amount: Amount | null;
  missing: Amount;
}

export interface AgeCell {
  bucket: AgeBucket;
  count: number;
  amount: Amount;
  /** Rows of which no amount is known: not in `amount`. */
  unknown: number;
}
/** One group in one currency. `open`: everything that is missing; what is to come is not in it. `late`: of that, what is overdue. */
export interface AgeGroup {
  key: string;
  currency: string;
  cells: AgeCell[];
  open: Amount;
  late: Amount;
  count: number;
}

export interface StateSum {
  state: ExpectedState;
  currency: string;
  count: number;
  amount: Amount;
  unknown: number;
}

/** What of a row is added up in its bucket: the tax of an invoice to come, else what is missing. */
const agedAmount = (row: AgedRow): Amount | null => (row.bucket === 'to-come' ? row.amount : row.missing);

/** Rows that are missing or to come, by key and currency, in the order of keys; currencies are never added together. */
export function ageingOf<Row extends AgedRow>(rows: readonly Row[], keyOf: (row: Row) => string): AgeGroup[] {
  const aged = rows.filter((row) => row.bucket !== null);
  const groups = Map.groupBy(aged, (row) => JSON.stringify([keyOf(row), row.currency]));
  return [...groups]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, own]) => {
      const cells = AGE_BUCKETS.flatMap((bucket): AgeCell[] => {
        const inside = own.filter((row) => row.bucket === bucket);
        return inside.length === 0 ? [] : [{ bucket, ...added(inside.map(agedAmount)) }];
      });
      const of = (test: (bucket: AgeBucket) => boolean): Amount => sum(cells.filter((c) => test(c.bucket)).map((c) => c.amount));
      return {
        key: keyOf(own[0]!),
        currency: own[0]!.currency,
        cells,
        open: of((bucket) => bucket !== 'to-come'),
        late: of(isLate),
        count: own.filter((row) => row.bucket !== 'to-come').length,
      };
    });
}

/** Sums by state and currency, in the order of the states. */
export function sumsByState(rows: readonly AgedRow[]): StateSum[] {
  const groups = Map.groupBy(rows, (row) => `${String(EXPECTED_STATES.indexOf(row.state)).padStart(2, '0')}|${row.currency}`);
  return [...groups]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, own]) => ({ state: own[0]!.state, currency: own[0]!.currency, ...added(own.map((row) => row.amount)) }));
}

const added = (amounts: readonly (Amount | null)[]): { count: number; amount: Amount; unknown: number } => ({
  count: amounts.length,
  amount: sum(amounts),
  unknown: amounts.filter((a) => a === null).length,
});
