import { say } from '../../domain/words/said.ts';
import { askParser } from '../import/ask-parser.ts';
import type { EInvoiceRead } from '../import/parser/einvoice/message.ts';
import type { Host } from '../runtime/host.ts';

/** Reads one file as an electronic invoice, in a parser process of its own. Throws a Failure in words for everything that is none. */
export const readEInvoiceFile = (host: Host, { path, name }: { path: string; name: string }, signal: AbortSignal): Promise<EInvoiceRead> =>
  askParser(
    host,
    name,
    {
      request: { type: 'einvoice', path, name },
      answer: (message) => (message.type === 'einvoice-read' ? message : undefined),
      stuck: {
        code: 'einvoice.stuck',
        message: say`“${{ name }}” could not be read within half a minute.`,
        remedy: 'This is probably no invoice; ask the sender for the XML.',
      },
      died: (reason) => ({
        code: 'einvoice.parser-died',
        message: say`“${{ name }}” could not be read: reading it took more memory than an invoice needs (${{ reason }}).`,
        remedy: 'Do not open this file; ask the sender for another.',
      }),
    },
    signal,
  );
