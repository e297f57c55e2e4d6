import { Button, CloseButton, Menu, Popover } from '@mantine/core';
import { IconLayersSubtract } from '@tabler/icons-react';
import { useState, type DragEvent } from 'react';
import { useActions } from '../../../actions/registry.ts';
import { draggedColumn, dragColumn, isColumnDrag } from '../../../ui/column-drag.ts';
import { useDetailWords } from '../detail-words.ts';
import { MOST_GROUPS } from '../place.ts';
import { useBillWords } from '../words.ts';
import { ColumnPicker } from './ColumnPicker.tsx';
import { GROUP_COLUMNS, isGroupable } from './filter-columns.ts';
import { useTagColumns } from './useTagColumns.ts';
import { AT_ONCE } from './popover.ts';
import type { DetailsState } from './useDetails.ts';

/** The column put before another one, or last; one that stands there already moves. */
export function placed(groupBy: readonly string[], name: string, before: string | null): string[] {
  const rest = groupBy.filter((n) => n !== name);
  const at = before === null || before === name ? rest.length : rest.indexOf(before);
  return before === name ? [...groupBy] : [...rest.slice(0, at), name, ...rest.slice(at)].slice(0, MOST_GROUPS);
}

/**
 * The grouping bar: columns in the order of their levels. They are picked from a list (key p) or dragged here from a table's head, and
 * dragged, or moved by their menus, into another order.
 */
export function GroupButton({ state }: { state: DetailsState }) {
  const { t, column } = useBillWords();
  const { place, change, scope } = state;
  const [opened, setOpened] = useState(false);
  const [over, setOver] = useState<string | null>(null);
  const tags = useTagColumns(scope, opened);
  const full = place.groupBy.length >= MOST_GROUPS;
  const set = (groupBy: readonly string[]): void => {
    if (groupBy.join() !== place.groupBy.join())
      change({ groupBy, groupSort: [], at: null, line: null, ...(place.by === 'line' ? { by: null } : {}) });
  };
  useActions([
    { id: 'bills.group', title: t('addGroup'), group: 'view', shortcut: 'p', predicate: () => !full, perform: () => setOpened(true) },
    {
      id: 'bills.ungroup',
      title: t('removeGroups'),
      group: 'view',
      predicate: () => place.groupBy.length > 0,
      perform: () => set([]),
    },
  ]);
  const dropProps = (before: string | null) => ({
    onDragOver: (event: DragEvent) => {
      if (!isColumnDrag(event)) return;
      event.preventDefault();
      event.stopPropagation();
      setOver(before ?? '');
    },
    onDragLeave: () => setOver(null),
    onDrop: (event: DragEvent) => {
      setOver(null);
      const name = draggedColumn(event);
      if (name === null || !isGroupable(name)) return;
      event.preventDefault();
      event.stopPropagation();
      set(placed(place.groupBy, name, before));
    },
  });
  return (
    <div className={over === '' ? 'grouping drop-here' : 'grouping'} role="group" aria-label={t('grouping')} {...dropProps(null)}>
      <Popover opened={opened} onChange={setOpened} position="bottom-start" shadow="md" trapFocus returnFocus transitionProps={AT_ONCE}>
        <Popover.Target>
          <Button
            variant="default"
            disabled={full}
            leftSection={<IconLayersSubtract size={14} stroke={1.5} />}
            aria-expanded={opened}
            onClick={() => setOpened(!opened)}
          >
            {t('group')}
          </Button>
        </Popover.Target>
        <Popover.Dropdown p={8} w={260} aria-label={t('addGroup')}>
          <ColumnPicker
            columns={[...GROUP_COLUMNS, ...tags].filter((name) => !place.groupBy.includes(name))}
            label={t('addGroup')}
            onPick={(name) => {
              set([...place.groupBy, name]);
              setOpened(false);
            }}
          />
        </Popover.Dropdown>
      </Popover>
      {place.groupBy.map((name, index) => (
        <GroupChip
          key={name}
          name={column(name)}
          id={name}
          over={over === name}
          drop={dropProps(name)}
          left={index > 0 ? () => set(placed(place.groupBy, name, place.groupBy[index - 1] ?? null)) : null}
          right={index < place.groupBy.length - 1 ? () => set(placed(place.groupBy, name, place.groupBy[index + 2] ?? null)) : null}
          remove={() => set(place.groupBy.filter((n) => n !== name))}
        />
      ))}
    </div>
  );
}

interface ChipProps {
  name: string;
  id: string;
  over: boolean;
  drop: object;
  left: (() => void) | null;
  right: (() => void) | null;
  remove: () => void;
}

function GroupChip({ name, id, over, drop, left, right, remove }: ChipProps) {
  const { t } = useBillWords();
  const d = useDetailWords();
  return (
    <span
      className={over ? 'chip group-chip drop-here' : 'chip group-chip'}
      draggable
      onDragStart={(event) => dragColumn(event, id)}
      {...drop}
    >
      <Menu position="bottom-start">
        <Menu.Target>
          <button type="button" className="chip-open" aria-label={d('levelOf', { name })}>
            {name}
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item disabled={left === null} onClick={() => left?.()}>
            {d('levelUp')}
          </Menu.Item>
          <Menu.Item disabled={right === null} onClick={() => right?.()}>
            {d('levelDown')}
          </Menu.Item>
          <Menu.Item onClick={remove}>{t('removeGroup', { name })}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <CloseButton size={16} iconSize={12} aria-label={t('removeGroup', { name })} onClick={remove} />
    </span>
  );
}
