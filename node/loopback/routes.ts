import { createReadStream, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { fail, Failure, ok, type Result } from '../../domain/result.ts';
import { say } from '../../domain/words/said.ts';
import { TOKEN_HEADER } from '../../services/contract/host.ts';
import { respond, type Assets } from '../../services/hosting/assets.ts';
import type { Bookshelf } from '../../services/hosting/bookshelf.ts';
import type { CallDesk } from '../../services/hosting/call-desk.ts';
import { securityHeaders } from '../../services/hosting/headers.ts';
import { askHost, type HostHandlers } from '../../services/hosting/host-desk.ts';
import type { EventStreams } from './events.ts';
import { header, readJson, send, sendJson } from './http.ts';
import type { Secrets } from './secrets.ts';
import type { TempFiles } from './temp-files.ts';

const BODY_LIMIT = 8 * 1024 * 1024;

export interface Routes {
  assets: Assets;
  secrets: Secrets;
  events: EventStreams;
  temp: TempFiles;
  shelf: Bookshelf;
  handlers: HostHandlers;
  newDesk(): CallDesk;
}

/** Answers requests that passed the guard. Everything but the page's own files wants the session secret. */
export class Router {
  readonly #with: Routes;
  readonly #desks = new Map<string, CallDesk>();

  constructor(routes: Routes) {
    this.#with = routes;
  }

  async handle(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const { assets, secrets, events } = this.#with;
    if (url.pathname === '/session') return this.#exchange(request, response);
    const guarded = request.method === 'POST' || url.pathname === '/events';
    if (!guarded) {
      const found = respond(assets, url.pathname);
      return found ? send(response, 200, found.type, found.body, found.nonce) : send(response, 404, 'text/plain', 'Not found.');
    }
    const secret = header(request, TOKEN_HEADER) ?? '';
    if (!secrets.knows(secret))
      return sendJson(
        response,
        fail('host.unauthorized', 'This page is not connected to Tallybook.', { remedy: 'Open the address that the terminal shows.' }),
        401,
      );
    if (url.pathname === '/events') return events.open(response, secret);
    if (url.pathname === '/upload') return sendJson(response, await this.#upload(request, url));
    const body = await readJson(request, BODY_LIMIT);
    if (!body) return sendJson(response, fail('call.unreadable', 'The request is not a JSON object, or too long.'), 400);
    if (url.pathname === '/download') return this.#download(response, String(body['token'] ?? ''));
    if (url.pathname === '/host')
      return sendJson(response, await askHost(this.#with.handlers, String(body['name'] ?? ''), body['input'] ?? {}));
    const id = String(body['id'] ?? '');
    if (id === '' || id.length > 64) return sendJson(response, fail('call.invalid-id', 'A call wants an id of 1 to 64 characters.'), 400);
    const desk = this.#desk(secret);
    if (url.pathname === '/cancel') return sendJson(response, desk.cancel(id));
    const result = await desk.call(id, String(body['name'] ?? ''), body['input'] ?? {}, (progress) =>
      events.send({ type: 'progress', id, progress }, secret),
    );
    sendJson(response, result);
  }

  async #exchange(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readJson(request, 1024);
    const secret = this.#with.secrets.exchange(String(body?.['bootstrap'] ?? ''));
    if (secret === null)
      return sendJson(
        response,
        fail('host.unauthorized', 'This address was used before.', { remedy: 'Press Enter in the terminal for a new one.' }),
        401,
      );
    sendJson(response, ok({ secret }));
  }

  async #upload(request: IncomingMessage, url: URL): Promise<Result<unknown>> {
    const { temp, shelf } = this.#with;
    try {
      return ok(await temp.receive(url.searchParams.get('name') ?? '', request, url.searchParams.get('as') === 'book' ? shelf : null));
    } catch (error) {
      if (error instanceof Failure) return { ok: false, error: error.error };
      return fail(
        'host.upload-failed',
        say`The file did not arrive: ${{ reason: error instanceof Error ? error.message : String(error) }}.`,
        {
          remedy: 'Try again; mind the free space on the disk.',
        },
      );
    }
  }

  async #download(response: ServerResponse, token: string): Promise<void> {
    const file = this.#with.temp.take(token);
    if (!file)
      return sendJson(
        response,
        fail('host.no-download', 'There is no such file to fetch, or it was fetched before.', { remedy: 'Export again.' }),
        404,
      );
    response.writeHead(200, {
      ...securityHeaders(null),
      'content-type': 'application/octet-stream',
      'content-length': statSync(file.path).size,
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    });
    // Once is once: also when the page goes away half-way.
    response.on('close', () => this.#with.temp.discard(file.path));
    await pipeline(createReadStream(file.path), response);
  }

  #desk(secret: string): CallDesk {
    const desk = this.#desks.get(secret) ?? this.#with.newDesk();
    this.#desks.set(secret, desk);
    return desk;
  }
}
