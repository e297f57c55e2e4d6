import { rm } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import { appError, Failure } from '../../../domain/result.ts';
import { say } from '../../../domain/words/said.ts';
import type { Progress } from '../../contract/procedure.ts';
import { partOf } from '../../files/atomic-write.ts';
import type { Produced } from '../job.ts';
import { FATE, type FromWorker, type Job, type ToWorker } from './protocol.ts';

/** So long the thread may take to end by itself after a cancellation; a sort of a million rows takes longer. */
const PATIENCE_MS = 300;

/**
 * Writes an export in a thread that reads over a connection of its own. A cancellation is answered within half a second and
 * leaves no file: where the thread is deep in SQLite, its unfinished file is removed under it and it ends when it comes up.
 */
export function exportInWorker(
  entry: URL,
  job: Omit<Job, 'fate'>,
  signal: AbortSignal,
  progress: (progress: Progress) => void,
): Promise<Produced> {
  const fate = new SharedArrayBuffer(4);
  const cell = new Int32Array(fate);
  const worker = new Worker(entry);
  const tell = (message: ToWorker): void => worker.postMessage(message);
  return new Promise((resolve, reject) => {
    let outcome: (() => void) | null = null;
    let patience: NodeJS.Timeout | undefined;
    const cancelled = (): void => {
      clearTimeout(patience);
      void rm(partOf(job.target), { force: true })
        .catch(() => undefined)
        .then(() => reject(signal.reason instanceof Error ? signal.reason : new Error('Cancelled.')));
    };
    const onAbort = (): void => {
      // Too late: the thread has given the file its name, and says so in a moment.
      if (Atomics.compareExchange(cell, 0, FATE.open, FATE.cancelled) === FATE.kept) return;
      tell({ type: 'cancel' });
      patience = setTimeout(cancelled, PATIENCE_MS);
    };
    const died = (reason: string): Failure =>
      new Failure(
        appError('export.writer-died', say`The export stopped: ${{ reason }}.`, {
          remedy: 'No file was left behind. Close other programs if memory is short, and try again.',
        }),
      );
    worker.on('message', (message: FromWorker) => {
      if (message.type === 'progress') return progress(message.progress);
      outcome = message.type === 'done' ? () => resolve(message.produced) : () => reject(new Failure(message.error));
    });
    worker.on('error', (error) => {
      outcome ??= () => reject(died(error.message));
    });
    worker.on('exit', (code) => {
      signal.removeEventListener('abort', onAbort);
      if (Atomics.load(cell, 0) === FATE.cancelled) return cancelled();
      if (outcome) return outcome();
      void rm(partOf(job.target), { force: true })
        .catch(() => undefined)
        .then(() => reject(died(`exit code ${code}`)));
    });
    signal.addEventListener('abort', onAbort, { once: true });
    if (signal.aborted) onAbort();
    tell({ type: 'export', job: { ...job, fate } });
  });
}
