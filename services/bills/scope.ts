import { conditionOf } from '../../domain/bill/filter.ts';
import { unwrap } from '../../domain/result.ts';
import type { BillScope } from '../../db/queries/bills-filter.ts';
import type { Filter } from '../contract/bills.ts';

/** The scope of a call with its columns resolved; refuses unknown columns and unusable filters by name. */
export function scopeOf(input: {
  period: string | null;
  where: readonly Filter[];
  hideZero: boolean;
  search: string;
  kind: 'detail' | 'statement';
  ids?: readonly number[] | null;
}): BillScope {
  return {
    period: input.period,
    where: input.where.map((filter) => unwrap(conditionOf(filter))),
    hideZero: input.hideZero,
    search: input.search,
    kind: input.kind,
    ids: input.ids ?? null,
  };
}
