/** Names under which the tables of the details keep their columns. */
export const linesTable = (kind: 'detail' | 'statement'): string => `bills-${kind}`;
export const PIVOT_TABLE = 'bills-groups';
export const CROSS_TABLE = 'bills-cross';
