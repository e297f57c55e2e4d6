import type { FilterOp } from '../bill/filter.ts';
import type { LineScope } from './document.ts';

interface Filter {
  column: string;
  op: FilterOp;
  value: string | string[];
}

/** The scope of bills/lines and bills/query that a line stands for. */
export function billScopeOf(scope: LineScope): {
  period: string | null;
  from?: string;
  to?: string;
  where: Filter[];
  hideZero: boolean;
  search: string;
} {
  const own = Object.entries(scope.where).map(([column, values]): Filter =>
    values.length === 1 && values[0] === ''
      ? { column, op: 'missing', value: '' }
      : values.length === 1
        ? { column, op: 'is', value: values[0]! }
        : { column, op: 'in', value: values },
  );
  return {
    period: scope.period,
    ...(scope.from === undefined ? {} : { from: scope.from }),
    ...(scope.to === undefined ? {} : { to: scope.to }),
    where: [...(scope.filters ?? []), ...own],
    hideZero: scope.hideZero ?? false,
    search: scope.search ?? '',
  };
}
