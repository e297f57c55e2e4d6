import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../build/stale.ts';
import { one, tallyPlaywright, tallyVitest, type Tally } from './tally.ts';

const modules = (path: string): string => join(root, 'node_modules', path);

/** Runs one of the tools under this Node, its output shown as it comes; resolves to its exit status. */
function tool(script: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): number {
  return (
    spawnSync(process.execPath, [modules(script), ...args], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
    }).status ?? 1
  );
}

const title = (text: string): void => void process.stdout.write(`\n── ${text} ${'─'.repeat(Math.max(0, 100 - text.length))}\n`);

function check(name: string, script: string, args: readonly string[]): Tally {
  title(name);
  const passed = tool(script, args) === 0;
  process.stdout.write(passed ? 'ok\n' : `FAILED: ${name}\n`);
  return one(passed);
}

/** What can be said without running anything; each counts as one. */
export const CHECKS: readonly (() => Tally)[] = [
  () => check('types', 'typescript/bin/tsc', ['-p', '.', '--noEmit']),
  () => check('types of the renderer', 'typescript/bin/tsc', ['-p', 'renderer', '--noEmit']),
  () => check('lint and layers', 'oxlint/bin/oxlint', ['--deny-warnings']),
  () => check('format', 'prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']),
  () => check('unused code and packages', 'knip/bin/knip.js', ['--no-progress']),
];

/** Unit, contract, golden, fault, security, host and packaging tests. */
export const vitest = (): Tally =>
  reported(
    'tests (Vitest)',
    (file) => tool('vitest/vitest.mjs', ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`]),
    tallyVitest,
  );

/** The same interface a person uses, in Chromium, and in Electron where that can be. */
export const endToEnd = (): Tally =>
  reported(
    'end-to-end tests (Playwright)',
    (file) => tool('playwright/cli.js', ['test', '--reporter=list,json'], { PLAYWRIGHT_JSON_OUTPUT_NAME: file }),
    tallyPlaywright,
  );

function reported<R>(name: string, run: (file: string) => number, tally: (report: R, exitCode: number) => Tally): Tally {
  title(name);
  const folder = mkdtempSync(join(tmpdir(), 'tallybook-report-'));
  const file = join(folder, 'report.json');
  try {
    const exitCode = run(file);
    return tally(JSON.parse(readFileSync(file, 'utf8')) as R, exitCode);
  } catch (error) {
    process.stdout.write(`FAILED: ${name} left no report (${error instanceof Error ? error.message : String(error)})\n`);
    return one(false);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
