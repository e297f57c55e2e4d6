import { appError, Failure, refuse } from '../../domain/result.ts';
import { say } from '../../domain/words/said.ts';
import type { ParsedInput } from '../contract/index.ts';
import type { Written } from '../contract/reports.ts';
import { toAppError, type Context } from '../runtime/services.ts';
import type { ExportJob, ExportName, JobInput, Produced } from './job.ts';
import { produce } from './produce.ts';
import { RunningRecord } from './record.ts';
import { exportTarget } from './target.ts';
import { exportInWorker } from './worker/in-worker.ts';

/** Files that are being written by this process. */
const underWay = new Set<string>();

/**
 * Runs an export beside the commands: in a thread where the host has one, else here in turns of the event loop; out of a
 * snapshot of the book either way. It is on the list from its beginning, and ends there as done, failed or cancelled.
 */
export async function runExport<N extends ExportName>(
  name: N,
  job: ExportJob<N>,
  input: ParsedInput<N> & JobInput,
  context: Context,
): Promise<Written & { details?: unknown }> {
  const target = await exportTarget(context, input.target);
  const file = target.name;
  if (underWay.has(target.path))
    refuse('file.busy', say`“${{ file }}” is being written by somebody else.`, { remedy: 'Wait a moment, or choose another name.' });
  underWay.add(target.path);
  try {
    const selection = job.selection(input);
    const record = new RunningRecord(context, name, {
      what: job.what(input),
      selection: selection && JSON.stringify(selection),
      format: input.format,
      language: input.language ?? null,
      file,
    });
    const stop = stopOf(context, record);
    try {
      const { details, ...produced } = await write(name, job, input, target.path, stop.signal, context);
      const written = { file, ...produced };
      await record.end({ state: 'done', written });
      return details === undefined ? written : { ...written, details };
    } catch (thrown) {
      // What went wrong first is what counts: a cancellation, a closed book, a record that could not be made.
      const error: unknown = stop.signal.aborted && !context.signal.aborted ? stop.signal.reason : thrown;
      await record
        .end(context.signal.aborted ? { state: 'cancelled' } : { state: 'failed', error: toAppError(error) })
        .catch(() => undefined);
      throw error;
    } finally {
      stop.release();
    }
  } finally {
    underWay.delete(target.path);
  }
}

function write<N extends ExportName>(
  name: N,
  job: ExportJob<N>,
  input: ParsedInput<N>,
  target: string,
  signal: AbortSignal,
  context: Context,
): Promise<Produced> {
  const { host, session } = context;
  const book = session.book().path;
  const progress = context.progress.bind(context);
  if (!host.exportWorker) return produce(job, input, book, target, { host, signal, progress });
  const work = { book, name, input, target, who: host.who, now: host.now().getTime() };
  return exportInWorker(host.exportWorker, work, signal, progress);
}

/** A signal for what ends an export: the caller's cancellation, the closing of the book, a record that could not be made. */
function stopOf(context: Context, record: RunningRecord): { signal: AbortSignal; release(): void } {
  const stop = new AbortController();
  const onCancel = (): void => stop.abort(context.signal.reason);
  if (context.signal.aborted) onCancel();
  context.signal.addEventListener('abort', onCancel, { once: true });
  const off = context.session.onClose(() => stop.abort(closed()));
  record.begun.catch((error: unknown) => stop.abort(error));
  return {
    signal: stop.signal,
    release: () => {
      off();
      context.signal.removeEventListener('abort', onCancel);
    },
  };
}

const closed = (): Failure =>
  new Failure(
    appError('export.book-closed', 'The book was closed before the export was complete. No file was written.', {
      remedy: 'Open the book and export again.',
    }),
  );
