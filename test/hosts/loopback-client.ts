import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { startLoopback, type Loopback } from '../../node/loopback/index.ts';
import { FileRegistry } from '../../services/runtime/files.ts';
import type { Host } from '../../services/runtime/host.ts';
import { standInServices, type StandIn } from './stand-in.ts';

export interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

/** A raw request, so that headers a browser would set or forbid can be chosen freely. */
export function ask(
  authority: string,
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body: string | Buffer = '',
): Promise<Answer> {
  const [host, port] = authority.split(':');
  return new Promise((resolve, reject) => {
    const sent = request({ host, port, method, path, headers: { host: authority, connection: 'close', ...headers } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks).toString('utf8') }),
      );
      response.on('error', reject);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

export const bootstrapOf = (address: string): string => address.slice(address.indexOf('=') + 1);

export interface Running {
  loopback: Loopback;
  services: StandIn;
  host: Host;
  home: string;
  secret: string;
  post(path: string, body: unknown): Promise<Answer>;
}

/** A running loopback host over stand-in services, with a page that was opened; ends with the test. `watch`: the folder of --watch. */
export async function running(watch: string | null = null): Promise<Running> {
  const folder = mkdtempSync(join(tmpdir(), 'tallybook-test-'));
  const renderer = join(folder, 'renderer');
  mkdirSync(join(renderer, 'assets'), { recursive: true });
  writeFileSync(
    join(renderer, 'index.html'),
    '<!doctype html><html><head><title>T</title></head><body><script type="module" src="./assets/app.js"></script></body></html>',
  );
  writeFileSync(join(renderer, 'assets/app.js'), 'export {};');
  writeFileSync(join(renderer, 'assets/app.js.map'), '{}');
  const services = standInServices();
  const host: Host = {
    files: new FileRegistry(),
    who: 'tester',
    now: () => new Date('2024-03-02T00:00:00Z'),
    forkParser: () => {
      throw new Error('no parser here');
    },
  };
  const home = join(folder, 'books');
  const loopback = await startLoopback({ host, services, renderer, version: '0.0.0', home, watch });
  onTestFinished(() => loopback.close());
  const opened = await ask(
    loopback.authority,
    'POST',
    '/session',
    { 'content-type': 'application/json' },
    JSON.stringify({ bootstrap: bootstrapOf(loopback.newAddress()) }),
  );
  const secret = (JSON.parse(opened.body) as { value: { secret: string } }).value.secret;
  const post = (path: string, body: unknown): Promise<Answer> =>
    ask(loopback.authority, 'POST', path, { 'content-type': 'application/json', 'x-tallybook-token': secret }, JSON.stringify(body));
  return { loopback, services, host, home, secret, post };
}
