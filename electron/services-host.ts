import { userInfo } from 'node:os';
import packageJson from '../package.json' with { type: 'json' };
import { Bookshelf } from '../services/hosting/bookshelf.ts';
import { CallDesk } from '../services/hosting/call-desk.ts';
import { rememberBooks } from '../services/hosting/host-desk.ts';
import { keepWatching } from '../services/hosting/keep-watching.ts';
import { keepInFile } from '../services/hosting/watch-file.ts';
import { createApplication } from '../services/index.ts';
import { FileRegistry } from '../services/runtime/files.ts';
import type { Host } from '../services/runtime/host.ts';
import { electronHandlers, grantDropped } from './host-handlers.ts';
import type { ToMain, ToServices } from './messages.ts';
import { servePage } from './page-port.ts';
import { RemoteParsers } from './remote-parser.ts';

/** The process that keeps the book: services on one side, main and the page's port on the other. */
const parent = process.parentPort;
const tell = (message: ToMain): void => parent.postMessage(message);

const parsers = new RemoteParsers(tell);
const host: Host = {
  files: new FileRegistry(),
  who: userInfo().username,
  now: () => new Date(),
  forkParser: () => parsers.fork(),
  importWorker: new URL('./import-worker.mjs', import.meta.url),
  exportWorker: new URL('./export-worker.mjs', import.meta.url),
};
const shelf = new Bookshelf();
const services = createApplication(host, keepInFile(shelf.watchFile));
keepWatching(services);

const dialogs = new Map<number, (paths: string[]) => void>();
let asked = 0;
const handlers = electronHandlers({
  shelf,
  files: host.files,
  version: packageJson.version,
  reveal: (path) => tell({ type: 'reveal', path }),
  dialog: (request) =>
    new Promise((resolve) => {
      dialogs.set(++asked, resolve);
      tell({ type: 'dialog', id: asked, request });
    }),
});

let stopListening = (): void => {};
parent.on('message', ({ data, ports }: { data: ToServices; ports: Electron.MessagePortMain[] }) => {
  const [port] = ports;
  if (data.type === 'page' && port) {
    // One window, one page: a new one takes the place of the page before.
    stopListening();
    const desk = new CallDesk(services, rememberBooks(shelf, host.files, host.now));
    const send = servePage(port, desk, handlers);
    const off = services.onChange((event) => send(event));
    stopListening = () => {
      off();
      port.close();
    };
  } else if (data.type === 'parser' && port) parsers.arrived(data.id, port);
  else if (data.type === 'parser-exit') parsers.exited(data.id, data.reason);
  else if (data.type === 'drop') tell({ type: 'drop-answer', id: data.id, result: grantDropped(host.files, data.paths) });
  else if (data.type === 'dialog-answer') {
    dialogs.get(data.id)?.(data.paths);
    dialogs.delete(data.id);
  }
});
