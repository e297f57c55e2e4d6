import { useQueries } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
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
  const pages = new Map(wanted.map((page, index) => [page, results[index]?.data]));
  const want = useCallback(
    (from: number, to: number) => {
      const [first, last] = [Math.floor(from / size), Math.floor(Math.max(from, to) / size)];
      setRange((old) => (old.first === first && old.last === last ? old : { first, last }));
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
    loaded: [...pages.values()].flatMap((page) => page?.rows ?? []),
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
