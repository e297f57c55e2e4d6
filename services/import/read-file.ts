import { appError, Failure } from '../../domain/result.ts';
import { say, type Sentence } from '../../domain/words/said.ts';
import type { Host, ParserLink } from '../runtime/host.ts';
import type {
  Chunk,
  Cut,
  Ended,
  FromParser,
  Head,
  MemberRef,
  ParseRequest,
  Probed,
  RegisterRows,
  Rejects,
  Rows,
  Started,
} from './parser/protocol.ts';

/** The parser has answered nothing for this long: it is stuck. */
const SILENCE_MS = 60_000;

export interface FileListener {
  /** Return false to stop: the file needs no reading. */
  probed?(message: Probed): boolean;
  started?(message: Started): void;
  rows?(message: Rows): void | Promise<void>;
  register?(message: RegisterRows): void | Promise<void>;
  /** The rows kept as text have this hash. */
  rowsHash?(sha256: string): void;
  chunk?(message: Chunk): void;
  /** Bytes of the file that the listener keeps. */
  cut?(message: Cut): void;
  rejects?(message: Rejects): void;
  /** So many bytes of a file that is only looked at. */
  looked?(bytes: number): void | Promise<void>;
}

/** The file was read to its end; it was not read on; it is a container of these tables; or it was only looked at. */
export type ReadOutcome =
  { kind: 'ended'; ended: Ended } | { kind: 'stopped' } | { kind: 'members'; members: MemberRef[] } | { kind: 'head'; head: Head };

/**
 * Reads one file in a parser process and hands its messages over one by one; throws a Failure in words for everything
 * that goes wrong. The process is gone when this settles.
 */
export function readFile(
  host: Host,
  request: Omit<ParseRequest, 'type'>,
  listener: FileListener,
  signal: AbortSignal,
): Promise<ReadOutcome> {
  return new Promise((resolve, reject) => {
    const link: ParserLink = host.forkParser();
    let settled = false;
    let timer: NodeJS.Timeout;
    const finish = (act: () => void): void => {
      if (settled) return;
      settled = true;
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      link.kill();
      act();
    };
    const failWith = (code: string, message: Sentence, remedy: Sentence): void =>
      finish(() => reject(new Failure(appError(code, message, { file: request.name, remedy }))));
    const onAbort = (): void => failWith('call.cancelled', 'Cancelled. Nothing was changed.', 'Start again when you are ready.');
    const patience = (): void => {
      // What was on its way when this settled must not start the clock again: it would keep its thread for a minute.
      if (settled) return;
      clearTimeout(timer);
      timer = setTimeout(
        () =>
          failWith(
            'import.stuck',
            say`“${{ name: request.name }}” could not be read within a minute.`,
            'The file may be damaged; download it again.',
          ),
        SILENCE_MS,
      );
    };
    const handle = async (message: FromParser): Promise<void> => {
      switch (message.type) {
        case 'probed':
          if (listener.probed && !listener.probed(message)) finish(() => resolve({ kind: 'stopped' }));
          return;
        case 'started':
          return listener.started?.(message);
        case 'rows':
          await listener.rows?.(message);
          break;
        case 'register':
          await listener.register?.(message);
          break;
        case 'looked':
          return listener.looked?.(message.bytes);
        case 'head':
          return finish(() => resolve({ kind: 'head', head: message }));
        case 'members':
          return finish(() => resolve({ kind: 'members', members: message.members }));
        case 'rows-hash':
          return listener.rowsHash?.(message.sha256);
        case 'chunk':
          listener.chunk?.(message);
          break;
        case 'cut':
          listener.cut?.(message);
          break;
        case 'rejects':
          listener.rejects?.(message);
          break;
        case 'ended':
          return finish(() => resolve({ kind: 'ended', ended: message }));
        case 'failed':
          return finish(() => reject(new Failure(message.error)));
        case 'einvoice-read':
        case 'table-read':
          // The answer to another question; this one asked for a table.
          return;
      }
      link.post({ type: 'ack' });
    };
    // One message at a time, in order: a listener may be asynchronous.
    let queue: Promise<void> = Promise.resolve();
    link.onMessage((message) => {
      patience();
      queue = queue.then(async () => {
        if (settled) return;
        try {
          await handle(message as FromParser);
        } catch (error) {
          finish(() => reject(error instanceof Error ? error : new Error(String(error))));
        }
      });
    });
    link.onExit((reason) => {
      // What the parser said before it ended is still in the queue.
      queue = queue.then(() =>
        failWith(
          'import.parser-died',
          say`“${{ name: request.name }}” could not be read: reading it took more memory than a bill needs (${{ reason }}).`,
          'This is probably not a bill; export it again from the billing centre.',
        ),
      );
    });
    if (signal.aborted) return onAbort();
    signal.addEventListener('abort', onAbort, { once: true });
    patience();
    link.post({ type: 'parse', ...request } satisfies ParseRequest);
  });
}
