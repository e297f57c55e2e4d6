import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { localHost } from '../node/local-host.ts';
import { startLoopback } from '../node/loopback/index.ts';
import { Bookshelf } from '../services/hosting/bookshelf.ts';
import { keepWatching } from '../services/hosting/keep-watching.ts';
import { keepInFile } from '../services/hosting/watch-file.ts';
import { createApplication } from '../services/index.ts';
import packageJson from '../package.json' with { type: 'json' };
import { buildElectron } from './electron.ts';
import { findElectron, whyNoWindow } from './electron-runtime.ts';
import { openBrowser } from './open-browser.ts';
import { buildParser } from './parser.ts';
import { buildRenderer, rendererFolder } from './renderer.ts';
import { readOptions, type StartOptions } from './start-options.ts';
import { root } from './stale.ts';

const say = (line: string): void => void process.stderr.write(`tallybook: ${line}\n`);

/** `npm start`: the app in Electron where its runtime is there, else in the browser over the loopback host. */
async function main(args: readonly string[]): Promise<void> {
  const options = readOptions(args);
  if (await buildRenderer()) say('the interface was built (dist/renderer).');

  const runtime = findElectron();
  const why = options.loopback
    ? 'you asked for it with --loopback'
    : runtime.path === null
      ? runtime.why
      : whyNoWindow(process.platform, process.env, process.getuid?.());
  if (runtime.path !== null && why === null) {
    if (options.watch !== null)
      say('in Electron a folder is chosen in Settings, under “Watched folder”; --watch is for the browser (--loopback).');
    return openElectron(runtime.path);
  }
  await buildParser();
  await openLoopback(options, why ?? '');
}

async function openElectron(binary: string): Promise<void> {
  await buildElectron();
  say(`opening in Electron, because its runtime is at ${binary}.`);
  const child = spawn(binary, [root], { stdio: 'inherit' });
  child.on('error', (error) => stop(`Electron could not be started: ${error.message}`));
  child.on('exit', (code) => process.exit(code ?? 1));
}

async function openLoopback({ noOpen: quietly, watch }: StartOptions, why: string): Promise<void> {
  const host = localHost();
  const services = createApplication(host, keepInFile(new Bookshelf().watchFile));
  const loopback = await startLoopback({
    host,
    services,
    watch,
    renderer: rendererFolder,
    version: packageJson.version,
    port: port(),
  });
  const watching = keepWatching(services);
  const open = (): void => {
    const address = loopback.newAddress();
    if (!quietly && openBrowser(address)) say(`opened in your browser. If no page appears, open ${address}`);
    else say(`open this address in a browser on this machine; it works once: ${address}`);
  };
  say(`running in the browser over 127.0.0.1, because ${why}.`);
  if (watch !== null) say(`a book may watch ${watch}: switch it on in Settings, under “Watched folder”.`);
  open();
  say('press Enter for a new address, Ctrl-C to end.');
  createInterface({ input: process.stdin }).on('line', open);
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(
      signal,
      () =>
        void watching
          .stop()
          .then(loopback.close)
          .then(() => process.exit(0)),
    );
}

function port(): number {
  const text = process.env['TALLYBOOK_PORT'] ?? '0';
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65535) throw new Error(`TALLYBOOK_PORT is “${text}”, not a port from 0 to 65535.`);
  return Number(text);
}

function stop(line: string): never {
  say(line);
  process.exit(1);
}

main(process.argv.slice(2)).catch((error: unknown) => stop(error instanceof Error ? error.message : String(error)));
