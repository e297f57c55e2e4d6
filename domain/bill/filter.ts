import { parseAmount } from '../money/amount.ts';
import { toPair, type Pair } from '../money/pair.ts';
import { fail, ok, type Result } from '../result.ts';
import { say } from '../words/said.ts';
import { columnOf, type Column } from './columns.ts';

export const FILTER_OPS = ['is', 'isNot', 'contains', 'in', 'atLeast', 'atMost', 'missing', 'present'] as const;
export type FilterOp = (typeof FILTER_OPS)[number];

/** One condition on bill lines, its column resolved and its values still as the user wrote them. */
export interface Condition {
  column: Column;
  op: FilterOp;
  values: readonly string[];
}

/**
 * Reads a filter. A list of values under `is` means "one of"; under `isNot`, "none of". Fails with `bills.unknown-column`
 * or `bills.filter` (a list where one value is needed).
 */
export function conditionOf(filter: { column: string; op: FilterOp; value: string | readonly string[] }): Result<Condition> {
  const column = columnOf(filter.column);
  if (!column.ok) return column;
  const values = typeof filter.value === 'string' ? [filter.value] : filter.value;
  if (filter.op === 'missing' || filter.op === 'present') return ok({ column: column.value, op: filter.op, values: [] });
  const one = filter.op === 'contains' || filter.op === 'atLeast' || filter.op === 'atMost';
  if (one && values.length !== 1)
    return fail('bills.filter', say`The filter “${{ op: filter.op }}” on ${{ name: column.value.name }} needs exactly one value.`, {
      column: filter.column,
      remedy: 'Give one value, or use “in”.',
    });
  if (filter.op === 'contains' && column.value.type !== 'dimension' && column.value.type !== 'tag')
    return fail('bills.filter', say`“contains” works on texts; ${{ name: column.value.name }} is an amount.`, {
      column: filter.column,
      remedy: 'Use is, atLeast or atMost.',
    });
  return ok({ column: column.value, op: filter.op, values });
}

/** The amount that a filter compares with; fails with the amount's own code where the text is none. */
export function filterAmount(column: string, text: string): Result<Pair> {
  const parsed = parseAmount(text);
  if (!parsed.ok) return { ok: false, error: { ...parsed.error, details: { ...parsed.error.details, column } } };
  if (parsed.value === null)
    return fail('bills.filter', say`The filter on ${{ column }} has no amount.`, {
      column,
      remedy: 'Write an amount, or use “missing” or “present”.',
    });
  return ok(toPair(parsed.value));
}
