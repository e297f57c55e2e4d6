import { join } from 'node:path';
import { timed, type Figure } from './measure.ts';

const MAIN = join(import.meta.dirname, '../../node/cli/main.ts');
const PROFILE = [
  '--country',
  'MY',
  '--entity',
  'SPARKOO_SG',
  '--customer-status',
  'registered',
  '--currency',
  'USD',
  '--settlement',
  'monthly',
];

/** Runs the command line as a user would, in a process of its own. */
export const tallybook = (...args: string[]): Omit<Figure, 'name'> => timed(process.execPath, [MAIN, ...args, '--quiet']);

/** A new, empty book. */
export function newBook(path: string): string {
  tallybook('init', '--book', path, ...PROFILE);
  return path;
}
