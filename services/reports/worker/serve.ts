import type { MessagePort } from 'node:worker_threads';
import { fail, Failure } from '../../../domain/result.ts';
import { FileRegistry } from '../../runtime/files.ts';
import type { Host } from '../../runtime/host.ts';
import { toAppError } from '../../runtime/services.ts';
import { exportJobs } from '../index.ts';
import type { ExportJob, ExportName } from '../job.ts';
import { produce } from '../produce.ts';
import { FATE, type FromWorker, type Job, type ToWorker } from './protocol.ts';

/** The thread's side of an export: it reads over a connection of its own, and the thread that answers the interface stays free. */
export function serveExport(port: MessagePort): void {
  const tell = (message: FromWorker): void => port.postMessage(message);
  const stop = new AbortController();
  port.on('message', (message: ToWorker) => {
    if (message.type === 'cancel') stop.abort();
    else void run(message.job);
  });

  async function run(job: Job): Promise<void> {
    const cell = new Int32Array(job.fate);
    const host: Host = {
      files: new FileRegistry(),
      who: job.who,
      now: () => new Date(job.now),
      forkParser: () => {
        throw new Error('An export parses no file.');
      },
    };
    const cancelled = (): never => {
      throw new Failure(fail('call.cancelled', 'Cancelled. Nothing was changed.').error);
    };
    try {
      if (Atomics.load(cell, 0) === FATE.cancelled) cancelled();
      const known = exportJobs as unknown as Record<string, ExportJob<ExportName>>;
      if (!Object.hasOwn(known, job.name)) throw new Error(`There is no export ${job.name}.`);
      const produced = await produce(known[job.name]!, job.input as never, job.book, job.target, {
        host,
        signal: stop.signal,
        progress: (progress) => tell({ type: 'progress', progress }),
        keep: () => void (Atomics.compareExchange(cell, 0, FATE.open, FATE.kept) === FATE.open || cancelled()),
      });
      tell({ type: 'done', produced });
    } catch (error) {
      tell({ type: 'failed', error: toAppError(error) });
    } finally {
      port.close();
    }
  }
}
