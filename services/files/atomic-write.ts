import { constants } from 'node:fs';
import { open, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { Failure } from '../../domain/result.ts';
import { Sink } from './sink.ts';

export interface AtomicWrite<T> {
  value: T;
  sha256: string;
  bytes: number;
}

/**
 * Writes `<target>.part`, makes it durable and renames it to `target`, so that the name only ever holds a complete
 * file. When `produce` throws or the signal is aborted, the part is removed and an earlier file of that name stays.
 * Failures of the disk come out as refusals `file.*` with a remedy.
 */
export async function writeAtomically<T>(
  target: string,
  signal: AbortSignal,
  produce: (sink: Sink) => Promise<T>,
): Promise<AtomicWrite<T>> {
  const part = `${target}.part`;
  let handle: FileHandle | undefined;
  let sink: Sink | undefined;
  try {
    signal.throwIfAborted();
    if ((await stat(target).catch(() => null))?.isDirectory())
      throw new Failure({
        code: 'file.is-folder',
        message: `“${basename(target)}” is a folder.`,
        details: { remedy: 'Choose a file name.' },
      });
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

const WORDS: Record<string, [code: string, message: (file: string) => string, remedy: string]> = {
  ENOSPC: ['file.disk-full', (file) => `The disk is full; “${file}” was not written.`, 'Free some space and try again.'],
  EDQUOT: ['file.disk-full', (file) => `The disk quota is used up; “${file}” was not written.`, 'Free some space and try again.'],
  EACCES: ['file.not-allowed', (file) => `You may not write “${file}” there.`, 'Choose a folder of your own.'],
  EPERM: [
    'file.not-allowed',
    (file) => `“${file}” could not be replaced.`,
    'Close it in the program that has it open, or choose another name.',
  ],
  EBUSY: [
    'file.not-allowed',
    (file) => `“${file}” could not be replaced.`,
    'Close it in the program that has it open, or choose another name.',
  ],
  EROFS: ['file.not-allowed', (file) => `“${file}” lies on a disk that is read-only.`, 'Choose another folder.'],
  ENOENT: ['file.no-folder', (file) => `The folder for “${file}” is not there.`, 'Choose a folder that exists.'],
  ENOTDIR: ['file.no-folder', (file) => `The folder for “${file}” is not there.`, 'Choose a folder that exists.'],
  ENAMETOOLONG: ['file.bad-name', (file) => `The name “${file.slice(0, 60)}…” is too long.`, 'Choose a shorter name.'],
  EEXIST: ['file.busy', (file) => `“${file}” is being written by somebody else.`, 'Wait a moment, or choose another name.'],
};

function inWords(error: unknown, target: string): unknown {
  if (error instanceof Failure || !(error instanceof Error)) return error;
  const words = WORDS[(error as NodeJS.ErrnoException).code ?? ''];
  if (!words) return error;
  const [code, message, remedy] = words;
  return new Failure({ code, message: message(basename(target)), details: { remedy } });
}
