import { userInfo } from 'node:os';
import { FileRegistry } from '../services/runtime/files.ts';
import type { Host } from '../services/runtime/host.ts';
import { forkParser } from './fork-parser.ts';

/** What plain Node gives to the services: the system's user and clock, and parsers as child processes. */
export const localHost = (): Host => ({
  files: new FileRegistry(),
  who: userName(),
  now: () => new Date(),
  forkParser: () => forkParser(),
  importWorker: new URL('./import-worker.ts', import.meta.url),
  exportWorker: new URL('./export-worker.ts', import.meta.url),
});

/** Containers run under user ids that no one has named. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return `uid ${process.getuid?.() ?? '?'}`;
  }
}
