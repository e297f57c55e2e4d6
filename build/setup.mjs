// Installs what is missing, then runs one of the project's commands under the Node that the project brings along.
// Plain JavaScript without dependencies: this file must run on Node 20 in a fresh clone. It writes to standard error only.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { findChromium, provideBrowser } from './setup/browser.mjs';
import { provideModules } from './setup/modules.mjs';
import { root, say, stop } from './setup/say.mjs';

const COMMANDS = {
  start: 'build/start.ts',
  test: 'test/run.ts',
  check: 'test/check.ts',
  demo: 'test/demo.ts',
  tallybook: 'node/cli/main.ts',
  bench: 'test/bench/main.ts',
  fuzz: 'test/fuzz.ts',
  package: 'build/package.ts',
  screenshots: 'test/screenshots.ts',
};

const [command = '', ...args] = process.argv.slice(2);
if (!Object.hasOwn(COMMANDS, command)) stop(`Unknown command “${command}”. There are: ${Object.keys(COMMANDS).join(', ')}.`, 2);

const node = provideModules();
const env = { ...process.env };
if (command === 'test' || command === 'screenshots') {
  provideBrowser();
  env.TALLYBOOK_CHROMIUM = findChromium() ?? '';
}

// Paths on the command line are meant from where the user typed; npm changes to the project first and notes the place.
const typedAt = process.env.npm_lifecycle_event === 'tallybook' ? (process.env.INIT_CWD ?? process.cwd()) : process.cwd();
const cwd = command === 'tallybook' ? typedAt : root;
const child = spawn(node, [join(root, COMMANDS[command]), ...args], { cwd, env, stdio: 'inherit' });
// Ctrl-C reaches the child through the terminal; this process only waits for it to end properly.
for (const signal of ['SIGINT', 'SIGHUP']) process.on(signal, () => {});
process.on('SIGTERM', () => child.kill('SIGTERM'));
child.on('error', (error) => stop(`Cannot run ${node}: ${error.message}. Remove node_modules and try again.`));
child.on('exit', (code, signal) => {
  if (signal) say(`Ended by ${signal}.`);
  process.exit(code ?? 1);
});
