import { dirname, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** One line on standard error: what is being done. Standard output belongs to the command itself. */
export const say = (line) => process.stderr.write(`tallybook: ${line}\n`);

/** One clear line, then the end. */
export function stop(line, code = 1) {
  say(line);
  process.exit(code);
}
