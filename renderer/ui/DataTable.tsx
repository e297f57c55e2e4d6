import { Checkbox, Loader } from '@mantine/core';
import { columnVisibilityFeature, rowSortingFeature, tableFeatures, useTable, type SortingState } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useActions } from '../actions/registry.ts';
import type { RowSource } from '../app/usePages.ts';
import { useWords } from '../i18n/index.ts';
import type words from '../i18n/en/common.json';
import { ColumnChooser, useHiddenColumns } from './ColumnChooser.tsx';
import { ErrorState } from './ErrorState.tsx';
import { Cell, HeaderCell, TotalsRow } from './TableParts.tsx';
import { sortRows, templateOf, totalWidth, type DataColumn, type Totals } from './table-model.ts';
import { widestFraction } from './amount-text.ts';
import { useTableKeys } from './useTableKeys.ts';

export type { DataColumn, Totals } from './table-model.ts';

const features = tableFeatures({ columnVisibilityFeature, rowSortingFeature });
const SELECT_WIDTH = 32;

export interface DataTableProps<Row> {
  /** Remembers hidden columns under this name. */
  id: string;
  /** What the table lists, for screen readers and the totals line. */
  label: string;
  columns: readonly DataColumn<Row>[];
  source: RowSource<Row>;
  rowId: (row: Row) => string;
  /** Enter or a click; while an inspector is open (`activeId` set) moving opens too. */
  onOpen?: (row: Row) => void;
  /** The row whose inspector is open. */
  activeId?: string | null;
  /** Ids selected; with onSelect, rows get check boxes. */
  selected?: ReadonlySet<string>;
  onSelect?: (selected: ReadonlySet<string>) => void;
  /** Controlled sort for paged sources (the services sort). Without it rows are sorted here, exactly. */
  sort?: SortingState;
  onSort?: (sort: SortingState) => void;
  /** Totals of the filter, and of the selection. */
  totals?: Totals | null;
  selectionTotals?: Totals | null;
  /** Buttons beside the selection's totals. */
  selectionActions?: ReactNode;
  /** Left of the column chooser: filters, search. */
  toolbar?: ReactNode;
  /** Shown instead of rows when there are none. */
  empty: ReactNode;
  /** Further class of a row, such as `rejected`. */
  rowClass?: (row: Row) => string | undefined;
}

/** A virtualised table: sort, choose columns, select, and work it by keyboard. Amount columns align on the point. */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const { columns, source, rowId, selected, onSelect, onOpen } = props;
  const t = useWords<typeof words>('common');
  const base = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [cursor, setCursor] = useState(0);
  const [ownSort, setOwnSort] = useState<SortingState>([]);
  const sorting = props.sort ?? ownSort;
  const setSort = props.onSort ?? setOwnSort;
  const [hidden, setHidden] = useHiddenColumns(props.id, columns);

  const defs = useMemo(
    () => columns.map((c) => ({ id: c.id, accessorFn: (row: Row) => c.value(row), enableSorting: c.sortable ?? true })),
    [columns],
  );
  const visibility = useMemo(() => Object.fromEntries(columns.map((c) => [c.id, !hidden.has(c.id)])), [columns, hidden]);
  const table = useTable({
    features,
    columns: defs,
    data: NO_ROWS,
    manualSorting: true,
    state: { sorting, columnVisibility: visibility },
    onSortingChange: (update) => setSort(typeof update === 'function' ? update(sorting) : update),
  });
  const shown = columns.filter((c) => table.getColumn(c.id)?.getIsVisible());
  const local = props.onSort === undefined;
  const sorted = useMemo(() => (local ? sortRows(source.loaded, columns, sorting) : null), [local, source.loaded, columns, sorting]);
  const at = (index: number): Row | undefined => (sorted ? sorted[index] : source.at(index));
  const places = useMemo(
    () =>
      new Map(
        columns
          .filter((c) => c.kind === 'amount')
          .map((c) => [
            c.id,
            widestFraction([
              ...source.loaded.map((r) => text(c.value(r))),
              props.totals?.values[c.id],
              props.selectionTotals?.values[c.id],
            ]),
          ]),
      ),
    [columns, source.loaded, props.totals, props.selectionTotals],
  );

  const rowHeight = useRowHeight();
  const virtual = useVirtualizer({
    count: source.count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    scrollPaddingStart: 30,
    scrollPaddingEnd: 64,
  });
  useEffect(() => virtual.measure(), [rowHeight, virtual]);
  const items = virtual.getVirtualItems();
  const [from, to] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0];
  const { want } = source;
  useEffect(() => want(from, to), [want, from, to]);
  const here = Math.max(0, Math.min(cursor, source.count - 1));

  const keys = useTableKeys({
    count: source.count,
    cursor: here,
    idAt: (index) => {
      const row = at(index);
      return row ? rowId(row) : undefined;
    },
    moveTo: (index) => {
      setCursor(index);
      virtual.scrollToIndex(index, { align: 'auto' });
      const row = at(index);
      if (row && props.activeId && onOpen) onOpen(row);
    },
    open: () => {
      const row = at(here);
      if (row && onOpen) onOpen(row);
    },
    copy: () => {
      const row = at(here);
      if (row) void navigator.clipboard.writeText(shown.map((c) => text(c.value(row)) ?? '').join('\t'));
    },
    ...(selected && onSelect ? { selected, select: onSelect } : {}),
  });
  useActions(keys.actions);

  const width = totalWidth(shown) + (onSelect ? SELECT_WIDTH : 0);
  const template = `${onSelect ? `${SELECT_WIDTH}px ` : ''}${templateOf(shown)}`;
  const line = { gridTemplateColumns: template, minWidth: width };
  const loadedIds = onSelect ? source.loaded.map(rowId) : [];
  const allSelected = loadedIds.length > 0 && loadedIds.every((id) => selected?.has(id));
  const some = (selected?.size ?? 0) > 0;

  return (
    <div className="table">
      <div className="table-bar">
        <div className="table-tools">{props.toolbar}</div>
        {source.loading && source.count > 0 ? <Loader size={14} aria-label={t('loading')} /> : null}
        <ColumnChooser columns={columns} hidden={hidden} onChange={setHidden} />
      </div>
      <div
        ref={scroller}
        className="table-scroll"
        role="grid"
        tabIndex={0}
        aria-label={props.label}
        aria-rowcount={source.count + 1}
        aria-colcount={shown.length + (onSelect ? 1 : 0)}
        aria-multiselectable={onSelect ? true : undefined}
        aria-activedescendant={source.count > 0 && at(here) ? `${base}-${here}` : undefined}
        onKeyDown={(event: KeyboardEvent) => keys.onKeyDown(event)}
      >
        <div role="rowgroup" className="table-head">
          <div role="row" className="tr" style={line} aria-rowindex={1}>
            {onSelect && (
              <div role="columnheader" className="th select">
                <Checkbox
                  size="xs"
                  tabIndex={-1}
                  aria-label={t('table.selectAll')}
                  checked={allSelected}
                  indeterminate={some && !allSelected}
                  onChange={() => onSelect(allSelected ? new Set() : new Set(loadedIds))}
                />
              </div>
            )}
            {shown.map((column) => {
              const handle = table.getColumn(column.id);
              return (
                <HeaderCell
                  key={column.id}
                  column={column}
                  sorted={handle?.getIsSorted() ?? false}
                  canSort={column.sortable ?? true}
                  onSort={(more) => handle?.toggleSorting(undefined, more)}
                />
              );
            })}
          </div>
        </div>
        {source.count > 0 ? (
          <div role="rowgroup" className="table-rows" style={{ height: virtual.getTotalSize(), minWidth: width }}>
            {items.map((item) => {
              const row = at(item.index);
              const id = row ? rowId(row) : undefined;
              const isSelected = id !== undefined && (selected?.has(id) ?? false);
              const state = [
                item.index === here ? 'cursor' : '',
                isSelected ? 'selected' : '',
                id !== undefined && id === props.activeId ? 'active' : '',
                row ? (props.rowClass?.(row) ?? '') : '',
              ]
                .filter(Boolean)
                .join(' ');
              return (
                <div
                  key={item.key}
                  id={`${base}-${item.index}`}
                  role="row"
                  className={`tr ${state}`}
                  aria-rowindex={item.index + 2}
                  aria-selected={onSelect ? isSelected : undefined}
                  style={{ ...line, height: item.size, transform: `translateY(${item.start}px)` }}
                  onClick={(event) => {
                    setCursor(item.index);
                    if (onSelect && event.shiftKey) keys.range(here, item.index);
                    else if (onSelect && (event.ctrlKey || event.metaKey)) keys.toggle(item.index);
                    else if (row && onOpen && !hasSelection()) onOpen(row);
                  }}
                >
                  {onSelect && (
                    <div role="gridcell" className="td select">
                      <Checkbox
                        size="xs"
                        tabIndex={-1}
                        aria-label={t('table.selectRow', { row: item.index + 1 })}
                        checked={isSelected}
                        disabled={!row}
                        onClick={(event) => event.stopPropagation()}
                        onChange={(event) => {
                          if ((event.nativeEvent as MouseEvent).shiftKey) keys.range(here, item.index);
                          else keys.toggle(item.index);
                          setCursor(item.index);
                        }}
                      />
                    </div>
                  )}
                  {shown.map((column) => (
                    <Cell key={column.id} column={column} row={row} places={places.get(column.id)} />
                  ))}
                </div>
              );
            })}
          </div>
        ) : null}
        {(props.totals || (some && props.selectionTotals)) && source.count > 0 ? (
          <div role="rowgroup" className="table-foot">
            {props.totals && <TotalsRow totals={props.totals} columns={shown} places={places} line={line} lead={onSelect !== undefined} />}
            {some && props.selectionTotals && (
              <TotalsRow
                totals={props.selectionTotals}
                columns={shown}
                places={places}
                line={line}
                lead={onSelect !== undefined}
                className="of-selection"
              />
            )}
          </div>
        ) : null}
      </div>
      {source.error ? <ErrorState error={source.error} retry={source.retry} /> : null}
      {source.count === 0 && !source.error ? (
        <div className="table-empty">{source.loading ? <Loader size="sm" aria-label={t('loading')} /> : props.empty}</div>
      ) : null}
      {some && (
        <div className="selection-bar" role="status">
          <span>{t('table.selected', { count: selected?.size ?? 0 })}</span>
          <div className="row-actions">
            {props.selectionActions}
            <button type="button" className="link" onClick={() => onSelect?.(new Set())}>
              {t('table.clear')}
            </button>
          </div>
        </div>
      )}
    </div>
  );
}

const NO_ROWS: never[] = [];
const text = (value: string | number | null | undefined): string | null => (value === null || value === undefined ? null : String(value));
/** A drag that marked text is not a click on the row. */
const hasSelection = (): boolean => (window.getSelection()?.toString() ?? '') !== '';

function useRowHeight(): number {
  const [comfortable, set] = useState(() => document.documentElement.dataset['density'] === 'comfortable');
  useEffect(() => {
    const watch = new MutationObserver(() => set(document.documentElement.dataset['density'] === 'comfortable'));
    watch.observe(document.documentElement, { attributes: true, attributeFilter: ['data-density'] });
    return () => watch.disconnect();
  }, []);
  return comfortable ? 38 : 30;
}
