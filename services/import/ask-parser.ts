import { appError, Failure } from '../../domain/result.ts';
import type { Sentence } from '../../domain/words/said.ts';
import type { Host } from '../runtime/host.ts';
import type { FromParser, ToParser } from './parser/protocol.ts';

/** Reading the largest file that is taken whole stays far below. */
const PATIENCE_MS = 30_000;

interface Trouble {
  code: string;
  message: Sentence;
  remedy: Sentence;
}

/** One question about one file: what is posted, which answer ends it, and what is said when there is none. */
export interface Question<R> {
  request: ToParser;
  /** What the message answers; undefined where it is another. */
  answer: (message: FromParser) => R | undefined;
  stuck: Trouble;
  /** `reason`: how the process ended. */
  died: (reason: string) => Trouble;
}

/**
 * Asks a parser process of its own, which is gone when this settles, for one answer about a file. Throws a Failure in words for
 * everything that goes wrong; bytes of the file are never parsed in this process.
 */
export function askParser<R>(host: Host, name: string, question: Question<R>, signal: AbortSignal): Promise<R> {
  return new Promise((resolve, reject) => {
    const link = host.forkParser();
    let settled = false;
    const finish = (act: () => void): void => {
      if (settled) return;
      settled = true;
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      link.kill();
      act();
    };
    const failWith = ({ code, message, remedy }: Trouble): void =>
      finish(() => reject(new Failure(appError(code, message, { file: name, remedy }))));
    const onAbort = (): void =>
      failWith({ code: 'call.cancelled', message: 'Cancelled. Nothing was changed.', remedy: 'Start again when you are ready.' });
    const timer = setTimeout(() => failWith(question.stuck), PATIENCE_MS);
    link.onMessage((given) => {
      const message = given as FromParser;
      if (message.type === 'failed') return finish(() => reject(new Failure(message.error)));
      const answer = question.answer(message);
      if (answer !== undefined) finish(() => resolve(answer));
    });
    link.onExit((reason) => failWith(question.died(reason)));
    if (signal.aborted) return onAbort();
    signal.addEventListener('abort', onAbort, { once: true });
    link.post(question.request);
  });
}
