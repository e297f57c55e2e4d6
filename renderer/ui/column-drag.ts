import type { DragEvent } from 'react';

/** A column's name on its way from one place to another: within a table's head, or to a grouping bar. */
const TYPE = 'application/x-tallybook-column';

export function dragColumn(event: DragEvent, id: string): void {
  event.dataTransfer.setData(TYPE, id);
  event.dataTransfer.effectAllowed = 'copyMove';
}

export const isColumnDrag = (event: DragEvent): boolean => event.dataTransfer.types.includes(TYPE);

/** The column that was dropped; null where something else was. */
export const draggedColumn = (event: DragEvent): string | null => event.dataTransfer.getData(TYPE) || null;
