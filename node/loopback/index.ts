import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename } from 'node:path';
import { BOOTSTRAP_PREFIX } from '../../services/contract/host.ts';
import { loadAssets } from '../../services/hosting/assets.ts';
import { Bookshelf } from '../../services/hosting/bookshelf.ts';
import { CallDesk } from '../../services/hosting/call-desk.ts';
import { rememberBooks, shelfHandlers } from '../../services/hosting/host-desk.ts';
import type { Host } from '../../services/runtime/host.ts';
import type { Services } from '../../services/runtime/services.ts';
import { EventStreams } from './events.ts';
import { refusal } from './guard.ts';
import { header, send } from './http.ts';
import { Router } from './routes.ts';
import { Secrets } from './secrets.ts';
import { TempFiles } from './temp-files.ts';

export interface LoopbackOptions {
  host: Host;
  services: Pick<Services, 'dispatch' | 'onChange' | 'close'>;
  /** Folder of the built renderer. */
  renderer: string;
  version: string;
  /** Books folder; TALLYBOOK_HOME or ~/Tallybook unless given. */
  home?: string;
  /** Folder that a book may watch: a page cannot choose one of its own. */
  watch?: string | null;
  /** 0 takes a free one. */
  port?: number;
}

export interface Loopback {
  authority: string;
  /** A fresh address that opens the page once. */
  newAddress(): string;
  close(): Promise<void>;
}

/**
 * Serves the application on 127.0.0.1 to a browser of the same machine. For machines without the Electron runtime, and
 * for tests; a packaged app does not contain it and refuses to start it.
 */
export async function startLoopback(options: LoopbackOptions): Promise<Loopback> {
  if ('resourcesPath' in process && !('defaultApp' in process)) throw new Error('The loopback host is not part of the packaged app.');
  const { host, services, watch = null } = options;
  const shelf = new Bookshelf(options.home);
  const temp = new TempFiles(host.files);
  const events = new EventStreams();
  const secrets = new Secrets();
  const router = new Router({
    assets: loadAssets(options.renderer),
    secrets,
    events,
    temp,
    shelf,
    handlers: {
      ...shelfHandlers(shelf, host.files),
      'host/info': () => ({
        kind: 'loopback',
        version: options.version,
        canReveal: false,
        dialogs: false,
        folder: watch && basename(watch),
      }),
      ...(watch && { 'host/folder': () => ({ token: host.files.grant(watch, 'folder'), name: basename(watch) }) }),
      'host/newFile': ({ name }) => temp.newExport(name),
    },
    newDesk: () => new CallDesk(services, rememberBooks(shelf, host.files, host.now)),
  });
  services.onChange((event) => events.send(event));

  let authority = '';
  const server = createServer((request, response) => {
    const url = URL.parse(request.url ?? '', `http://${authority}`);
    if (!url || !request.url?.startsWith('/') || request.url.startsWith('//')) return send(response, 400, 'text/plain', 'Bad request.');
    const facts = {
      method: request.method ?? '',
      path: url.pathname,
      host: header(request, 'host'),
      origin: header(request, 'origin'),
      site: header(request, 'sec-fetch-site'),
      contentType: header(request, 'content-type'),
    };
    const refused = refusal(facts, authority);
    if (refused) return send(response, refused.status, 'text/plain', `Refused (${refused.why}).`);
    router.handle(request, response, url).catch((error: unknown) => {
      // A page that went away in the middle of an answer; anything else shows in the terminal.
      if (!response.headersSent) send(response, 500, 'text/plain', 'Internal error.');
      else response.destroy();
      if (!request.destroyed) console.error(error);
    });
  });
  // A large upload may take its time.
  server.requestTimeout = 0;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  authority = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    authority,
    newAddress: () => `http://${authority}/${BOOTSTRAP_PREFIX}${secrets.newBootstrap()}`,
    close: async () => {
      events.close();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      services.close();
      temp.close();
    },
  };
}
