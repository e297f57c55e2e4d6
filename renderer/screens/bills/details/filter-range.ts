import type { Filter } from '../../../../services/contract/bills.ts';

export interface Bounds {
  from: string | null;
  to: string | null;
}

/** The bounds that conditions on one column set; one exact value is both. */
export function rangeOf(conditions: readonly Filter[]): Bounds {
  const bound = (op: Filter['op']): string | null => {
    const found = conditions.find((c) => c.op === op || c.op === 'is')?.value;
    return typeof found === 'string' && found !== '' ? found : null;
  };
  return { from: bound('atLeast'), to: bound('atMost') };
}

/** Conditions that hold a column between two values, both inclusive; none where there are no bounds. */
export function rangeFilters(column: string, from: string | null, to: string | null): Filter[] {
  if (from !== null && from === to) return [{ column, op: 'is', value: from }];
  return [
    ...(from === null ? [] : [{ column, op: 'atLeast' as const, value: from }]),
    ...(to === null ? [] : [{ column, op: 'atMost' as const, value: to }]),
  ];
}
