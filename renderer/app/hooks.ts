import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import type { Input, Output, ProcedureName } from '../../services/contract/index.ts';
import type { AppError, Result } from '../../domain/result.ts';
import { unwrap } from '../../domain/result.ts';
import { bridge } from '../host/bridge.ts';
import { notifyError } from './notify.tsx';
import { appErrorOf } from './query.ts';

export interface CallState<T> {
  data: T | undefined;
  error: AppError | null;
  /** No answer yet, and one is on its way. */
  loading: boolean;
  /** An older answer is shown while a new one is on its way. */
  refreshing: boolean;
  retry: () => void;
}

/**
 * The answer of a query procedure, kept until a change event makes it stale. Key: [name, input].
 * `enabled: false` asks nothing; `keep: true` shows the former answer while the input changes.
 */
export function useCall<N extends ProcedureName>(
  name: N,
  input: Input<N>,
  options: { enabled?: boolean; keep?: boolean } = {},
): CallState<Output<N>> {
  const query = useQuery<Output<N>>({
    queryKey: [name, input],
    queryFn: async ({ signal }) => unwrap(await bridge().call(name, input, { signal })),
    enabled: options.enabled ?? true,
    ...(options.keep ? { placeholderData: keepPreviousData } : {}),
  });
  return {
    data: query.data,
    error: query.error ? appErrorOf(query.error) : null,
    loading: query.isLoading,
    refreshing: query.isFetching && !query.isLoading,
    retry: () => void query.refetch(),
  };
}

export interface CommandState<N extends ProcedureName> {
  run: (input: Input<N>) => Promise<Result<Output<N>>>;
  busy: boolean;
  /** The last failure, for showing it where it arose. */
  error: AppError | null;
  reset: () => void;
}

/** A command procedure. A failure is notified in words unless `quiet`, for forms that show `error` themselves. */
export function useCommand<N extends ProcedureName>(name: N, options: { quiet?: boolean } = {}): CommandState<N> {
  const mutation = useMutation<Result<Output<N>>, Error, Input<N>>({
    mutationFn: (input) => bridge().call(name, input),
    onSuccess: (result) => {
      if (!result.ok && !options.quiet && result.error.code !== 'call.cancelled') notifyError(result.error);
    },
  });
  const { data } = mutation;
  return {
    run: (input) => mutation.mutateAsync(input),
    busy: mutation.isPending,
    error: data && !data.ok ? data.error : null,
    reset: mutation.reset,
  };
}
