import { statSync } from 'node:fs';
import { Failure, type AppError } from '../../domain/result.ts';
import type { Taken } from '../contract/watch.ts';
import { wantedOf } from '../import/profiles/store.ts';
import { importFiles } from '../import/run.ts';
import { toAppError, type Context } from '../runtime/services.ts';
import { fateOf, imported, noteImported, noteRefused } from './fate.ts';
import { hashOf } from './hash.ts';
import { fileProblem, stillWritten } from './problems.ts';

/**
 * Imports one file by the rules of a watched folder, app and command line alike: once by its bytes, read by what its content
 * and name say, each file by itself. A file that cannot be used is noted with its reason and not tried again; throws what is
 * no fault of the file (book, disk, permission, cancellation), after which it can be tried again.
 */
export async function takeFile(path: string, name: string, context: Context): Promise<Taken> {
  const { session } = context;
  const { read } = session.book();
  const before = stateOf(path, name);
  const sha256 = await hashOf(path, name, context.signal);
  const fate = fateOf(read, sha256);
  if (fate) return { file: name, sha256, ...fate, imports: [] };
  try {
    const imports = await importFiles([{ path, name }], wantedOf(null, null, read), { ...context, via: 'watch' });
    const batches = imports.flatMap((i) => (i.batch === null ? [] : [i.batch]));
    const at = session.now();
    session.transaction(({ write }) => noteImported(write, sha256, name, at, batches));
    return { file: name, sha256, ...imported(at, batches), imports };
  } catch (error) {
    const reason = faultOfFile(error, name, context.signal);
    if (stateOf(path, name) !== before) throw stillWritten(name);
    noteRefused(context, sha256, name, reason);
    return { file: name, sha256, result: 'refused', at: session.now(), batches: [], imports: [], reason };
  }
}

/** Codes of what is no fault of the file: it must be tried again. */
const ELSEWHERE = /^(?:(?:book|call|watch|file)\.|import\.writer-died$)/;

function faultOfFile(error: unknown, name: string, signal: AbortSignal): AppError {
  if (signal.aborted || (error instanceof Failure && ELSEWHERE.test(error.error.code))) throw error;
  const unread = error instanceof Failure ? undefined : fileProblem(error, name);
  if (unread) throw unread;
  return toAppError(error);
}

function stateOf(path: string, name: string): string {
  try {
    const { size, mtimeMs } = statSync(path);
    return `${size}:${mtimeMs}`;
  } catch (error) {
    throw fileProblem(error, name) ?? error;
  }
}
