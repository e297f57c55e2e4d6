import type { MessagePort } from 'node:worker_threads';
import { openBeside } from '../../../db/book.ts';
import { FileRegistry } from '../../runtime/files.ts';
import type { Host, ParserLink } from '../../runtime/host.ts';
import { toAppError, type Context } from '../../runtime/services.ts';
import { Session } from '../../runtime/session.ts';
import { importInto } from '../run.ts';
import type { FromWorker, Job, ToWorker } from './protocol.ts';
import { RelayedParsers } from './relayed-parsers.ts';

/**
 * The thread's side of a large import: it writes over connections of its own, so that the thread which answers the
 * interface is never kept waiting by a sort of a million rows. `forkParser`: how this thread starts a parser; without
 * it the owner does.
 */
export function serveImport(port: MessagePort, forkParser: (() => ParserLink) | null): void {
  const tell = (message: FromWorker): void => port.postMessage(message);
  const cancelled = new AbortController();
  const parsers = new RelayedParsers(tell);
  let keep: () => void = () => {};
  let started = false;
  port.on('message', (message: ToWorker) => {
    switch (message.type) {
      case 'import':
        started = true;
        void run(message.job);
        break;
      case 'cancel':
        cancelled.abort();
        // Cancelled before there was anything to do: nothing else would ever let this thread end.
        if (!started) port.close();
        break;
      case 'commit':
        keep();
        break;
      default:
        parsers.heard(message);
    }
  });

  async function run(job: Job): Promise<void> {
    const host: Host = {
      files: new FileRegistry(),
      who: job.who,
      now: () => new Date(job.now),
      forkParser: forkParser ?? (() => parsers.fork()),
    };
    const session = new Session(host);
    const context: Context = {
      host,
      session,
      signal: cancelled.signal,
      progress: (progress) => tell({ type: 'progress', progress }),
      ...(job.via && { via: job.via }),
    };
    try {
      const book = openBeside(job.book);
      session.adopt(book);
      const mayCommit = (): Promise<void> =>
        new Promise((resolve, reject) => {
          const takeBack = (): void => reject(new Error('Cancelled.'));
          // A cancellation may have come after the last row was read, with nobody listening.
          if (cancelled.signal.aborted) return takeBack();
          keep = resolve;
          cancelled.signal.addEventListener('abort', takeBack, { once: true });
          tell({ type: 'ready' });
        });
      tell({ type: 'done', files: await importInto(book, job.files, job.wanted, context, mayCommit) });
    } catch (error) {
      tell({ type: 'failed', error: toAppError(error) });
    } finally {
      session.close();
      port.close();
    }
  }
}
