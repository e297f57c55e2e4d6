import { billFacets } from '../../db/queries/bills-facets.ts';
import { EVERYTHING, type BillScope } from '../../db/queries/bills-filter.ts';
import { billPage } from '../../db/queries/bills-lines.ts';
import { billTotals } from '../../db/queries/bills-sums.ts';
import { columnOf, groupColumnOf } from '../../domain/bill/columns.ts';
import { unwrap } from '../../domain/result.ts';
import type { Handler } from '../runtime/services.ts';
import { scopeOf } from './scope.ts';

/** One page of lines, with the number of lines and the exact totals of the whole filter. */
export const lines: Handler<'bills/lines'> = (input, { session }) => {
  const read = session.book().read;
  const scope = scopeOf(input);
  const sort = input.sort.map(({ column, descending }) => ({ column: unwrap(columnOf(column)), descending }));
  const rows = billPage(read, scope, sort, input.offset, input.limit);
  const totals = billTotals(read, scope);
  return { rows, count: totals.lines, totals: totals.byCurrency };
};

/** Exact totals of hand-picked lines; ids of lines that are not there, or were superseded, count for nothing. */
export const selection: Handler<'bills/selection'> = ({ ids }, { session }) => {
  const read = session.book().read;
  const of = (kind: BillScope['kind']) => billTotals(read, { ...EVERYTHING, kind, ids });
  // A selection is made on one screen, so of one kind; details win where ids of both came.
  const details = of('detail');
  const totals = details.lines > 0 ? details : of('statement');
  return { count: totals.lines, totals: totals.byCurrency };
};

/** The values that a column takes in the filter, the commonest first. */
export const facets: Handler<'bills/facets'> = (input, { session }) =>
  billFacets(session.book().read, scopeOf(input), unwrap(groupColumnOf(input.column)), input.limit);
