import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildElectron } from '../../build/electron.ts';
import { setFuses } from '../../build/fuses.ts';
import { buildRenderer } from '../../build/renderer.ts';
import { root } from '../../build/stale.ts';
import { Asar } from './asar.ts';
import { standInRuntime } from './stand-in-runtime.ts';

const output = mkdtempSync(join(tmpdir(), 'tallybook-package-'));
const app = join(output, 'linux-unpacked');
const archive = join(app, 'resources/app.asar');
let asar: Asar;
let files: string[] = [];

beforeAll(async () => {
  await buildRenderer();
  await buildElectron();
  // A process of its own, without the network: a proxy that nobody listens on turns every download into an error.
  execFileSync(process.execPath, ['test/packaging/pack.ts', standInRuntime(), output], {
    cwd: root,
    stdio: 'pipe',
    env: { ...process.env, HTTP_PROXY: 'http://127.0.0.1:9', HTTPS_PROXY: 'http://127.0.0.1:9', ELECTRON_GET_USE_PROXY: '1' },
  });
  asar = new Asar(archive);
  files = asar.entries.map((entry) => entry.path);
}, 180_000);

describe('the packed app', () => {
  it('has the program, and the app only as an archive', () => {
    expect(statSync(join(app, 'tallybook')).mode & 0o111).toBe(0o111);
    expect(existsSync(join(app, 'resources/app'))).toBe(false);
    expect(existsSync(join(app, 'resources/default_app.asar'))).toBe(false);
  });

  it('holds the bundles, the interface, the manifest and packages, and nothing else', () => {
    const allowed =
      /^\/(package\.json|dist\/electron\/(main|preload)\.cjs|dist\/electron\/(services-host|parser|import-worker|export-worker)\.mjs|dist\/renderer\/index\.html|dist\/renderer\/assets\/[\w.-]+\.(js|css|woff2|png|bcmap|pfb|ttf)|dist\/renderer\/licences\/[\w.-]+\.txt|node_modules\/.+)$/;
    expect(files.filter((path) => !allowed.test(path))).toEqual([]);
    for (const path of [
      '/package.json',
      '/dist/electron/main.cjs',
      '/dist/electron/preload.cjs',
      '/dist/electron/services-host.mjs',
      '/dist/electron/parser.mjs',
      '/dist/electron/import-worker.mjs',
      '/dist/electron/export-worker.mjs',
      '/dist/renderer/index.html',
    ])
      expect(files).toContain(path);
  });

  it('holds no source map, type, test, note, secret or other platform’s binary', () => {
    expect(
      files.filter((path) => /\.(map|ts|tsx|md|env|gyp|c|cc|h|log)$|\/(test|tests|__tests__|examples?|docs?)\/|\/\.[^/]+$/i.test(path)),
    ).toEqual([]);
    expect(files.filter((path) => path.endsWith('.node'))).toEqual(
      ['/node_modules/better-sqlite3/prebuilds/linux-x64.node'].map((path) => path.replace('x64', process.arch)),
    );
  });

  it('contains neither the loopback host, nor the command line, nor the tools of development', () => {
    const packages = new Set(files.flatMap((path) => /^\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []));
    for (const absent of [
      'commander',
      'electron',
      'vite',
      'vitest',
      'playwright',
      'playwright-core',
      '@playwright/test',
      'typescript',
      'react',
      '@mantine/core',
      'node',
      'electron-builder',
    ])
      expect(packages).not.toContain(absent);
    const source = ['main.cjs', 'preload.cjs', 'services-host.mjs', 'parser.mjs', 'import-worker.mjs', 'export-worker.mjs']
      .map((name) => asar.text(`/dist/electron/${name}`))
      .join('\n');
    expect(
      ['createServer(', 'node:http', '127.0.0.1', 'sec-fetch-site', 'timingSafeEqual', 'TALLYBOOK_PORT'].filter((word) =>
        source.includes(word),
      ),
    ).toEqual([]);
  });

  it('keeps native code outside the archive', () => {
    const native = asar.entries.filter((entry) => entry.path.endsWith('.node'));
    expect(native.map((entry) => entry.unpacked)).toEqual([true]);
    expect(native.every((entry) => existsSync(join(`${archive}.unpacked`, entry.path)))).toBe(true);
  });

  it('holds every package that its bundles load', () => {
    const wanted = ['services-host.mjs', 'parser.mjs', 'import-worker.mjs', 'export-worker.mjs']
      .flatMap((name) => {
        const source = asar.text(`/dist/electron/${name}`);
        return [...source.matchAll(/(?:from|import|require\()\s*["']((?:@[\w.-]+\/)?[\w.-]+)[^"']*["']/g)].map((match) => match[1] ?? '');
      })
      .filter((name) => name !== 'electron' && !name.startsWith('node:') && !name.startsWith('.') && name !== 'node');
    expect(wanted).toContain('better-sqlite3');
    // Found by path at run time: the fonts of PDF reports.
    expect(
      files
        .filter((path) => path.startsWith('/node_modules/') && path.endsWith('.ttf'))
        .map((path) => path.split('/').at(-1))
        .sort(),
    ).toEqual(['NotoSansSC_400Regular.ttf', 'NotoSansSC_700Bold.ttf', 'NotoSansThai_400Regular.ttf', 'NotoSansThai_700Bold.ttf']);
    // And with which PDFs are shown: every file that their reader asks for by name.
    const shown = files.filter((path) => /^\/dist\/renderer\/assets\/.+\.(bcmap|pfb|ttf)$|_nowasm_fallback\.js$/.test(path));
    expect(shown.filter((path) => path.endsWith('.bcmap')).length).toBeGreaterThan(100);
    for (const name of [
      'UniGB-UCS2-H.bcmap',
      'FoxitSerif.pfb',
      'LiberationSans-Regular.ttf',
      'jbig2_nowasm_fallback.js',
      'openjpeg_nowasm_fallback.js',
    ])
      expect(shown).toContain(`/dist/renderer/assets/${name}`);
    expect([...new Set(wanted)].filter((name) => !files.includes(`/node_modules/${name}/package.json`))).toEqual([]);
  });

  it('has every fuse set', async () => {
    const {
      version: _version,
      resetAdHocDarwinSignature: _signature,
      strictlyRequireAllFuses: _strict,
      ...wire
    } = (await getCurrentFuseWire(join(app, 'tallybook'))) as unknown as Record<string, unknown>;
    expect(
      Object.fromEntries(Object.entries(wire).map(([fuse, state]) => [FuseV1Options[Number(fuse)], state === FuseState.ENABLE])),
    ).toEqual({
      RunAsNode: false,
      EnableCookieEncryption: true,
      EnableNodeOptionsEnvironmentVariable: false,
      EnableNodeCliInspectArguments: false,
      EnableEmbeddedAsarIntegrityValidation: true,
      OnlyLoadAppFromAsar: true,
      LoadBrowserProcessSpecificV8Snapshot: false,
      GrantFileProtocolExtraPrivileges: false,
      WasmTrapHandlers: true,
    });
  });

  it('leaves no file that others may write', () => {
    const loose = readdirSync(app, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((path) => (statSync(path).mode & 0o002) !== 0);
    expect(loose).toEqual([]);
  });
});

describe('the bundled main process', () => {
  it('runs under the stub: sandbox and scheme before ready, one guarded window on its own page, one services process', () => {
    const main = join(root, 'dist/electron/main.cjs');
    const out = execFileSync(process.execPath, ['--import', './test/electron-stub/register.ts', 'test/electron-stub/run-main.ts', main], {
      cwd: root,
      encoding: 'utf8',
    });
    const ran = JSON.parse(out) as {
      beforeReady: string[];
      log: string[];
      page: number;
      forked: string[];
      preferences: { preload: string; sandbox: boolean }[];
    };
    expect(ran.beforeReady).toEqual([
      'app.enableSandbox',
      'protocol.registerSchemesAsPrivileged',
      'app.on web-contents-created',
      'app.requestSingleInstanceLock',
    ]);
    expect(ran.log.slice(4)).toEqual([
      'app.ready',
      'protocol.handle app',
      'Menu.setApplicationMenu',
      'new BrowserWindow',
      'loadURL app://tallybook/',
      'app.on second-instance',
      'app.on activate',
      'app.on window-all-closed',
      'app.on will-quit',
    ]);
    expect(ran.page).toBe(200);
    expect(ran.forked).toEqual([join(root, 'dist/electron/services-host.mjs')]);
    expect(ran.preferences).toMatchObject([{ sandbox: true, preload: join(root, 'dist/electron/preload.cjs') }]);
  });

  it('hands a page nothing but the preload’s few lines', () => {
    expect(statSync(join(root, 'dist/electron/preload.cjs')).size).toBeLessThan(3000);
  });
});

describe('fuses', () => {
  it('refuse a runtime that has one they do not know', async () => {
    await expect(setFuses(join(standInRuntime('1011000110'), 'electron'))).rejects.toThrow();
  });
});
