import type { App, Session as ElectronSession } from 'electron';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { guardContents, guardSession } from '../../electron/guards.ts';
import { openWindow } from '../../electron/window.ts';
import { app, BrowserWindow, Session, WebContents } from '../electron-stub/electron.ts';

const FOREIGN = [
  'https://tallybook/',
  'http://127.0.0.1/',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'data:text/html,x',
  'about:blank',
  'app://evil/',
  'app://tallybook.evil/',
  'app://tallybook:80/',
  'app://tallybook@evil/',
  'app://user@tallybook/',
  'app:tallybook/',
  'app:///tallybook/',
  'app:/tallybook/',
  'https://evil/?next=app://tallybook/',
  'https://evil/#app://tallybook/',
  'apps://tallybook/',
  'ws://tallybook/',
  'blob:https://evil/1',
  'blob:app://tallybook/1',
  'filesystem:app://tallybook/x',
  'view-source:app://tallybook/',
  'chrome://version',
  'devtools://devtools/bundled/inspector.html',
  'smb://server/share',
  '\\\\server\\share',
  'ms-msdt:/id',
  'mailto:a@b',
  '',
  ' ',
  'app',
  'tallybook',
  '//tallybook/',
  'app://tallybook%00/',
  'app://tallybook%2eevil/',
];
const OWN = ['app://tallybook/', 'app://tallybook/index.html', 'app://tallybook/#/bills', 'app://tallybook/?a=b', 'APP://tallybook/'];

guardContents(app as unknown as App);
const guarded = (): WebContents => {
  const contents = new WebContents();
  app.emit('web-contents-created', {}, contents);
  return contents;
};
/** Whether the guarded contents let the event through. */
const passes = (event: string, url: string): boolean => {
  let prevented = false;
  guarded().emit(event, { url, preventDefault: () => (prevented = true) });
  return !prevented;
};

describe.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])('%s', (event) => {
  it.each(FOREIGN)('refuses %j', (url) => expect(passes(event, url)).toBe(false));
  it.each(OWN)('allows %j', (url) => expect(passes(event, url)).toBe(true));
});

describe('new windows and web views', () => {
  it.each([...FOREIGN, ...OWN])('opens no window for %j', (url) => expect(guarded().openHandler?.({ url })).toEqual({ action: 'deny' }));
  it('attaches no web view', () => expect(passes('will-attach-webview', 'app://tallybook/')).toBe(false));
});

describe('the window', () => {
  it('has exactly these preferences', () => {
    openWindow('/app/preload.cjs', true);
    expect(BrowserWindow.windows.at(-1)?.options['webPreferences']).toEqual({
      preload: '/app/preload.cjs',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      plugins: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      disableDialogs: true,
      enableWebSQL: false,
      devTools: false,
    });
    expect(BrowserWindow.windows.at(-1)?.loaded).toBe('app://tallybook/');
  });
});

describe('the session', () => {
  const session = new Session();
  guardSession(session as unknown as ElectronSession, true);

  // Every permission that this Electron knows, from its own type definitions.
  const typings = readFileSync(new URL('../../node_modules/electron/electron.d.ts', import.meta.url), 'utf8');
  const permissions = [
    ...new Set(
      [...typings.matchAll(/setPermission(?:Check|Request)Handler\(handler: \(\(webContents: [^,]+, permission: ([^,]+),/g)].flatMap(
        ([, union = '']) => [...union.matchAll(/'([^']+)'/g)].map(([, name = '']) => name),
      ),
    ),
  ];
  it('knows Electron’s permissions', () => expect(permissions.length).toBeGreaterThan(30));

  it.each(permissions)('%s: granted to none but the own page, and there only to copy text', (permission) => {
    const expected = permission === 'clipboard-sanitized-write';
    const own = new WebContents();
    const foreign = Object.assign(new WebContents(), { url: 'https://evil/' });
    const asked: boolean[] = [];
    session.requestHandler?.(own, permission, (granted) => asked.push(granted));
    session.requestHandler?.(foreign, permission, (granted) => asked.push(granted));
    expect(asked).toEqual([expected, false]);
    expect(session.checkHandler?.(own, permission, 'app://tallybook/')).toBe(expected);
    expect(session.checkHandler?.(null, permission, 'https://evil/')).toBe(false);
  });

  it('grants no device, no screen, no download, no dictionary', () => {
    expect(session.deviceHandler?.({})).toBe(false);
    const streams: object[] = [];
    session.displayHandler?.({}, (given) => streams.push(given));
    expect(streams).toEqual([{}]);
    let prevented = false;
    session.emit('will-download', { preventDefault: () => (prevented = true) });
    expect(prevented).toBe(true);
    expect(session.spelling).toBe(false);
  });

  const cancelled = (url: string): boolean | undefined => {
    let cancel: boolean | undefined;
    session.beforeRequest?.({ url }, (response) => (cancel = response.cancel));
    return cancel;
  };
  it.each([
    'http://a/',
    'https://a/',
    'ws://a/',
    'wss://a/',
    'ftp://a/',
    'file:///etc/passwd',
    'devtools://devtools/x',
    'chrome-extension://a/b',
    'http://127.0.0.1:1/',
    'app://evil/',
    'blob:https://a/1',
  ])('cancels a request to %s', (url) => expect(cancelled(url)).toBe(true));
  it.each(['app://tallybook/', 'app://tallybook/assets/a.js', 'blob:app://tallybook/1', 'data:image/png;base64,AA=='])(
    'lets %s through',
    (url) => expect(cancelled(url)).toBe(false),
  );
});
