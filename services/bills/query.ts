import { billGroups, type GroupSort } from '../../db/queries/bills-groups.ts';
import { billTotals, NO_CURRENCY } from '../../db/queries/bills-sums.ts';
import { groupColumnOf, type Column } from '../../domain/bill/columns.ts';
import { MEASURE_NAMES } from '../../domain/formats/fields.ts';
import { unwrap } from '../../domain/result.ts';
import type { Output } from '../contract/index.ts';
import type { Handler } from '../runtime/services.ts';
import { scopeOf } from './scope.ts';
import { sortPlace } from './sort-place.ts';

type Row = Output<'bills/query'>['rows'][number];

/** Grouped sums: the group's columns under the names they were asked by, the currency, every measure as exact text, and `lines`. */
export const query: Handler<'bills/query'> = (input, { session }) => {
  const read = session.book().read;
  const scope = scopeOf(input);
  const names = input.groupBy.map((name) => name.trim());
  const columns: Column[] = names.map((name) => unwrap(groupColumnOf(name)));
  // Currencies are never added together: one row each.
  if (!columns.some((c) => c.name === 'currency')) {
    names.push('currency');
    columns.push({ type: 'dimension', name: 'currency' });
  }
  const currencyPlace = columns.findIndex((c) => c.name === 'currency');
  const sort = input.sort.map(({ column, descending }): GroupSort => ({ by: sortPlace(column, columns), descending }));
  const groups = billGroups(read, scope, columns, sort, input.limit + 1);
  const rows = groups.slice(0, input.limit).map((group): Row => {
    const row: Row = {};
    names.forEach((name, i) => (row[name] = group.values[i] ?? (i === currencyPlace ? NO_CURRENCY : null)));
    for (const measure of MEASURE_NAMES) row[measure] = group.sums[measure];
    row['lines'] = group.lines;
    return row;
  });
  return {
    columns: [...names, ...MEASURE_NAMES, 'lines'],
    rows,
    totals: billTotals(read, scope).byCurrency,
    truncated: groups.length > input.limit,
  };
};
