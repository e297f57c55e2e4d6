import { appError, Failure, type AppError } from '../../../domain/result.ts';
import { say } from '../../../domain/words/said.ts';
import { FRAMES_FD, framesTo } from './frame-pipe.ts';
import { parseRequest } from './parse.ts';
import { IN_FLIGHT, type FromParser, type ParseRequest, type ToParser } from './protocol.ts';

/**
 * Entry of the parser process. It reads one file that nobody vouches for and hands over typed rows; it has no access
 * to the book. When its memory runs out it dies alone.
 */

interface Port {
  post(message: FromParser): void;
  onMessage(listener: (message: ToParser) => void): void;
}

const ACKNOWLEDGED = new Set(['rows', 'register', 'chunk', 'cut', 'rejects']);

async function run(request: ParseRequest, port: Port, acknowledged: () => Promise<void>): Promise<void> {
  let inFlight = 0;
  try {
    for await (const message of parseRequest(request)) {
      port.post(message);
      if (!ACKNOWLEDGED.has(message.type)) continue;
      inFlight++;
      while (inFlight >= IN_FLIGHT) {
        await acknowledged();
        inFlight--;
      }
    }
  } catch (error) {
    port.post({ type: 'failed', error: inWords(error, request) });
  }
}

/** One answer to one request: an electronic invoice is small. */
async function runEInvoice(path: string, name: string, port: Port): Promise<void> {
  try {
    // What reads invoices is loaded only here: most parsers read bills.
    const { readEInvoice } = await import('./einvoice/read.ts');
    port.post(await readEInvoice(path, name));
  } catch (error) {
    port.post({ type: 'failed', error: inWords(error, { name, member: null }) });
  }
}

/** One answer to one request: a list that is handed over whole is small. */
async function runTable(path: string, name: string, port: Port): Promise<void> {
  try {
    const { readTable } = await import('./table/read.ts');
    port.post(await readTable(path, name));
  } catch (error) {
    port.post({ type: 'failed', error: inWords(error, { name, member: null }) });
  }
}

/** One answer to one request: a statement of a bank is small. */
async function runBank(path: string, name: string, port: Port): Promise<void> {
  try {
    const { readBankFile } = await import('./bank/read.ts');
    port.post(await readBankFile(path, name));
  } catch (error) {
    port.post({ type: 'failed', error: inWords(error, { name, member: null }) });
  }
}

function inWords(error: unknown, request: Pick<ParseRequest, 'name' | 'member'>): AppError {
  if (error instanceof Failure) return placed(error.error, request);
  return appError(
    'import.unreadable',
    say`“${{ name: request.name }}” cannot be read: ${{ reason: error instanceof Error ? error.message : String(error) }}.`,
    { file: request.name, remedy: 'Download the file again; if it fails again, report this message.' },
  );
}

/** The error with the file that the user chose; what stands in it says where in that file. */
function placed(error: AppError, { name, member }: Pick<ParseRequest, 'name' | 'member'>): AppError {
  const file = error.details?.file;
  if (file?.startsWith(name)) return error;
  return { ...error, details: { ...error.details, file: file === undefined ? (member?.label ?? name) : `${name} › ${file}` } };
}

export function serve(port: Port): void {
  let waiting: (() => void) | null = null;
  let acks = 0;
  const acknowledged = (): Promise<void> =>
    new Promise((resolve) => {
      if (acks > 0) {
        acks--;
        resolve();
      } else waiting = resolve;
    });
  port.onMessage((message) => {
    if (message.type === 'parse') void run(message, port, acknowledged);
    else if (message.type === 'einvoice') void runEInvoice(message.path, message.name, port);
    else if (message.type === 'table') void runTable(message.path, message.name, port);
    else if (message.type === 'bank') void runBank(message.path, message.name, port);
    else if (waiting) {
      const resolve = waiting;
      waiting = null;
      resolve();
    } else acks++;
  });
}

interface ParentPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { data: ToParser }) => void): void;
}

// Node's child process has process.send; Electron's utility process has process.parentPort.
const parentPort = (process as unknown as { parentPort?: ParentPort }).parentPort;
if (parentPort) serve({ post: (m) => parentPort.postMessage(m), onMessage: (l) => parentPort.on('message', (e) => l(e.data)) });
else if (process.send)
  serve({
    post: framesTo(Number(process.env[FRAMES_FD])),
    onMessage: (l) => process.on('message', (m) => l(m as ToParser)),
  });
