import { useCallback, useState } from 'react';
import type { Input, Output, ProcedureName } from '../../services/contract/index.ts';
import type { AppError, Result } from '../../domain/result.ts';
import { startJob, type JobOptions } from './tasks.ts';

export interface JobState<N extends ProcedureName> {
  start: (input: Input<N>, options: JobOptions<Output<N>>) => Promise<Result<Output<N>>>;
  busy: boolean;
  error: AppError | null;
}

/** A long procedure: progress, rate, time left and Cancel stand in the task tray; the result stays there until read. */
export function useJob<N extends ProcedureName>(name: N): JobState<N> {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const start = useCallback(
    async (input: Input<N>, options: JobOptions<Output<N>>) => {
      setBusy(true);
      setError(null);
      const result = await startJob(name, input, options);
      setBusy(false);
      if (!result.ok && result.error.code !== 'call.cancelled') setError(result.error);
      return result;
    },
    [name],
  );
  return { start, busy, error };
}
