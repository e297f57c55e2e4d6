import { ActionIcon, Checkbox, Popover, Tooltip } from '@mantine/core';
import { IconColumns3, IconPin, IconPinFilled, IconGripVertical } from '@tabler/icons-react';
import { memo, useState, type KeyboardEvent } from 'react';
import type { TableLayout } from '../../services/contract/views.ts';
import { useWords } from '../i18n/index.ts';
import type words from '../i18n/en/table.json';
import { isHidden, layoutOf, moveColumn, orderColumns } from './arrange-columns.ts';
import { draggedColumn, dragColumn, isColumnDrag } from './column-drag.ts';
import { widthOf, type DataColumn } from './table-model.ts';

const STEP = 16;

/**
 * Chooses which columns are shown, in what order, how wide, and which stay at the left. One column is always shown. By keyboard:
 * Alt with the arrows moves a column and widens it.
 */
function ChooserOf<Row>({
  columns,
  layout,
  onChange,
}: {
  columns: readonly DataColumn<Row>[];
  layout: TableLayout | null;
  onChange: (layout: TableLayout | null) => void;
}) {
  const t = useWords<typeof words>('table');
  const [over, setOver] = useState<string | null>(null);
  const ordered = orderColumns(columns, layout);
  const full = layoutOf(columns, layout);
  const toggle = (id: string): void => {
    const hidden = full.hidden.includes(id) ? full.hidden.filter((other) => other !== id) : [...full.hidden, id];
    if (columns.some((c) => !hidden.includes(c.id))) onChange({ ...full, hidden });
  };
  const pin = (id: string): void =>
    onChange({ ...full, pinned: full.pinned.includes(id) ? full.pinned.filter((p) => p !== id) : [...full.pinned, id] });
  const put = (id: string, before: string | undefined): void =>
    onChange(before === undefined ? { ...full, order: [...full.order.filter((o) => o !== id), id] } : moveColumn(full, id, before));
  const onKeyDown = (event: KeyboardEvent, index: number): void => {
    const column = ordered[index];
    if (!event.altKey || !column) return;
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    const wider = { ArrowLeft: -STEP, ArrowRight: STEP }[event.key];
    if (step !== undefined && ordered[index + step]) put(column.id, step < 0 ? ordered[index - 1]?.id : ordered[index + 2]?.id);
    else if (wider !== undefined) {
      const width = Math.min(1200, Math.max(48, (full.widths[column.id] ?? widthOf(column)) + wider));
      onChange({ ...full, widths: { ...full.widths, [column.id]: width } });
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <Popover position="bottom-end" shadow="md" trapFocus>
      <Popover.Target>
        <Tooltip label={t('columns')}>
          <ActionIcon variant="subtle" color="gray" size="sm" aria-label={t('columns')}>
            <IconColumns3 size={16} stroke={1.5} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown p="xs" aria-label={t('columns')}>
        <fieldset className="chooser">
          <legend>{t('columns')}</legend>
          <p className="dim chooser-hint">{t('columnsHint')}</p>
          <ul className="chooser-list">
            {ordered.map((column, index) => {
              const pinned = full.pinned.includes(column.id);
              return (
                <li
                  key={column.id}
                  className={over === column.id ? 'drop-here' : undefined}
                  draggable
                  onDragStart={(event) => dragColumn(event, column.id)}
                  onDragOver={(event) => {
                    if (!isColumnDrag(event)) return;
                    event.preventDefault();
                    setOver(column.id);
                  }}
                  onDragLeave={() => setOver(null)}
                  onDrop={(event) => {
                    setOver(null);
                    const id = draggedColumn(event);
                    if (id === null || !columns.some((c) => c.id === id)) return;
                    event.preventDefault();
                    put(id, column.id);
                  }}
                  onKeyDown={(event) => onKeyDown(event, index)}
                >
                  <IconGripVertical size={14} stroke={1.5} className="chooser-grip" aria-hidden="true" />
                  <Checkbox size="xs" label={column.header} checked={!isHidden(column, layout)} onChange={() => toggle(column.id)} />
                  <ActionIcon
                    size={20}
                    variant="subtle"
                    color={pinned ? undefined : 'gray'}
                    className={pinned ? undefined : 'chooser-pin'}
                    aria-label={t('pin', { name: column.header })}
                    aria-pressed={pinned}
                    title={t('pin', { name: column.header })}
                    onClick={() => pin(column.id)}
                  >
                    {pinned ? <IconPinFilled size={13} /> : <IconPin size={13} stroke={1.5} />}
                  </ActionIcon>
                </li>
              );
            })}
          </ul>
          <button type="button" className="link" disabled={layout === null} onClick={() => onChange(null)}>
            {t('resetColumns')}
          </button>
        </fieldset>
      </Popover.Dropdown>
    </Popover>
  );
}

/** Drawn again only when a column changes, not while one scrolls. */
export const ColumnChooser = memo(ChooserOf) as typeof ChooserOf;
