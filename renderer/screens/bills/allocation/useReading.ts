import { useEffect, useRef } from 'react';
import { useJob } from '../../../app/useJob.ts';
import type { AppError } from '../../../../domain/result.ts';
import { useAllocationWords } from './words.ts';

/** Reads the terms of imports that were not read yet, once for each state of the book; progress and Cancel stand in the task tray. */
export function useReading(unread: number | undefined): { reading: boolean; error: AppError | null; again: () => void } {
  const { t } = useAllocationWords();
  const job = useJob('allocation/read');
  const tried = useRef(0);
  const read = (): void => {
    tried.current = unread ?? 0;
    void job.start({}, { title: t('reading'), describe: ({ lines, terms }) => t('read', { lines, terms }) });
  };
  const latest = useRef(read);
  latest.current = read;
  const { busy } = job;
  useEffect(() => {
    // A reading that failed or was cancelled is begun again by hand, or when more came in.
    if (unread !== undefined && unread > 0 && !busy && unread !== tried.current) latest.current();
    if (unread === 0) tried.current = 0;
  }, [unread, busy]);
  return { reading: busy, error: job.error, again: read };
}
