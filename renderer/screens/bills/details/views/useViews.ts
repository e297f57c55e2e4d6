import { useCallback, useEffect, useRef, useSyncExternalStore } from 'react';
import { useSearchParams } from 'react-router';
import type { SavedView, ViewDefinition } from '../../../../../services/contract/views.ts';
import { useCall } from '../../../../app/hooks.ts';
import { followTableLayouts, setTableLayout, tableLayout } from '../../../../ui/table-layout.ts';
import { detailsParams } from '../../place.ts';
import { linesTable, PIVOT_TABLE } from '../layouts.ts';
import type { DetailsState } from '../useDetails.ts';
import { definitionOf, placeOfView, PLAIN, sameView } from './definition.ts';

export interface Views {
  all: readonly SavedView[];
  /** The one that was opened last; it may have been changed since. */
  opened: SavedView | null;
  /** Whether the screen shows something else than the opened view. */
  changed: boolean;
  /** What the screen shows, to be saved. */
  definition: ViewDefinition;
  open: (view: SavedView, options?: { replace?: boolean }) => void;
  /** The plain screen, with columns as they were. */
  close: () => void;
}

/** Saved views of the details: which there are, which is open, and whether it was changed. */
export function useViews({ place, change }: Pick<DetailsState, 'place' | 'change'>): Views {
  const list = useCall('views/list', {});
  const [search] = useSearchParams();
  const lines = useLayout(linesTable(place.kind));
  const groups = useLayout(PIVOT_TABLE);
  const definition = definitionOf(place, { lines, groups });
  const all = list.data ?? [];
  const opened = all.find((view) => view.id === place.view) ?? null;
  const open = useCallback(
    (view: SavedView, options: { replace?: boolean } = {}) => {
      const { columns } = view.definition;
      setTableLayout(linesTable(view.definition.kind), columns.lines);
      setTableLayout(PIVOT_TABLE, columns.groups);
      change({ ...placeOfView(view.definition), view: view.id }, options);
    },
    [change],
  );
  const close = useCallback(() => {
    setTableLayout(linesTable('detail'), null);
    setTableLayout(PIVOT_TABLE, null);
    change({ ...PLAIN, view: 0 });
  }, [change]);

  // Once, where the screen was opened without anything asked for.
  const asked = useRef(false);
  const bare = Object.keys(detailsParams({ ...place })).every((name) => !search.has(name));
  useEffect(() => {
    if (asked.current || list.data === undefined) return;
    asked.current = true;
    const own = list.data.find((view) => view.isDefault);
    if (own && bare) open(own, { replace: true });
  }, [list.data, bare, open]);
  return { all, opened, changed: opened !== null && !sameView(opened.definition, definition), definition, open, close };
}

const useLayout = (id: string) =>
  useSyncExternalStore(
    followTableLayouts,
    useCallback(() => tableLayout(id), [id]),
  );
