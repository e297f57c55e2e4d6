import type { KeyboardEvent } from 'react';
import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Action } from '../actions/registry.ts';

interface Options {
  count: number;
  cursor: number;
  idAt: (index: number) => string | undefined;
  moveTo: (index: number) => void;
  open: () => void;
  copy: () => void;
  /** Rows that PageDown goes by. */
  page: number;
  /** In a tree: opens or closes the row, or goes to the one it stands under; false where there was nothing to do. */
  fold?: (open: boolean) => boolean;
  selected?: ReadonlySet<string>;
  select?: (selected: ReadonlySet<string>) => void;
}

interface TableKeys {
  actions: Action[];
  onKeyDown: (event: KeyboardEvent) => void;
  toggle: (index: number) => void;
  range: (from: number, to: number) => void;
}

const NAMES = ['down', 'up', 'open', 'select', 'range', 'all'] as const;

/** Keys of a table: j k and arrows move, → ← open and close in a tree, Enter opens, Space selects, x selects from the last selected row to here. */
export function useTableKeys(options: Options): TableKeys {
  const { t } = useTranslation('common');
  // Asked for once, not with every row that comes into view.
  const titles = useMemo(() => Object.fromEntries(NAMES.map((name): [string, string] => [name, t(`table.${name}`)])), [t]);
  const anchor = useRef(0);
  const { count, cursor, idAt, moveTo, selected, select } = options;
  const clamp = (index: number): number => Math.max(0, Math.min(count - 1, index));

  const toggle = (index: number): void => {
    const id = idAt(index);
    if (!selected || !select || id === undefined) return;
    const next = new Set(selected);
    if (!next.delete(id)) next.add(id);
    anchor.current = index;
    select(next);
  };
  const range = (from: number, to: number): void => {
    if (!selected || !select) return;
    const next = new Set(selected);
    for (let index = Math.min(from, to); index <= Math.max(from, to); index += 1) {
      const id = idAt(index);
      if (id !== undefined) next.add(id);
    }
    select(next);
  };
  const has = (): boolean => count > 0;
  const can = (): boolean => has() && select !== undefined;
  const action = (id: string, shortcut: string, perform: () => void, predicate = has): Action => ({
    id: `table.${id}`,
    title: titles[id] ?? id,
    group: 'table',
    shortcut,
    predicate,
    perform,
    quiet: true,
  });

  const actions: Action[] = [
    action('down', 'j', () => moveTo(clamp(cursor + 1))),
    action('up', 'k', () => moveTo(clamp(cursor - 1))),
    action('open', 'enter', options.open),
    ...(select
      ? [
          action('select', 'space', () => toggle(cursor), can),
          action('range', 'x', () => range(anchor.current, cursor), can),
          action('all', 'mod+a', () => range(0, count - 1), can),
        ]
      : []),
  ];

  const moves: Record<string, () => number> = {
    ArrowDown: () => cursor + 1,
    ArrowUp: () => cursor - 1,
    PageDown: () => cursor + options.page,
    PageUp: () => cursor - options.page,
    Home: () => 0,
    End: () => count - 1,
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const move = moves[event.key];
    const fold = event.key === 'ArrowRight' ? true : event.key === 'ArrowLeft' ? false : null;
    if (fold !== null && options.fold && has()) {
      if (options.fold(fold)) event.preventDefault();
    } else if (move && has()) {
      event.preventDefault();
      moveTo(clamp(move()));
    } else if ((event.ctrlKey || event.metaKey) && event.key === 'c' && (window.getSelection()?.toString() ?? '') === '' && has()) {
      event.preventDefault();
      options.copy();
    }
  };
  return { actions, onKeyDown, toggle, range };
}
