import { constants } from 'node:fs';
import { open, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { appError, Failure, refuse } from '../../domain/result.ts';
import { say, type Said } from '../../domain/words/said.ts';
import { Sink } from './sink.ts';

export interface AtomicWrite<T> {
  value: T;
  sha256: string;
  bytes: number;
}

/**
 * Writes `<target>.part`, makes it durable and renames it to `target`, so that the name only ever holds a complete
 * file. When `produce` throws or the signal is aborted, the part is removed and an earlier file of that name stays.
 * Failures of the disk come out as refusals `file.*` with a remedy. `keep` is asked once, when everything is on the disk
 * and before the name is given: it throws where the file is not wanted any more.
 */
export async function writeAtomically<T>(
  target: string,
  signal: AbortSignal,
  produce: (sink: Sink) => Promise<T>,
  keep: () => void = () => signal.throwIfAborted(),
): Promise<AtomicWrite<T>> {
  const part = partOf(target);
  let handle: FileHandle | undefined;
  let sink: Sink | undefined;
  try {
    signal.throwIfAborted();
    if ((await stat(target).catch(() => null))?.isDirectory())
      refuse('file.is-folder', say`“${{ file: basename(target) }}” is a folder.`, { remedy: 'Choose a file name.' });
    await rm(part, { force: true });
    // Exclusive: a part that somebody puts there in between, or a link to elsewhere, is not written through.
    handle = await open(part, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o644);
    sink = new Sink(handle);
    const value = await produce(sink);
    await sink.flush();
    signal.throwIfAborted();
    await handle.sync();
    await handle.close();
    handle = undefined;
    keep();
    await rename(part, target);
    await syncFolder(dirname(target));
    return { value, sha256: sink.digest(), bytes: sink.bytes };
  } catch (error) {
    // A buffer may still be on its way; a file is closed after its last write.
    await sink?.flush().catch(() => undefined);
    await handle?.close().catch(() => undefined);
    // Only what this call made is removed: EEXIST means that the part is another writer's.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') await rm(part, { force: true }).catch(() => undefined);
    throw inWords(error, target);
  }
}

/** Where a file is written until it is complete. */
export const partOf = (target: string): string => `${target}.part`;

/** A rename is durable once its folder is; Windows cannot open folders and needs none of it. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, constants.O_RDONLY);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const WORDS: Record<string, [code: string, message: (file: string) => Said, remedy: Said]> = {
  ENOSPC: ['file.disk-full', (file) => say`The disk is full; “${{ file }}” was not written.`, say`Free some space and try again.`],
  EDQUOT: ['file.disk-full', (file) => say`The disk quota is used up; “${{ file }}” was not written.`, say`Free some space and try again.`],
  EACCES: ['file.not-allowed', (file) => say`You may not write “${{ file }}” there.`, say`Choose a folder of your own.`],
  EPERM: [
    'file.not-allowed',
    (file) => say`“${{ file }}” could not be replaced.`,
    say`Close it in the program that has it open, or choose another name.`,
  ],
  EBUSY: [
    'file.not-allowed',
    (file) => say`“${{ file }}” could not be replaced.`,
    say`Close it in the program that has it open, or choose another name.`,
  ],
  EROFS: ['file.not-allowed', (file) => say`“${{ file }}” lies on a disk that is read-only.`, say`Choose another folder.`],
  ENOENT: ['file.no-folder', (file) => say`The folder for “${{ file }}” is not there.`, say`Choose a folder that exists.`],
  ENOTDIR: ['file.no-folder', (file) => say`The folder for “${{ file }}” is not there.`, say`Choose a folder that exists.`],
  ENAMETOOLONG: ['file.bad-name', (file) => say`The name “${{ file: file.slice(0, 60) }}…” is too long.`, say`Choose a shorter name.`],
  EEXIST: ['file.busy', (file) => say`“${{ file }}” is being written by somebody else.`, say`Wait a moment, or choose another name.`],
};

function inWords(error: unknown, target: string): unknown {
  if (error instanceof Failure || !(error instanceof Error)) return error;
  const words = WORDS[(error as NodeJS.ErrnoException).code ?? ''];
  if (!words) return error;
  const [code, message, remedy] = words;
  return new Failure(appError(code, message(basename(target)), { remedy }));
}
