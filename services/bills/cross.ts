import { billGroups, type Group } from '../../db/queries/bills-groups.ts';
import type { BillScope } from '../../db/queries/bills-filter.ts';
import { billTotals, NO_CURRENCY } from '../../db/queries/bills-sums.ts';
import { groupColumnOf, type Column } from '../../domain/bill/columns.ts';
import { unwrap } from '../../domain/result.ts';
import type { Handler } from '../runtime/services.ts';
import { scopeOf } from './scope.ts';
import { sortPlace } from './sort-place.ts';

/** Columns that are laid out: a year of days, with room. */
const MOST_ACROSS = 400;
/** Cells that are read for the rows: every one of the most rows and columns. */
const MOST_CELLS = 800_000;

const CURRENCY: Column = { type: 'dimension', name: 'currency' };
const keyOf = (values: readonly (string | null)[]): string => JSON.stringify(values);

/**
 * One measure of groups over a further column (billing cycles or days as columns). The groups are found and sorted first; cells are
 * read for them only. Totals are of the whole filter.
 */
export const cross: Handler<'bills/cross'> = (input, { session }) => {
  const read = session.book().read;
  const scope = scopeOf(input);
  const { measure } = input;
  const groups: Column[] = input.groupBy.map((name) => unwrap(groupColumnOf(name.trim())));
  const across = unwrap(groupColumnOf(input.across.trim()));
  const columns = groups.some((c) => c.name === 'currency') ? groups : [...groups, CURRENCY];
  const currencyAt = columns.findIndex((c) => c.name === 'currency');
  const sort = input.sort.map(({ column, descending }) => ({ by: sortPlace(column, columns), descending }));
  const found = billGroups(read, scope, columns, sort, input.limit + 1);
  const shown = found.slice(0, input.limit);

  const spread = billGroups(read, scope, [across, CURRENCY], [{ by: 0, descending: false }], MOST_CELLS);
  const all = [...new Set(spread.map((group) => group.values[0] ?? null))];
  const heads = all.slice(0, MOST_ACROSS);
  const place = new Map(heads.map((value, index) => [value, index]));
  const empty = (): (string | null)[] => heads.map(() => null);

  const cells = new Map(shown.map((group) => [keyOf(group.values), empty()]));
  for (const cell of billGroups(read, narrowed(scope, groups, shown, found.length), [...columns, across], [], MOST_CELLS)) {
    const at = place.get(cell.values.at(-1) ?? null);
    const row = cells.get(keyOf(cell.values.slice(0, -1)));
    if (row && at !== undefined) row[at] = cell.sums[measure];
  }
  const totals = billTotals(read, scope);
  const totalCells = new Map(Object.keys(totals.byCurrency).map((code) => [code, empty()]));
  for (const group of spread) {
    const at = place.get(group.values[0] ?? null);
    const row = totalCells.get(group.values[1] ?? NO_CURRENCY);
    if (row && at !== undefined) row[at] = group.sums[measure];
  }
  return {
    across: heads,
    rows: shown.map((group) => ({
      values: group.values.slice(0, groups.length),
      currency: group.values[currencyAt] ?? NO_CURRENCY,
      lines: group.lines,
      total: group.sums[measure],
      cells: cells.get(keyOf(group.values)) ?? [],
    })),
    totals: Object.entries(totals.byCurrency).map(([currency, sums]) => ({
      currency,
      lines: totals.linesByCurrency[currency] ?? 0,
      total: sums[measure],
      cells: totalCells.get(currency) ?? [],
    })),
    truncated: found.length > shown.length,
    acrossTruncated: all.length > heads.length,
  };
};

/** Where there are more groups than are shown, the scope without those that are not; else as it is. */
function narrowed(scope: BillScope, groups: readonly Column[], shown: readonly Group[], found: number): BillScope {
  const last = groups.length - 1;
  if (found <= shown.length || last < 0) return scope;
  const values = [...new Set(shown.map((group) => group.values[last] ?? null))];
  // A missing value cannot stand in a list of values; then every group is read.
  if (values.includes(null)) return scope;
  return { ...scope, where: [...scope.where, { column: groups[last]!, op: 'in', values: values as string[] }] };
}
