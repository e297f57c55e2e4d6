import { useSyncExternalStore } from 'react';
import type { AppError } from '../../../../domain/result.ts';
import type { MendCheck } from '../../../../services/contract/imports.ts';
import { bridge } from '../../../host/bridge.ts';

/** A rejected row while it is being mended. */
export interface Draft {
  cells: readonly string[];
  /** What would become of it; null while that is being found out. */
  check: MendCheck | null;
  /** Why that could not be found out. */
  error: AppError | null;
}
export type Drafts = ReadonlyMap<number, Draft>;

const WAIT_MS = 200;
const NONE: Drafts = new Map();

// Outside the screen: what was mended stays while the user looks at something else. Keyed by book and batch.
const books = new Map<string, Drafts>();
const listeners = new Set<() => void>();
const waiting = new Map<string, { timer: number; abort: AbortController }>();

const keyOf = (book: string, batch: number): string => `${batch} ${book}`;

function put(key: string, row: number, draft: Draft | null): void {
  const drafts = new Map(books.get(key));
  if (draft) drafts.set(row, draft);
  else drafts.delete(row);
  books.set(key, drafts);
  for (const listener of listeners) listener();
}

export const useDrafts = (book: string, batch: number): Drafts =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    () => books.get(keyOf(book, batch)) ?? NONE,
  );

/** Keeps the cells and has them checked: at once, but not at every key. A later edit makes an earlier check void. */
export function edit(book: string, batch: number, row: number, cells: readonly string[]): void {
  const key = keyOf(book, batch);
  const one = `${key} ${row}`;
  stop(one);
  put(key, row, { cells, check: null, error: null });
  const abort = new AbortController();
  const timer = window.setTimeout(() => void check(), WAIT_MS);
  waiting.set(one, { timer, abort });
  const check = async (): Promise<void> => {
    const result = await bridge().call('import/checkMend', { batch, rows: [{ row, cells: [...cells] }] }, { signal: abort.signal });
    if (abort.signal.aborted) return;
    waiting.delete(one);
    put(key, row, { cells, check: result.ok ? (result.value.rows[0] ?? null) : null, error: result.ok ? null : result.error });
  };
}

/** Takes mended rows off the list: imported, or as they were again. */
export function forget(book: string, batch: number, rows: readonly number[]): void {
  const key = keyOf(book, batch);
  for (const row of rows) {
    stop(`${key} ${row}`);
    put(key, row, null);
  }
}

function stop(one: string): void {
  const before = waiting.get(one);
  if (!before) return;
  window.clearTimeout(before.timer);
  before.abort.abort();
  waiting.delete(one);
}

/** Rows that would be new lines as they stand. */
export const readyRows = (drafts: Drafts): { row: number; cells: string[] }[] =>
  [...drafts]
    .filter(([, draft]) => draft.check?.state === 'new')
    .map(([row, draft]) => ({ row, cells: [...draft.cells] }))
    .sort((a, b) => a.row - b.row);
