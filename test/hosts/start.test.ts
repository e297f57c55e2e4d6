import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { findElectron, whyNoWindow } from '../../build/electron-runtime.ts';
import { browserCommand } from '../../build/open-browser.ts';
import { readOptions } from '../../build/start-options.ts';
import { hashInputs } from '../../build/stale.ts';

describe('where the app opens', () => {
  it('is Electron only where its runtime lies', () => {
    const dist = mkdtempSync(join(tmpdir(), 'tallybook-dist-'));
    expect(findElectron({ ELECTRON_OVERRIDE_DIST_PATH: dist })).toEqual({ path: null, why: `the Electron runtime is not at ${dist}` });
    const name = { win32: 'electron.exe' }[process.platform as string] ?? 'electron';
    writeFileSync(join(dist, name), '');
    expect(findElectron({ ELECTRON_OVERRIDE_DIST_PATH: dist })).toEqual({ path: join(dist, name), dist });
  });

  it.each([
    ['linux', {}, 1000, /no screen/],
    ['linux', { DISPLAY: ':0' }, 0, /root/],
    ['linux', { DISPLAY: ':0' }, 1000, null],
    ['linux', { WAYLAND_DISPLAY: 'w' }, 1000, null],
    ['darwin', {}, 501, null],
    ['win32', {}, undefined, null],
  ] as const)('%s %j as user %s', (platform, env, uid, why) => {
    const said = whyNoWindow(platform, env, uid);
    if (why === null) expect(said).toBeNull();
    else expect(said).toMatch(why);
  });

  it('is the system’s browser, or an address to open by hand', () => {
    const folder = mkdtempSync(join(tmpdir(), 'tallybook-path-'));
    writeFileSync(join(folder, 'xdg-open'), '', { mode: 0o755 });
    expect(browserCommand('linux', { PATH: folder })).toBeNull();
    expect(browserCommand('linux', { PATH: folder, DISPLAY: ':0' })).toEqual(['xdg-open']);
    expect(browserCommand('linux', { PATH: '/nowhere', DISPLAY: ':0' })).toBeNull();
    expect(browserCommand('darwin', {})).toEqual(['open']);
  });
});

describe('what follows npm start', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tallybook-start-'));

  it('is nothing, switches, or a folder to watch from where the user stands', () => {
    expect(readOptions([])).toEqual({ noOpen: false, loopback: false, watch: null });
    expect(readOptions(['--loopback', '--watch', folder, '--no-open'])).toEqual({ noOpen: true, loopback: true, watch: folder });
    expect(readOptions([`--watch=${folder}`])).toMatchObject({ watch: folder });
    vi.stubEnv('INIT_CWD', join(folder, '..'));
    expect(readOptions(['--watch', basename(folder)])).toMatchObject({ watch: folder });
    vi.unstubAllEnvs();
  });

  it.each([
    [['--wach', '/'], /Unknown option “--wach”/],
    [['--watch'], /--watch FOLDER/],
    [['--watch', '--loopback'], /--watch FOLDER/],
    [['--watch', '/nowhere/at/all'], /there is no folder \/nowhere\/at\/all/],
    [['--watch', import.meta.filename], /there is no folder/],
  ])('refuses %j in one line', (args, message) => expect(() => readOptions(args)).toThrow(message));
});

describe('what a build depends on', () => {
  it('changes with names and contents, not with tests', () => {
    expect(hashInputs(['build/stale.ts'])).toBe(hashInputs(['build/stale.ts']));
    expect(hashInputs(['build/stale.ts'])).not.toBe(hashInputs(['build/start.ts']));
    expect(hashInputs(['build/no-such-folder'])).toBe(hashInputs([]));
  });
});
