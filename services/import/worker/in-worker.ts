import { Worker } from 'node:worker_threads';
import { appError, Failure } from '../../../domain/result.ts';
import { say } from '../../../domain/words/said.ts';
import type { FileImport } from '../../contract/imports.ts';
import type { ParserLink } from '../../runtime/host.ts';
import type { Context } from '../../runtime/services.ts';
import type { Wanted } from '../profiles/store.ts';
import type { InputFile } from '../run.ts';
import type { FromWorker, ToWorker } from './protocol.ts';

/** Frames come and go: a young generation of the usual size would fill with them before it is swept. */
const YOUNG_MB = 16;

/**
 * Imports the files in a thread with connections of its own. A cancellation is answered at once: the thread asks before
 * it commits, so what it still takes back can no longer become part of the book, and the next command waits for it.
 */
export function importInWorker(entry: URL, files: readonly InputFile[], wanted: Wanted, context: Context): Promise<FileImport[]> {
  const { session, host, signal } = context;
  const worker = new Worker(entry, { resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB } });
  const tell = (message: ToWorker): void => worker.postMessage(message);
  session.occupy(new Promise((resolve) => worker.once('exit', () => resolve())));
  const parsers = new Map<number, ParserLink>();
  return new Promise((resolve, reject) => {
    let committing = false;
    const fail = (error: unknown): void => reject(error instanceof Error ? error : new Error(String(error)));
    const onAbort = (): void => {
      if (committing) return;
      tell({ type: 'cancel' });
      fail(new Failure({ code: 'call.cancelled', message: 'Cancelled. Nothing was changed.' }));
    };
    worker.on('message', (message: FromWorker) => {
      switch (message.type) {
        case 'progress':
          context.progress(message.progress);
          break;
        case 'ready':
          committing = !signal.aborted;
          if (committing) tell({ type: 'commit' });
          break;
        case 'done':
          resolve(message.files);
          break;
        case 'failed':
          fail(new Failure(message.error));
          break;
        case 'parser-fork':
          startParser(message.id);
          break;
        case 'parser-post':
          parsers.get(message.id)?.post(message.message);
          break;
        case 'parser-kill':
          parsers.get(message.id)?.kill();
          break;
      }
    });
    const startParser = (id: number): void => {
      const link = host.forkParser();
      parsers.set(id, link);
      link.onMessage((message) => tell({ type: 'parser-message', id, message }));
      link.onExit((reason) => {
        parsers.delete(id);
        tell({ type: 'parser-exit', id, reason });
      });
    };
    const gone = (reason: string): void =>
      fail(
        new Failure(
          appError('import.writer-died', say`The import stopped: ${{ reason }}.`, {
            remedy: 'Nothing was changed. Close other programs if memory is short, and try again.',
          }),
        ),
      );
    worker.on('error', (error) => gone(error.message));
    worker.on('exit', (code) => {
      signal.removeEventListener('abort', onAbort);
      for (const link of parsers.values()) link.kill();
      gone(`exit code ${code}`);
    });
    if (signal.aborted) return onAbort();
    signal.addEventListener('abort', onAbort, { once: true });
    tell({
      type: 'import',
      job: { book: session.book().path, files, wanted, who: host.who, now: host.now().getTime(), via: context.via ?? null },
    });
  });
}
