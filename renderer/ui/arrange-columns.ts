import type { TableLayout } from '../../services/contract/views.ts';
import { widthOf, type DataColumn } from './table-model.ts';

/** A column as it stands: `left` pixels from the edge where it is pinned. */
export interface ArrangedColumn<Row> extends DataColumn<Row> {
  left?: number;
}

/** Columns that stay at the left. */
const pinnedOf = <Row>(columns: readonly DataColumn<Row>[], layout: TableLayout | null): readonly string[] =>
  layout ? layout.pinned : columns.filter((c) => c.pinned).map((c) => c.id);

/** Columns in the order of the layout, pinned ones first; one that the layout does not know keeps the place after its neighbour. */
export function orderColumns<Row>(columns: readonly DataColumn<Row>[], layout: TableLayout | null): DataColumn<Row>[] {
  if (!layout) return [...columns.filter((c) => c.pinned), ...columns.filter((c) => !c.pinned)];
  const known = layout.order.flatMap((id) => columns.find((c) => c.id === id) ?? []);
  columns.forEach((column, index) => {
    if (known.includes(column)) return;
    const before = columns.slice(0, index).findLast((c) => known.includes(c));
    known.splice(before ? known.indexOf(before) + 1 : 0, 0, column);
  });
  const pinned = layout.pinned.flatMap((id) => known.find((c) => c.id === id) ?? []);
  return [...pinned, ...known.filter((c) => !pinned.includes(c))];
}

export const isHidden = <Row>(column: DataColumn<Row>, layout: TableLayout | null): boolean =>
  layout?.order.includes(column.id) ? layout.hidden.includes(column.id) : (column.hidden ?? false);

/** What is shown: ordered, without hidden columns, as wide as the layout says. `lead`: pixels before the first column. */
export function arrangeColumns<Row>(columns: readonly DataColumn<Row>[], layout: TableLayout | null, lead: number): ArrangedColumn<Row>[] {
  let left = lead;
  const pinned = pinnedOf(columns, layout);
  return orderColumns(columns, layout)
    .filter((c) => !isHidden(c, layout))
    .map((column) => {
      const own = layout?.widths[column.id];
      const arranged: ArrangedColumn<Row> = own === undefined ? { ...column } : { ...column, width: own, grow: false };
      if (pinned.includes(column.id)) {
        arranged.left = left;
        arranged.grow = false;
        left += widthOf(arranged);
      }
      return arranged;
    });
}

/** The layout with every column named, to be changed in one point. */
export function layoutOf<Row>(columns: readonly DataColumn<Row>[], layout: TableLayout | null): TableLayout {
  const ordered = orderColumns(columns, layout);
  return {
    hidden: columns.filter((c) => isHidden(c, layout)).map((c) => c.id),
    // Columns that are away just now keep their places.
    order: [...ordered.map((c) => c.id), ...(layout?.order.filter((id) => !columns.some((c) => c.id === id)) ?? [])],
    widths: { ...layout?.widths },
    pinned: [...pinnedOf(columns, layout)],
  };
}

/** The layout with a column before another one; pinned as the other one is. */
export function moveColumn(layout: TableLayout, id: string, before: string): TableLayout {
  if (id === before) return layout;
  const put = (list: readonly string[]): string[] => {
    const rest = list.filter((other) => other !== id);
    const at = rest.indexOf(before);
    return at < 0 ? rest : [...rest.slice(0, at), id, ...rest.slice(at)];
  };
  return { ...layout, order: put(layout.order), pinned: put(layout.pinned) };
}
