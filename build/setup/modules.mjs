import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { root, say, stop } from './say.mjs';

const windows = process.platform === 'win32';
const lockfile = join(root, 'package-lock.json');
const stamp = join(root, 'node_modules', '.tallybook-stamp');
const node = join(root, 'node_modules', '.bin', windows ? 'node.exe' : 'node');

/**
 * Makes node_modules agree with package-lock.json (npm ci when it does not) and returns the path of the project's
 * own Node 24, which is a package among the others.
 */
export function provideModules() {
  if (!existsSync(lockfile)) stop('package-lock.json is missing; this is not a complete copy of the project.');
  const lock = readFileSync(lockfile, 'utf8');
  const hash = createHash('sha256').update(lock).digest('hex');
  if (!stamped(hash)) {
    if (!installed(lock)) install(lock);
    if (existsSync(join(root, 'node_modules'))) writeFileSync(stamp, `${hash}\n`);
  }
  const local = localNode();
  if (!local)
    stop('npm ci ran, but node_modules has no Node 24 (package “node”). Allow its install script, remove node_modules and try again.');
  return local;
}

const stamped = (hash) => localNode() !== null && existsSync(stamp) && readFileSync(stamp, 'utf8').trim() === hash;

/** npm writes what it installed to a hidden lockfile; every package that is not optional must be there in its version. */
function installed(lock) {
  const hidden = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(hidden) || localNode() === null) return false;
  const there = JSON.parse(readFileSync(hidden, 'utf8')).packages ?? {};
  return Object.entries(JSON.parse(lock).packages ?? {}).every(
    ([path, entry]) => path === '' || entry.optional || entry.peer || there[path]?.version === entry.version,
  );
}

function localNode() {
  if (existsSync(node)) return node;
  const inPackage = join(root, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node');
  return existsSync(inPackage) ? inPackage : null;
}

function install(lock) {
  say('installing packages (npm ci); this happens once and after package-lock.json changed …');
  const first = npm('ci');
  if (first.status === 0) return;
  if (!first.stderr.includes('EUSAGE')) failed(first);
  // npm ci refuses a lockfile that does not list the optional packages of every other platform. Installing by the same
  // lockfile without saving does not mind them; that nothing else was installed is checked below.
  if (npm('install', '--no-save').status !== 0) failed(first);
  if (!installed(lock)) stop('npm installed other versions than package-lock.json names. Remove node_modules and try again.');
}

function failed(run) {
  process.stderr.write(run.stderr);
  stop('npm ci failed (its message is above). Check the connection to the package registry, then try again.');
}

/** Runs npm in the project; what it says is kept for the case that it fails. */
function npm(...args) {
  const cli = process.env.npm_execpath;
  const viaNode = cli !== undefined && /\.c?js$/.test(cli);
  const [program, first] = viaNode ? [process.execPath, [cli]] : ['npm', []];
  const options = { cwd: root, encoding: 'utf8', stdio: ['ignore', 2, 'pipe'], shell: windows && !viaNode };
  const run = spawnSync(program, [...first, ...args, '--no-fund', '--no-audit', '--loglevel=error'], options);
  if (run.error) stop(`npm cannot be started (${run.error.message}). Install Node 20 or newer with npm, then try again.`);
  return run;
}
