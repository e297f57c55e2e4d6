import { _electron, expect, test } from '@playwright/test';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildElectron } from '../../build/electron.ts';
import { findElectron } from '../../build/electron-runtime.ts';
import { buildRenderer } from '../../build/renderer.ts';
import { root } from '../../build/stale.ts';

/** Runs where a real Electron runtime can show a window; elsewhere the stub stands in (test/hosts/electron*.test.ts). */
test('the app opens its own page, without Node in it and with its host', async () => {
  await buildRenderer();
  await buildElectron();
  const { ELECTRON_RUN_AS_NODE: _leaked, ...env } = process.env as Record<string, string>;
  const app = await _electron.launch({
    executablePath: findElectron().path ?? '',
    args: [root],
    env: { ...env, TALLYBOOK_HOME: mkdtempSync(join(tmpdir(), 'tallybook-electron-')) },
  });
  const page = await app.firstWindow();
  await expect(page).toHaveURL(/^app:\/\/tallybook\//);
  await expect(page).toHaveTitle(/Tallybook/);
  expect(await page.evaluate('[typeof require, typeof process, Object.keys(window.tallybookHost).join()]')).toEqual([
    'undefined',
    'undefined',
    'connect,dropFiles',
  ]);
  expect(await page.evaluate('fetch("https://example.com/").then(() => "reached", () => "refused")')).toBe('refused');
  await app.close();
});
