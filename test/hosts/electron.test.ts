import type { BrowserWindow as RealWindow } from 'electron';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { beforeEach, describe, expect, it } from 'vitest';
import { showDialog } from '../../electron/dialogs.ts';
import { electronHandlers, grantDropped } from '../../electron/host-handlers.ts';
import { listenToPages } from '../../electron/ipc.ts';
import { CONNECT, DROP, type DialogRequest } from '../../electron/messages.ts';
import { servePage } from '../../electron/page-port.ts';
import { RemoteParsers, type Port } from '../../electron/remote-parser.ts';
import { ServicesProcess } from '../../electron/services-process.ts';
import type { HostMessage } from '../../services/contract/host.ts';
import { Bookshelf } from '../../services/hosting/bookshelf.ts';
import { CallDesk } from '../../services/hosting/call-desk.ts';
import { askHost } from '../../services/hosting/host-desk.ts';
import { FileRegistry } from '../../services/runtime/files.ts';
import { BrowserWindow, dialog, exposed, ipcMain, ipcRenderer, log, UtilityProcess } from '../electron-stub/electron.ts';
import { standInServices } from './stand-in.ts';

beforeEach(() => {
  log.length = 0;
  UtilityProcess.forked = [];
});

/** A port as the services process has it, and the page's end. */
function pagePort() {
  const { port1, port2 } = new MessageChannel();
  const received: HostMessage[] = [];
  port2.on('message', (message: HostMessage) => received.push(message));
  const port: Port = {
    postMessage: (message) => port1.postMessage(message),
    on: (_name, listener) => port1.on('message', (data: unknown) => listener({ data })),
    start: () => {},
    close: () => port1.close(),
  };
  return { port, page: port2, received, close: () => port1.close() };
}

describe('messages from pages', () => {
  const sent: string[][] = [];
  let ports = 0;
  listenToPages({
    newPagePort: () => {
      ports += 1;
      return {} as never;
    },
    drop: async (paths) => {
      sent.push(paths);
      return { ok: true, value: [] };
    },
  });
  const frame = (over: object = {}) => {
    const posted: unknown[] = [];
    return {
      url: 'app://tallybook/',
      parent: null,
      detached: false,
      posted,
      postMessage: (...args: unknown[]) => void posted.push(args),
      ...over,
    };
  };
  const foreign: [string, unknown][] = [
    ['no frame', null],
    ['an undefined frame', undefined],
    ['a sub-frame', frame({ parent: frame() })],
    ['a detached frame', frame({ detached: true })],
    ['another origin', frame({ url: 'https://evil/' })],
    ['about:blank', frame({ url: 'about:blank' })],
    ['an empty address', frame({ url: '' })],
    ['no address', frame({ url: undefined })],
    ['a look-alike', frame({ url: 'app://tallybook.evil/' })],
    ['file:', frame({ url: 'file:///tallybook/' })],
    ['another port', frame({ url: 'app://tallybook:1/' })],
    ['the address in a query', frame({ url: 'https://evil/?app://tallybook/' })],
  ];
  it.each(foreign)('connects nothing and grants nothing for %s', async (_name, senderFrame) => {
    ports = 0;
    sent.length = 0;
    ipcMain.emit(CONNECT, { senderFrame });
    expect(await ipcMain.handlers.get(DROP)?.({ senderFrame }, ['/a.csv'])).toMatchObject({
      ok: false,
      error: { code: 'host.foreign-page' },
    });
    expect([ports, sent]).toEqual([0, []]);
  });
  it('gives the own page a port, and tokens for dropped files', async () => {
    const own = frame();
    ipcMain.emit(CONNECT, { senderFrame: own });
    expect(own.posted).toHaveLength(1);
    expect(await ipcMain.handlers.get(DROP)?.({ senderFrame: own }, ['/a.csv'])).toEqual({ ok: true, value: [] });
  });
  it.each([[[]], ['/a'], [[1]], [['']], [null], [[{ path: '/a' }]], [['/a', undefined]]])('refuses %j as dropped files', async (paths) => {
    expect(await ipcMain.handlers.get(DROP)?.({ senderFrame: frame() }, paths)).toMatchObject({
      ok: false,
      error: { code: 'call.invalid-input' },
    });
  });
  it('listens on no other channel', () => expect([ipcMain.eventNames(), [...ipcMain.handlers.keys()]]).toEqual([[CONNECT], [DROP]]));
});

describe('preload', () => {
  it('puts exactly two functions on the window, and hands a port over without its event', async () => {
    const posted: unknown[][] = [];
    Object.assign(globalThis, { postMessage: (...args: unknown[]) => posted.push(args), location: { origin: 'app://tallybook' } });
    await import('../../electron/preload.ts');
    expect(Object.keys(exposed)).toEqual(['tallybookHost']);
    const host = exposed['tallybookHost'] as { connect(): void; dropFiles(files: unknown[]): Promise<unknown> };
    expect(Object.keys(host)).toEqual(['connect', 'dropFiles']);
    host.connect();
    await host.dropFiles([{ path: '/home/a.csv' }]);
    expect(ipcRenderer.sent).toEqual([[CONNECT], [DROP, ['/home/a.csv']]]);
    ipcRenderer.emit('tallybook:port', { ports: ['port'], sender: 'secret' });
    expect(posted).toEqual([[{ type: 'tallybook:port' }, 'app://tallybook', ['port']]]);
  });
});

describe('a page’s port', () => {
  it('answers calls and host procedures, reports progress, cancels, and ignores what is no message', async () => {
    const { port, page, received, close } = pagePort();
    servePage(port, new CallDesk(standInServices()), {
      'host/info': () => ({ kind: 'electron', version: '1', canReveal: true, dialogs: true, folder: null }),
    });
    for (const message of [null, 'x', {}, { type: 'call' }, { type: 'call', id: '' }, { type: 'sql', id: '1', name: 'select' }])
      page.postMessage(message);
    page.postMessage({ type: 'call', id: 'a', name: 'steps', input: {} });
    page.postMessage({ type: 'call', id: 'b', name: 'slow', input: {} });
    page.postMessage({ type: 'cancel', id: 'b' });
    page.postMessage({ type: 'host', id: 'c', name: 'host/info', input: {} });
    page.postMessage({ type: 'host', id: 'd', name: '__proto__', input: {} });
    await expect.poll(() => received.filter((message) => message.type === 'result').length).toBe(4);
    const results = new Map(received.flatMap((message) => (message.type === 'result' ? [[message.id, message.result] as const] : [])));
    expect(received.filter((message) => message.type === 'progress')).toHaveLength(3);
    expect(results.get('a')).toEqual({ ok: true, value: 'counted' });
    expect(results.get('b')).toMatchObject({ error: { code: 'call.cancelled' } });
    expect(results.get('c')).toMatchObject({ ok: true, value: { kind: 'electron' } });
    expect(results.get('d')).toMatchObject({ error: { code: 'call.unknown' } });
    close();
  });
});

describe('the services process', () => {
  const start = (onGiveUp = () => {}, now = () => 0) => new ServicesProcess({ services: '/s.mjs', parser: '/p.mjs', onGiveUp, now });

  it('is started again when it dies, but not for ever, and not when the app ends', () => {
    let gaveUp = 0;
    let clock = 0;
    const services = start(
      () => void (gaveUp += 1),
      () => clock,
    );
    UtilityProcess.forked.at(-1)?.emit('exit', 1);
    expect(UtilityProcess.forked).toHaveLength(2);
    clock = 120_000;
    for (let death = 0; death < 3; death += 1) UtilityProcess.forked.at(-1)?.emit('exit', 1);
    expect([UtilityProcess.forked.length, gaveUp]).toEqual([4, 1]);
    services.close();
    expect(UtilityProcess.forked).toHaveLength(4);
  });

  it('gets the other end of a page’s port', () => {
    const port = start().newPagePort();
    expect(UtilityProcess.forked[0]?.sent).toHaveLength(1);
    expect(UtilityProcess.forked[0]?.sent[0]?.ports).toHaveLength(1);
    expect(port).not.toBe(UtilityProcess.forked[0]?.sent[0]?.ports[0]);
  });

  it('gets parsers with a small heap, an empty environment and a port of their own', () => {
    start();
    const [services] = UtilityProcess.forked;
    services?.emit('message', { type: 'fork-parser', id: 7 });
    const parser = UtilityProcess.forked[1];
    expect(parser?.modulePath).toBe('/p.mjs');
    expect(parser?.options).toMatchObject({ execArgv: ['--max-old-space-size=512'], env: {} });
    expect([parser?.sent[0]?.ports.length, services?.sent.at(-1)?.message, services?.sent.at(-1)?.ports.length]).toEqual([
      1,
      { type: 'parser', id: 7 },
      1,
    ]);
    services?.emit('message', { type: 'kill-parser', id: 7 });
    expect(parser?.killed).toBe(true);
    expect(services?.sent.at(-1)?.message).toEqual({ type: 'parser-exit', id: 7, reason: 'exit code 15' });
  });

  it('answers drops that were under way when it died', async () => {
    const services = start();
    const dropped = services.drop(['/a']);
    UtilityProcess.forked[0]?.emit('exit', 1);
    expect(await dropped).toMatchObject({ error: { code: 'host.restarted' } });
  });
});

describe('a parser behind main', () => {
  it('keeps messages until its port is there, and says once how it ended', () => {
    const asked: unknown[] = [];
    const parsers = new RemoteParsers((message) => void asked.push(message));
    const link = parsers.fork();
    const exits: string[] = [];
    const heard: unknown[] = [];
    const posted: unknown[] = [];
    let hear = (_event: { data: unknown }): void => {};
    link.onExit((reason) => exits.push(reason));
    link.onMessage((message) => heard.push(message));
    link.post('first');
    parsers.arrived(1, {
      postMessage: (message) => void posted.push(message),
      on: (_name, listener) => (hear = listener),
      start: () => {},
      close: () => {},
    });
    link.post('second');
    hear({ data: 'rows' });
    link.kill();
    parsers.exited(1, 'exit code 15');
    parsers.exited(1, 'again');
    link.post('late');
    link.onExit((reason) => exits.push(`asked later: ${reason}`));
    expect(posted).toEqual(['first', 'second']);
    expect(heard).toEqual(['rows']);
    expect(exits).toEqual(['exit code 15', 'asked later: exit code 15']);
    expect(asked).toEqual([
      { type: 'fork-parser', id: 1 },
      { type: 'kill-parser', id: 1 },
    ]);
  });
});

describe('dialogs', () => {
  BrowserWindow.windows = [new BrowserWindow({}) as BrowserWindow & RealWindow];

  it('gives the page a token and a name, never a path', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tallybook-dialog-'));
    const bill = join(folder, 'bill.csv');
    writeFileSync(bill, 'a,b\n');
    const files = new FileRegistry();
    const handlers = electronHandlers({
      shelf: new Bookshelf(folder),
      files,
      version: '1',
      dialog: showDialog,
      reveal: (path) => void log.push(`reveal ${path}`),
    });
    dialog.opens = { canceled: false, filePaths: [bill] };
    const opened = await askHost(handlers, 'host/openFilesDialog', { kind: 'bills' });
    expect(JSON.stringify(opened)).not.toContain(folder);
    expect(opened).toMatchObject({ ok: true, value: [{ name: 'bill.csv', size: 4 }] });
    dialog.saves = { canceled: false, filePath: join(folder, 'out.xlsx') };
    const saved = await askHost(handlers, 'host/saveDialog', { name: '../../x/out.xlsx' });
    expect(JSON.stringify(saved)).not.toContain(folder);
    expect(dialog.asked.at(-1)?.options['defaultPath']).toBe(join(folder, 'out.xlsx'));
    await askHost(handlers, 'host/reveal', { token: (saved as { value: { token: string } }).value.token });
    expect(log.at(-1)).toBe(`reveal ${join(folder, 'out.xlsx')}`);
    expect(await askHost(handlers, 'host/reveal', { token: 'x'.repeat(24) })).toMatchObject({ error: { code: 'file.not-granted' } });
    expect(await askHost(handlers, 'host/newFile', { name: 'a' })).toMatchObject({ error: { code: 'host.unsupported' } });
  });

  it('gives a folder to watch as a token of its own kind, for a folder and nothing else', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tallybook-dialog-'));
    const files = new FileRegistry();
    const handlers = electronHandlers({ shelf: new Bookshelf(folder), files, version: '1', dialog: showDialog, reveal: () => {} });
    dialog.opens = { canceled: false, filePaths: [folder] };
    const chosen = await askHost(handlers, 'host/folder', {});
    expect(dialog.asked.at(-1)).toMatchObject({ kind: 'open', options: { properties: ['openDirectory'] } });
    expect(JSON.stringify(chosen)).not.toContain(tmpdir());
    const { token, name } = (chosen as { value: { token: string; name: string } }).value;
    expect(name).toBe(basename(folder));
    expect(files.resolve(token, 'folder').path).toBe(folder);
    expect(() => files.resolve(token, 'read')).toThrow();
    dialog.opens = { canceled: true, filePaths: [folder] };
    expect(await askHost(handlers, 'host/folder', {})).toEqual({ ok: true, value: null });
  });

  it.each<[DialogRequest]>([
    [{ show: 'open-book' }],
    [{ show: 'open-folder' }],
    [{ show: 'open-files', kind: 'pdf' }],
    [{ show: 'save', name: 'a', folder: '/' }],
  ])('%j cancelled chooses nothing', async (request) => {
    dialog.opens = { canceled: true, filePaths: ['/a'] };
    dialog.saves = { canceled: true, filePath: '/a' };
    expect(await showDialog(request)).toEqual([]);
  });

  it('refuses a dropped folder by name', () => {
    expect(grantDropped(new FileRegistry(), [tmpdir()])).toMatchObject({ ok: false, error: { code: 'host.not-a-file' } });
  });
});
