import { defineConfig } from '@playwright/test';
import { findElectron, whyNoWindow } from './build/electron-runtime.ts';

const runtime = findElectron();
const electron = runtime.path !== null && whyNoWindow(process.platform, process.env, process.getuid?.()) === null;

/** End-to-end tests in the system's Chromium, and in Electron where its runtime can show a window. */
export default defineConfig({
  globalSetup: './test/browser-setup.ts',
  outputDir: 'test-results',
  workers: 2,
  // A real browser on a busy machine meets chance. A second try is told as “flaky”, never hidden.
  retries: 1,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    headless: true,
    viewport: { width: 1280, height: 800 },
    trace: 'retain-on-failure',
    actionTimeout: 20_000,
    launchOptions: {
      // Without a UTF-8 locale Chromium cannot read a file with a Chinese name.
      env: { ...process.env, LC_ALL: 'C.UTF-8' } as Record<string, string>,
      executablePath: process.env['TALLYBOOK_CHROMIUM'] || '/usr/bin/chromium',
      args: [
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    { name: 'chromium', testDir: 'test', testMatch: ['e2e/**/*.spec.ts', 'security/**/*.spec.ts'], testIgnore: '**/screenshots.spec.ts' },
    // Pictures of every screen, into the folder that the variable names (`npm run screenshots`).
    ...(process.env['TALLYBOOK_SCREENSHOTS'] ? [{ name: 'screenshots', testDir: 'test/e2e', testMatch: 'screenshots.spec.ts' }] : []),
    ...(electron ? [{ name: 'electron', testDir: 'test/electron', testMatch: '**/*.spec.ts' }] : []),
  ],
});
