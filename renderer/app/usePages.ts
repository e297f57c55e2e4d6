import { useQueries } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { AppError } from '../../domain/result.ts';
import { appErrorOf } from './query.ts';

/** Rows by position, however they arrive. Undefined: not loaded yet. */
export interface RowSource<Row> {
  count: number;
  at: (index: number) => Row | undefined;
  /** Told which rows are in view, so that they can be loaded. */
  want: (from: number, to: number) => void;
  loading: boolean;
  error: AppError | null;
  retry: () => void;
  /** Rows loaded so far, for alignment and selection. */
  loaded: readonly Row[];
}

/** Rows read beyond what is in view, and how long a far jump waits for the next one. */
const AHEAD = 60;
const JUMP_MS = 110;

/** The list as it was, while its items are. */
function useSame<T>(list: readonly T[]): readonly T[] {
  const kept = useRef(list);
  if (kept.current.length !== list.length || kept.current.some((item, i) => item !== list[i])) kept.current = list;
  return kept.current;
}

/** A big result read page by page as it scrolls into view. `key` begins with the procedure's name; `fetch` reads one page. */
export function usePages<Row>(options: {
  key: readonly unknown[];
  pageSize?: number;
  fetch: (offset: number, limit: number, signal: AbortSignal) => Promise<{ rows: Row[]; count: number }>;
}): RowSource<Row> {
  const size = options.pageSize ?? 200;
  const [range, setRange] = useState({ first: 0, last: 0 });
  const wanted = useMemo(() => {
    const pages = new Set([0]);
    for (let page = range.first; page <= range.last; page += 1) pages.add(page);
    return [...pages];
  }, [range]);
  const results = useQueries({
    queries: wanted.map((page) => ({
      queryKey: [...options.key, { page, size }],
      queryFn: ({ signal }: { signal: AbortSignal }) => options.fetch(page * size, size, signal),
    })),
  });
  const data = useSame(results.map((result) => result.data));
  const pages = useMemo(() => new Map(wanted.map((page, index) => [page, data[index]])), [wanted, data]);
  const loaded = useMemo(() => data.flatMap((page) => page?.rows ?? []), [data]);
  const last = useRef(range);
  const waiting = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(waiting.current), []);
  const want = useCallback(
    (from: number, to: number) => {
      // What comes next is read ahead.
      const next = { first: Math.floor(Math.max(0, from - AHEAD) / size), last: Math.floor((Math.max(from, to) + AHEAD) / size) };
      const take = (): void => {
        last.current = next;
        setRange((old) => (old.first === next.first && old.last === next.last ? old : next));
      };
      clearTimeout(waiting.current);
      // Dragged far away: not every page on the way, only where it comes to rest.
      if (next.first > last.current.last + 1 || next.last < last.current.first - 1) waiting.current = setTimeout(take, JUMP_MS);
      else take();
    },
    [size],
  );
  const failed = results.find((result) => result.error);
  return {
    count: pages.get(0)?.count ?? 0,
    at: (index) => pages.get(Math.floor(index / size))?.rows[index % size],
    want,
    loading: results[0]?.isLoading ?? true,
    error: failed?.error ? appErrorOf(failed.error) : null,
    retry: () => results.forEach((result) => void (result.error && result.refetch())),
    loaded,
  };
}

/** Rows that are already all there. */
export function rowsOf<Row>(
  rows: readonly Row[],
  state: { loading?: boolean; error?: AppError | null; retry?: () => void } = {},
): RowSource<Row> {
  return {
    count: rows.length,
    at: (index) => rows[index],
    want: () => undefined,
    loaded: rows,
    loading: state.loading ?? false,
    error: state.error ?? null,
    retry: state.retry ?? (() => undefined),
  };
}
