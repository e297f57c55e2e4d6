import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { answer } from '../../electron/protocol.ts';
import { loadAssets } from '../../services/hosting/assets.ts';

const folder = mkdtempSync(join(tmpdir(), 'tallybook-app-'));
for (const part of ['renderer/assets', 'renderer-evil']) mkdirSync(join(folder, part), { recursive: true });
writeFileSync(join(folder, 'renderer/index.html'), '<!doctype html><html><head></head><body></body></html>');
writeFileSync(join(folder, 'renderer/assets/a.js'), 'export {};');
writeFileSync(join(folder, 'renderer/assets/a.js.map'), '{}');
writeFileSync(join(folder, 'renderer/notes.md'), 'x');
writeFileSync(join(folder, 'renderer-evil/x.js'), 'evil');
const assets = loadAssets(join(folder, 'renderer'));
const get = (url: string, method = 'GET'): Response => answer(assets, method, url);

describe('app://', () => {
  it.each([
    ['app://tallybook/', 'text/html; charset=utf-8'],
    ['app://tallybook/index.html', 'text/html; charset=utf-8'],
    ['app://tallybook/assets/a.js', 'text/javascript; charset=utf-8'],
    ['app://tallybook/x/../assets/a.js', 'text/javascript; charset=utf-8'],
  ])('serves %s', (url, type) => {
    expect(get(url).status).toBe(200);
    expect(get(url).headers.get('content-type')).toBe(type);
  });

  it.each([
    '/..%2f..%2fetc/passwd',
    '/%2e%2e%2fetc/passwd',
    '/..%5c..%5cwindows',
    '/assets/..%2f..%2fpackage.json',
    '/..%2frenderer-evil/x.js',
    '/../renderer-evil/x.js',
    '/%2e%2e/renderer-evil/x.js',
    '/assets/a.js%00',
    '/assets/a.js%00.png',
    '//etc/passwd',
    '//tallybook/index.html',
    '/assets//a.js',
    '/assets/',
    '/assets',
    '/assets/a.js/',
    '/assets/A.js',
    '/assets/%61.js',
    '/assets/a.js.map',
    '/notes.md',
    '/../../etc/passwd',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/.',
    '/..%2f',
    '/~',
    '/C:/windows/win.ini',
    '/assets/a.js;x',
    '/assets/a.js%20',
    '/__proto__',
    '/constructor',
    '/index.htm',
    '/%ff',
    '/assets\\a.jsx',
  ])('has nothing at %s', (path) => {
    const { status } = get(`app://tallybook${path}`);
    // What the parser resolves to the start page is the start page; everything else does not exist.
    expect(path === '/.' ? status === 200 : status === 404).toBe(true);
  });

  it.each([
    'app://evil/',
    'app://tallybook:80/',
    'app:///index.html',
    'app:tallybook/index.html',
    'https://tallybook/',
    'app://user@tallybook/',
    'file:///etc/passwd',
    'nonsense',
  ])('answers 403 to %s', (url) => expect(get(url).status).toBe(403));
  it.each(['POST', 'HEAD', 'PUT', 'DELETE', 'OPTIONS', 'get'])('answers 405 to %s', (method) =>
    expect(get('app://tallybook/', method).status).toBe(405),
  );

  it('sends the policy with every answer, and the page’s nonce inside it', async () => {
    for (const url of ['app://tallybook/', 'app://tallybook/assets/a.js', 'app://tallybook/none', 'app://evil/'])
      expect(get(url).headers.get('content-security-policy')).toContain("require-trusted-types-for 'script'");
    const page = get('app://tallybook/');
    const nonce = /csp-nonce" content="([^"]+)"/.exec(await page.text())?.[1];
    expect(page.headers.get('content-security-policy')).toContain(`style-src 'self' 'nonce-${nonce}'`);
  });
});
