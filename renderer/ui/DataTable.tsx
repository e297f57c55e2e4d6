import { Checkbox, Loader } from '@mantine/core';
import type { SortingState } from '@tanstack/react-table';
import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useActions } from '../actions/registry.ts';
import type { RowSource } from '../app/usePages.ts';
import { useWords } from '../i18n/index.ts';
import type words from '../i18n/en/common.json';
import { arrangeColumns } from './arrange-columns.ts';
import { ColumnChooser } from './ColumnChooser.tsx';
import { ErrorState } from './ErrorState.tsx';
import { useTableLayout } from './table-layout.ts';
import { TableHead, type TableFilters } from './TableHead.tsx';
import { TotalsRow } from './TableParts.tsx';
import { TableRow, type RowDeeds } from './TableRow.tsx';
import { sortRows, templateOf, totalWidth, type DataColumn, type Totals } from './table-model.ts';
import { widestFraction } from './amount-text.ts';
import { useRowWindow } from './useRowWindow.ts';
import { useTableKeys } from './useTableKeys.ts';

export type { DataColumn, Totals } from './table-model.ts';

const SELECT_WIDTH = 32;

export interface DataTableProps<Row> {
  /** Remembers under this name which columns are shown, in what order, how wide, and which are pinned. */
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
  /** Totals of the filter, and of the selection; a line for each currency where there are several. */
  totals?: Totals | readonly Totals[] | null;
  selectionTotals?: Totals | readonly Totals[] | null;
  /** Buttons beside the selection's totals. */
  selectionActions?: ReactNode;
  /** Left of the column chooser: filters, search. */
  toolbar?: ReactNode;
  /** Shown instead of rows when there are none. */
  empty: ReactNode;
  /** Further class of a row, such as `rejected`. */
  rowClass?: (row: Row) => string | undefined;
  /** Makes the rows a tree: depth from 1, whether a row is open (null: nothing below it), and what opens and closes it. */
  tree?: TableTree<Row>;
  /** Columns that can be filtered from their heads, and those that are. */
  filters?: TableFilters;
}

export interface TableTree<Row> {
  level: (row: Row) => number;
  expanded: (row: Row) => boolean | null;
  toggle: (row: Row, open: boolean) => void;
}

/** A virtualised table: sort, choose columns, select, and work it by keyboard. Amount columns align on the point. */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const { columns, source, rowId, selected, onSelect, onOpen } = props;
  const t = useWords<typeof words>('common');
  const tickWords = t('table.selectRow', { row: '#' });
  const base = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [cursor, setCursor] = useState(0);
  const [ownSort, setOwnSort] = useState<SortingState>([]);
  const sorting = props.sort ?? ownSort;
  const setSort = props.onSort ?? setOwnSort;
  const [layout, setLayout] = useTableLayout(props.id, columns);
  const lead = onSelect ? SELECT_WIDTH : 0;
  const shown = useMemo(() => arrangeColumns(columns, layout, lead), [columns, layout, lead]);

  const local = props.onSort === undefined;
  const sorted = useMemo(() => (local ? sortRows(source.loaded, columns, sorting) : null), [local, source.loaded, columns, sorting]);
  const at = (index: number): Row | undefined => (sorted ? sorted[index] : source.at(index));
  const some = (selected?.size ?? 0) > 0;
  const totals = useMemo(() => listOf(props.totals), [props.totals]);
  const ofSelection = useMemo(() => (some ? listOf(props.selectionTotals) : []), [some, props.selectionTotals]);
  const places = useMemo(
    () =>
      new Map(
        shown
          .filter((c) => c.kind === 'amount')
          .map((c) => [
            c.id,
            widestFraction([
              ...source.loaded.map((r) => text(c.value(r))),
              ...[...totals, ...ofSelection].map((line) => line.values[c.id]),
            ]),
          ]),
      ),
    [shown, source.loaded, totals, ofSelection],
  );

  const rowHeight = useRowHeight();
  const feet = totals.length + ofSelection.length;
  const rows = useRowWindow(scroller, { count: source.count, rowHeight, head: HEAD, foot: feet * HEAD });
  const { first, last } = rows;
  const { want } = source;
  useEffect(() => want(first, Math.max(first, last)), [want, first, last]);
  const here = Math.max(0, Math.min(cursor, source.count - 1));

  const { tree } = props;
  /** → opens, ← closes or goes to the row that this one stands under. */
  function fold(index: number, open: boolean): boolean {
    const row = at(index);
    if (!row || !tree) return false;
    const now = tree.expanded(row);
    if (now === !open) tree.toggle(row, open);
    else if (open) return false;
    else {
      let parent = index - 1;
      for (let other = at(parent); other && tree.level(other) >= tree.level(row); other = at(parent)) parent -= 1;
      if (parent < 0) return false;
      setCursor(parent);
      rows.scrollTo(parent);
    }
    return true;
  }

  const keys = useTableKeys({
    count: source.count,
    cursor: here,
    idAt: (index) => {
      const row = at(index);
      return row ? rowId(row) : undefined;
    },
    moveTo: (index) => {
      setCursor(index);
      rows.scrollTo(index);
      const row = at(index);
      if (row && props.activeId && onOpen) onOpen(row);
    },
    open: () => {
      const row = at(here);
      if (row && onOpen) onOpen(row);
    },
    page: rows.page,
    ...(props.tree ? { fold: (open: boolean) => fold(here, open) } : {}),
    copy: () => {
      const row = at(here);
      if (row) void navigator.clipboard.writeText(shown.map((c) => text(c.value(row)) ?? '').join('\t'));
    },
    ...(selected && onSelect ? { selected, select: onSelect } : {}),
  });
  useActions(keys.actions);

  const width = totalWidth(shown) + lead;
  const template = `${onSelect ? `${SELECT_WIDTH}px ` : ''}${templateOf(shown)}`;
  const line = useMemo(() => ({ gridTemplateColumns: template, minWidth: width }), [template, width]);
  const loadedIds = onSelect ? source.loaded.map(rowId) : [];
  const allSelected = loadedIds.length > 0 && loadedIds.every((id) => selected?.has(id));

  // Rows keep their deeds while the table lives: only what is new on a row draws it again.
  const doing = useRef<RowDeeds>(NOTHING);
  useLayoutEffect(() => {
    doing.current = {
      click: (index, event) => {
        setCursor(index);
        const row = at(index);
        if (onSelect && event.shiftKey) keys.range(here, index);
        else if (onSelect && (event.ctrlKey || event.metaKey)) keys.toggle(index);
        else if (row && onOpen && !hasSelection()) onOpen(row);
      },
      tick: (index, range) => {
        if (range) keys.range(here, index);
        else keys.toggle(index);
        setCursor(index);
      },
      fold: (index) => {
        setCursor(index);
        const row = at(index);
        if (row && tree) tree.toggle(row, !(tree.expanded(row) ?? false));
      },
    };
  });
  const [deeds] = useState<RowDeeds>(() => ({
    click: (index, event) => doing.current.click(index, event),
    tick: (index, range) => doing.current.tick(index, range),
    fold: (index) => doing.current.fold(index),
  }));
  return (
    <div className="table">
      <div className="table-bar">
        <div className="table-tools">{props.toolbar}</div>
        {source.loading && source.count > 0 ? <Loader size={14} aria-label={t('loading')} /> : null}
        <ColumnChooser columns={columns} layout={layout} onChange={setLayout} />
      </div>
      <div
        ref={scroller}
        className="table-scroll"
        role={tree ? 'treegrid' : 'grid'}
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
              <div
                role="columnheader"
                className={shown[0]?.left === undefined ? 'th select' : 'th select pinned'}
                style={shown[0]?.left === undefined ? undefined : { insetInlineStart: 0 }}
              >
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
            <TableHead
              columns={columns}
              shown={shown}
              layout={layout}
              setLayout={setLayout}
              sorting={sorting}
              setSort={setSort}
              filters={props.filters}
            />
          </div>
        </div>
        {source.count > 0 ? (
          <div role="rowgroup" className="table-rows" style={{ height: rows.height, minWidth: width }}>
            {indexes(rows.first, rows.last).map((index) => {
              const row = at(index);
              const id = row ? rowId(row) : undefined;
              const isSelected = id !== undefined && (selected?.has(id) ?? false);
              return (
                <TableRow
                  key={index}
                  id={`${base}-${index}`}
                  index={index}
                  top={index * rowHeight - rows.shift}
                  height={rowHeight}
                  row={row}
                  columns={shown}
                  places={places}
                  line={line}
                  className={[
                    index === here ? 'cursor' : '',
                    isSelected ? 'selected' : '',
                    id !== undefined && id === props.activeId ? 'active' : '',
                    row ? (props.rowClass?.(row) ?? '') : '',
                  ]
                    .filter(Boolean)
                    .join(' ')}
                  selected={onSelect ? isSelected : null}
                  level={tree ? (row ? tree.level(row) : 1) : null}
                  expanded={tree && row ? tree.expanded(row) : null}
                  tickWords={tickWords}
                  deeds={deeds}
                />
              );
            })}
          </div>
        ) : null}
        {feet > 0 && source.count > 0 ? (
          <div role="rowgroup" className="table-foot">
            {[...totals, ...ofSelection].map((sums, index) => (
              <TotalsRow
                key={index}
                totals={sums}
                columns={shown}
                places={places}
                line={line}
                lead={onSelect !== undefined}
                className={index < totals.length ? '' : 'of-selection'}
              />
            ))}
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

const listOf = (totals: Totals | readonly Totals[] | null | undefined): readonly Totals[] =>
  Array.isArray(totals) ? (totals as readonly Totals[]) : totals ? [totals as Totals] : [];
const HEAD = 30;
const NOTHING: RowDeeds = { click: () => undefined, tick: () => undefined, fold: () => undefined };
const indexes = (first: number, last: number): number[] => Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
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
