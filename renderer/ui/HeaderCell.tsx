import { IconFilter, IconFilterFilled } from '@tabler/icons-react';
import { useRef, useState, type DragEvent, type PointerEvent } from 'react';
import { useWords } from '../i18n/index.ts';
import type words from '../i18n/en/table.json';
import type { ArrangedColumn } from './arrange-columns.ts';
import { draggedColumn, dragColumn, isColumnDrag } from './column-drag.ts';
import { pinOf } from './TableParts.tsx';
import { alignOf } from './table-model.ts';

interface HeaderCellProps<Row> {
  column: ArrangedColumn<Row>;
  sorted: false | 'asc' | 'desc';
  canSort: boolean;
  onSort: (more: boolean) => void;
  /** Given where the column can be filtered; `filtered`: it is. */
  onFilter?: (() => void) | undefined;
  filtered?: boolean;
  onWidth: (width: number | null) => void;
  /** Another column was dropped here, to stand before this one. */
  onDrop: (id: string) => void;
}

/**
 * A column's head: sorts by a click (with Shift in addition), is dragged to another place, and has its width dragged at its end; a double
 * click there gives the width back. By keyboard: the table's column chooser.
 */
export function HeaderCell<Row>({ column, sorted, canSort, onSort, onFilter, filtered = false, onWidth, onDrop }: HeaderCellProps<Row>) {
  const t = useWords<typeof words>('table');
  const [over, setOver] = useState(false);
  const pin = pinOf(column.left);
  const name = (
    <>
      {column.header}
      {column.currency ? <span className="unit"> {column.currency}</span> : null}
    </>
  );
  return (
    <div
      role="columnheader"
      className={`th at-${alignOf(column)}${pin.className}${over ? ' drop-here' : ''}`}
      style={pin.style}
      title={canSort ? undefined : column.help}
      aria-sort={!canSort ? undefined : sorted === 'asc' ? 'ascending' : sorted === 'desc' ? 'descending' : 'none'}
      draggable
      onDragStart={(event) => dragColumn(event, column.id)}
      onDragOver={(event: DragEvent) => {
        if (!isColumnDrag(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        const id = draggedColumn(event);
        if (id === null || id === column.id) return;
        event.preventDefault();
        onDrop(id);
      }}
    >
      {canSort ? (
        <button type="button" className="head-sort" tabIndex={-1} title={column.help} onClick={(event) => onSort(event.shiftKey)}>
          <span>{name}</span>
          <span className="sort" aria-hidden="true">
            {sorted === 'asc' ? '↑' : sorted === 'desc' ? '↓' : ''}
          </span>
        </button>
      ) : (
        <span className="head-words">{name}</span>
      )}
      {onFilter && (
        <button
          type="button"
          className={filtered ? 'head-filter on' : 'head-filter'}
          tabIndex={-1}
          aria-label={t('filterColumn', { name: column.header })}
          title={t('filterColumn', { name: column.header })}
          onClick={onFilter}
        >
          {filtered ? <IconFilterFilled size={12} /> : <IconFilter size={12} stroke={1.75} />}
        </button>
      )}
      <Grip onWidth={onWidth} />
    </div>
  );
}

function Grip({ onWidth }: { onWidth: (width: number | null) => void }) {
  const from = useRef<{ x: number; width: number } | null>(null);
  const onPointerDown = (event: PointerEvent<HTMLSpanElement>): void => {
    event.preventDefault();
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    from.current = { x: event.clientX, width: event.currentTarget.parentElement?.getBoundingClientRect().width ?? 0 };
  };
  const onPointerMove = (event: PointerEvent): void => {
    if (from.current) onWidth(Math.round(Math.min(1200, Math.max(48, from.current.width + event.clientX - from.current.x))));
  };
  return (
    <span
      className="grip"
      aria-hidden="true"
      draggable={false}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={() => (from.current = null)}
      onPointerCancel={() => (from.current = null)}
      onDoubleClick={() => onWidth(null)}
    />
  );
}
