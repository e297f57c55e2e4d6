import { conditionOf } from '../../domain/bill/filter.ts';
import { refuse, unwrap } from '../../domain/result.ts';
import { say } from '../../domain/words/said.ts';
import type { BillScope } from '../../db/queries/bills-filter.ts';
import type { Filter } from '../contract/bills.ts';

/**
 * The scope of a call with its columns resolved; `from` and `to` are billing cycles, both inclusive. Refuses unknown columns,
 * unusable filters and a range that ends before it begins, by name.
 */
export function scopeOf(input: {
  period: string | null;
  from?: string | null | undefined;
  to?: string | null | undefined;
  where: readonly Filter[];
  hideZero: boolean;
  search: string;
  kind: 'detail' | 'statement';
  ids?: readonly number[] | null;
}): BillScope {
  const { from = null, to = null } = input;
  if (from !== null && to !== null && from > to)
    refuse('bills.range', say`The range from ${{ from }} to ${{ to }} ends before it begins.`, {
      column: 'from',
      remedy: 'Exchange the two months.',
    });
  return {
    period: input.period,
    // Left out where there is none, so that a scope without a range is the same text as it always was.
    ...(from === null ? {} : { from }),
    ...(to === null ? {} : { to }),
    where: input.where.map((filter) => unwrap(conditionOf(filter))),
    hideZero: input.hideZero,
    search: input.search,
    kind: input.kind,
    ids: input.ids ?? null,
  };
}
