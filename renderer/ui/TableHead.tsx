import { columnVisibilityFeature, rowSortingFeature, tableFeatures, useTable, type SortingState } from '@tanstack/react-table';
import { memo, useMemo } from 'react';
import type { TableLayout } from '../../services/contract/views.ts';
import { layoutOf, moveColumn, type ArrangedColumn } from './arrange-columns.ts';
import { HeaderCell } from './HeaderCell.tsx';
import type { DataColumn } from './table-model.ts';

const features = tableFeatures({ columnVisibilityFeature, rowSortingFeature });
const NO_ROWS: never[] = [];

export interface TableFilters {
  can: (id: string) => boolean;
  has: (id: string) => boolean;
  ask: (id: string) => void;
}

interface TableHeadProps<Row> {
  columns: readonly DataColumn<Row>[];
  shown: readonly ArrangedColumn<Row>[];
  layout: TableLayout | null;
  setLayout: (layout: TableLayout | null) => void;
  sorting: SortingState;
  setSort: (sort: SortingState) => void;
  filters: TableFilters | undefined;
}

/** The heads of the columns; drawn again only when one of them changes, not while one scrolls. */
function HeadOf<Row extends object>({ columns, shown, layout, setLayout, sorting, setSort, filters }: TableHeadProps<Row>) {
  const defs = useMemo(
    () => columns.map((c) => ({ id: c.id, accessorFn: (row: Row) => c.value(row), enableSorting: c.sortable ?? true })),
    [columns],
  );
  const visibility = useMemo(() => Object.fromEntries(columns.map((c) => [c.id, shown.some((s) => s.id === c.id)])), [columns, shown]);
  const table = useTable({
    features,
    columns: defs,
    data: NO_ROWS,
    manualSorting: true,
    state: { sorting, columnVisibility: visibility },
    onSortingChange: (update) => setSort(typeof update === 'function' ? update(sorting) : update),
  });
  const change = (next: (full: TableLayout) => TableLayout): void => setLayout(next(layoutOf(columns, layout)));
  return (
    <>
      {shown.map((column) => {
        const handle = table.getColumn(column.id);
        return (
          <HeaderCell
            key={column.id}
            column={column}
            sorted={handle?.getIsSorted() ?? false}
            canSort={column.sortable ?? true}
            onSort={(more) => handle?.toggleSorting(undefined, more)}
            onFilter={filters?.can(column.id) ? () => filters.ask(column.id) : undefined}
            filtered={filters?.has(column.id) ?? false}
            onWidth={(pixels) =>
              change((full) => {
                const { [column.id]: _, ...widths } = full.widths;
                return { ...full, widths: pixels === null ? widths : { ...widths, [column.id]: pixels } };
              })
            }
            onDrop={(id) => {
              if (columns.some((c) => c.id === id)) change((full) => moveColumn(full, id, column.id));
            }}
          />
        );
      })}
    </>
  );
}
export const TableHead = memo(HeadOf) as typeof HeadOf;
