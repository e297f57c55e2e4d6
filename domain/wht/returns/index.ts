import { fieldOf, type Lacking } from './fields.ts';
import type { Layout, ListId } from './layout.ts';
import { OTHERS } from './layouts/others.ts';
import { THAILAND } from './layouts/thailand.ts';
import type { ReturnLine } from './line.ts';

/** Every list that is known, Thailand's first. */
export const LAYOUTS: readonly Layout[] = [...THAILAND, ...OTHERS];

export const layoutOf = (id: ListId): Layout => LAYOUTS.find((l) => l.id === id)!;

/** The texts of a line in the layout's columns, or everything that is lacking for it. */
export function cellsOf(layout: Layout, line: ReturnLine): { cells: string[] } | { lacks: Lacking[] } {
  const cells: string[] = [];
  const lacks: Lacking[] = [];
  for (const { field } of layout.columns) {
    const found = typeof field === 'string' ? fieldOf(line, field) : field.constant;
    if (typeof found === 'string') cells.push(found);
    else if (!lacks.some((known) => known.lacks.template === found.lacks.template)) lacks.push(found);
  }
  return lacks.length > 0 ? { lacks } : { cells };
}
