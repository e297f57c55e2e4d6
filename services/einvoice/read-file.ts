import { appError, Failure } from '../../domain/result.ts';
import { say, type Sentence } from '../../domain/words/said.ts';
import type { EInvoiceRead, EInvoiceRequest } from '../import/parser/einvoice/message.ts';
import type { FromParser } from '../import/parser/protocol.ts';
import type { Host } from '../runtime/host.ts';

/** Reading the largest file that is taken stays far below. */
const PATIENCE_MS = 30_000;

/**
 * Reads one file as an electronic invoice in a parser process of its own, which is gone when this settles. Throws a Failure in words
 * for everything that is none or goes wrong; bytes of the file are never parsed in this process.
 */
export function readEInvoiceFile(host: Host, { path, name }: { path: string; name: string }, signal: AbortSignal): Promise<EInvoiceRead> {
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
    const failWith = (code: string, message: Sentence, remedy: Sentence): void =>
      finish(() => reject(new Failure(appError(code, message, { file: name, remedy }))));
    const onAbort = (): void => failWith('call.cancelled', 'Cancelled. Nothing was changed.', 'Start again when you are ready.');
    const timer = setTimeout(
      () =>
        failWith(
          'einvoice.stuck',
          say`“${{ name }}” could not be read within half a minute.`,
          'This is probably no invoice; ask the sender for the XML.',
        ),
      PATIENCE_MS,
    );
    link.onMessage((given) => {
      const message = given as FromParser;
      if (message.type === 'einvoice-read') finish(() => resolve(message));
      else if (message.type === 'failed') finish(() => reject(new Failure(message.error)));
    });
    link.onExit((reason) =>
      failWith(
        'einvoice.parser-died',
        say`“${{ name }}” could not be read: reading it took more memory than an invoice needs (${{ reason }}).`,
        'Do not open this file; ask the sender for another.',
      ),
    );
    if (signal.aborted) return onAbort();
    signal.addEventListener('abort', onAbort, { once: true });
    link.post({ type: 'einvoice', path, name } satisfies EInvoiceRequest);
  });
}
