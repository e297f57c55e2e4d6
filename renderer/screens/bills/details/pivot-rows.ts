import type { Output } from '../../../../services/contract/index.ts';
import { MEASURE_NAMES, type MeasureName } from '../../../../domain/formats/fields.ts';
import { exactly, type Scope, type Sort } from '../place.ts';

/** One group of one level: its value, and its amounts by column (a measure, or `at:` and a value across). */
export interface PivotRow {
  value: string | null;
  currency: string;
  lines: number;
  amounts: Readonly<Record<string, string | null>>;
}

/** The column in which the levels of a tree stand. */
export const GROUP = 'group';
export const TOTAL = 'total';
/** Column of a billing cycle or a day that is laid out. */
export const acrossId = (value: string | null): string => `at:${value ?? ''}`;

/** The code that stands for lines without a currency. */
const NO_CURRENCY = 'XXX';

/** The scope of what stands under a group: its branch, and its currency, as currencies are never added. */
export const under = (scope: Scope, levels: readonly string[], path: readonly (string | null)[], currency: string | null): Scope => ({
  ...scope,
  where: [
    ...scope.where,
    ...path.map((value, depth) => exactly(levels[depth] ?? '', value)),
    ...(currency === null ? [] : [exactly('currency', currency === NO_CURRENCY ? null : currency)]),
  ],
});

const isTime = (column: string): boolean => column === 'date' || column === 'period';
const isMeasure = (column: string): boolean => (MEASURE_NAMES as readonly string[]).includes(column);

/** How the groups of a level are sorted: as asked for, else days and cycles in their order and everything else the greatest first. */
export function sortOf(sort: readonly Sort[], level: string, measure: MeasureName, one: boolean): Sort[] {
  const asked = sort.flatMap(({ column, descending }): Sort[] => {
    if (column === GROUP || column === level) return [{ column: level, descending }];
    if (column === TOTAL) return [{ column: measure, descending }];
    // Laid out, there is one measure only.
    if (column === 'lines' || (isMeasure(column) && (!one || column === measure))) return [{ column, descending }];
    return [];
  });
  return asked.length > 0 ? asked : isTime(level) ? [{ column: level, descending: false }] : [{ column: measure, descending: true }];
}

/** Rows of grouped sums. */
export const rowsOfQuery = (level: string, { rows }: Output<'bills/query'>): PivotRow[] =>
  rows.map((row) => {
    const text = (name: string): string | null => {
      const value = row[name];
      return value === null || value === undefined || value === '' ? null : String(value);
    };
    return {
      value: text(level),
      currency: text('currency') ?? NO_CURRENCY,
      lines: Number(row['lines'] ?? 0),
      amounts: Object.fromEntries(MEASURE_NAMES.map((m) => [m, text(m)])),
    };
  });

type Cells = Pick<Output<'bills/cross'>, 'across'>;
const laidOut = ({ across }: Cells, total: string | null, cells: readonly (string | null)[]): Record<string, string | null> => ({
  [TOTAL]: total,
  ...Object.fromEntries(across.map((value, index) => [acrossId(value), cells[index] ?? null])),
});

/** Rows of one measure laid out; every row by the values across, as those under a group have fewer. */
export const rowsOfCross = (found: Output<'bills/cross'>): PivotRow[] =>
  found.rows.map(({ values, currency, lines, total, cells }) => ({
    value: values[0] === '' ? null : (values[0] ?? null),
    currency,
    lines,
    amounts: laidOut(found, total, cells),
  }));

/** Totals of what is laid out, by currency. */
export const totalsOfCross = (found: Output<'bills/cross'>): Record<string, Record<string, string | null>> =>
  Object.fromEntries(found.totals.map(({ currency, total, cells }) => [currency, laidOut(found, total, cells)]));
