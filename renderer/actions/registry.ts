import { useEffect, useLayoutEffect, useRef, useSyncExternalStore } from 'react';

export type ActionGroup = 'go' | 'view' | 'table' | 'record' | 'book' | 'app';

/** Something a person can do: menus, palette, keys and help all read the same object. */
export interface Action {
  /** Unique: `bills.explain`. */
  id: string;
  /** The words, already in the user's language. */
  title: string;
  group: ActionGroup;
  /** `mod+k`, `/`, `escape`, or a sequence `g b`. */
  shortcut?: string;
  /** Whether it can be done now; absent means always. */
  predicate?: () => boolean;
  perform: () => void;
  /** Further words to find it by in the palette. */
  keywords?: string;
  /** In help and keys but not in the palette (such as “move down”). */
  quiet?: boolean;
  /** Also while a text field has the focus. */
  inFields?: boolean;
}

let actions: readonly Action[] = [];
const sources = new Map<symbol, readonly Action[]>();
const listeners = new Set<() => void>();

/** Later registrations win over earlier ones with the same id or shortcut: the screen over the frame. */
function publish(): void {
  const byId = new Map<string, Action>();
  for (const list of sources.values()) for (const action of list) byId.set(action.id, action);
  actions = [...byId.values()];
  for (const listener of listeners) listener();
}

export function registerActions(key: symbol, list: readonly Action[]): void {
  sources.set(key, list);
  publish();
}
export function unregisterActions(key: symbol): void {
  if (sources.delete(key)) publish();
}

export const currentActions = (): readonly Action[] => actions;
export const canDo = (action: Action): boolean => action.predicate?.() ?? true;

/** The action a shortcut means now: the last registered one that can be done. */
export const actionFor = (shortcut: string): Action | undefined =>
  actions.findLast((action) => action.shortcut === shortcut && canDo(action));

/**
 * Offers actions while the component is mounted. Always runs the newest `perform` and `predicate`; the list is published
 * again only when a title, shortcut or id changes.
 */
export function useActions(list: readonly Action[]): void {
  const key = useRef(Symbol('actions'));
  const latest = useRef(list);
  useLayoutEffect(() => {
    latest.current = list;
  });
  const shape = list.map((a) => `${a.id}|${a.title}|${a.shortcut ?? ''}`).join('\n');
  useEffect(() => {
    const find = (id: string): Action | undefined => latest.current.find((a) => a.id === id);
    const mine = key.current;
    registerActions(
      mine,
      latest.current.map((a) => ({
        ...a,
        predicate: () => {
          const now = find(a.id);
          return now ? canDo(now) : false;
        },
        perform: () => find(a.id)?.perform(),
      })),
    );
    return () => unregisterActions(mine);
  }, [shape]);
}

/** All actions there are now, for palette, menus and help. */
export const useAllActions = (): readonly Action[] =>
  useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }, currentActions);
