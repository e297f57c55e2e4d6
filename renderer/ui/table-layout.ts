import { useCallback, useSyncExternalStore } from 'react';
import type { TableLayout } from '../../services/contract/views.ts';
import type { DataColumn } from './table-model.ts';

/*
 * How the user laid a table's columns out, kept under the table's name. `order` names every column there was when it was laid out, so
 * that a column that came later stands where the program puts it.
 */

const layouts = new Map<string, TableLayout | null>();
const listeners = new Set<() => void>();
const keyOf = (id: string): string => `tallybook-table-${id}`;
const formerKeyOf = (id: string): string => `tallybook-columns-${id}`;

const isTexts = (value: unknown): value is string[] => Array.isArray(value) && value.every((v) => typeof v === 'string');

/** A layout out of what was kept; null where it is none. */
export function readTableLayout(text: string | null): TableLayout | null {
  if (text === null) return null;
  try {
    const { hidden, order, widths, pinned } = JSON.parse(text) as Partial<Record<keyof TableLayout, unknown>>;
    if (!isTexts(hidden) || !isTexts(order) || !isTexts(pinned) || widths === null || typeof widths !== 'object') return null;
    const numbers = Object.entries(widths).filter(([, w]) => typeof w === 'number' && w >= 40 && w <= 2000);
    return { hidden, order, pinned, widths: Object.fromEntries(numbers) };
  } catch {
    return null;
  }
}

/** Earlier versions kept the hidden columns only. */
function readFormer(id: string, columns: readonly { id: string }[]): TableLayout | null {
  const text = window.localStorage.getItem(formerKeyOf(id));
  try {
    const hidden: unknown = JSON.parse(text ?? 'null');
    return isTexts(hidden) ? { hidden, order: columns.map((c) => c.id), widths: {}, pinned: [] } : null;
  } catch {
    return null;
  }
}

/** The layout that is kept for a table; null: as the program lays it out. */
export function tableLayout(id: string): TableLayout | null {
  let layout = layouts.get(id);
  if (layout === undefined) layouts.set(id, (layout = readTableLayout(window.localStorage.getItem(keyOf(id)))));
  return layout;
}

/** Lays a table out, shown at once and kept; null: as the program does. */
export function setTableLayout(id: string, layout: TableLayout | null): void {
  layouts.set(id, layout);
  window.localStorage.removeItem(formerKeyOf(id));
  if (layout) window.localStorage.setItem(keyOf(id), JSON.stringify(layout));
  else window.localStorage.removeItem(keyOf(id));
  for (const listener of listeners) listener();
}

/** Tells the listener whenever a table is laid out anew. Returns how to stop. */
export const followTableLayouts = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** A table's layout as state. */
export function useTableLayout<Row>(
  id: string,
  columns: readonly DataColumn<Row>[],
): [TableLayout | null, (layout: TableLayout | null) => void] {
  const kept = useSyncExternalStore(
    followTableLayouts,
    useCallback(() => tableLayout(id), [id]),
  );
  if (kept === null && layouts.get(id) === null && window.localStorage.getItem(formerKeyOf(id)) !== null) {
    const former = readFormer(id, columns);
    if (former) layouts.set(id, former);
  }
  const change = useCallback((layout: TableLayout | null) => setTableLayout(id, layout), [id]);
  return [layouts.get(id) ?? null, change];
}
