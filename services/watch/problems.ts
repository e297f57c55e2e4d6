import { basename } from 'node:path';
import { appError, Failure, type AppError } from '../../domain/result.ts';
import { say } from '../../domain/words/said.ts';

const codeOf = (error: unknown): string => (error instanceof Error ? ((error as NodeJS.ErrnoException).code ?? '') : '');
const textOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Why the watched folder cannot be looked into, in words. The name alone is told, never the path. */
export function folderProblem(error: unknown, path: string): Failure {
  const folder = basename(path) || path;
  const code = codeOf(error);
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return new Failure(
      appError('watch.folder-gone', say`The folder “${{ folder }}” is not there.`, {
        remedy: 'Connect its drive or put it back: it is looked for again by itself. Or choose another folder.',
      }),
    );
  if (code === 'EACCES' || code === 'EPERM')
    return new Failure(
      appError('watch.folder-denied', say`The folder “${{ folder }}” may not be read.`, {
        remedy: 'Allow reading it to your user: it is looked into again by itself. Or choose another folder.',
      }),
    );
  return new Failure(
    appError('watch.folder-unreadable', say`The folder “${{ folder }}” cannot be read (${{ code: code || textOf(error) }}).`, {
      remedy: 'Check its drive or network: it is looked into again by itself.',
    }),
  );
}

export const deniedFolder = (folder: string): AppError =>
  appError('watch.subfolder-unreadable', say`The folder “${{ folder }}” below it cannot be read; its files are left out.`, {
    remedy: 'Allow reading it to your user.',
  });

export const tooMany = (files: number, depth: number): AppError =>
  appError('watch.too-many', say`Only the first ${{ files }} files are looked at, and folders ${{ depth }} deep.`, {
    remedy: 'Move what is imported already to another folder.',
  });

/** Why a file could not be read now, in words; undefined for an error that is not the file system's. */
export function fileProblem(error: unknown, file: string): Failure | undefined {
  const code = codeOf(error);
  if (!/^E[A-Z]+$/.test(code)) return undefined;
  if (code === 'ENOENT')
    return new Failure(
      appError('watch.file-gone', say`“${{ file }}” went away while it was read.`, { file, remedy: 'Nothing needs to be done.' }),
    );
  if (code === 'EACCES' || code === 'EPERM' || code === 'EBUSY')
    return new Failure(
      appError('watch.file-denied', say`“${{ file }}” may not be read, or another program holds it.`, {
        file,
        remedy: 'Allow reading it to your user, or close the other program: it is tried again by itself.',
      }),
    );
  return new Failure(
    appError('watch.file-unreadable', say`“${{ file }}” cannot be read (${{ code }}).`, {
      file,
      remedy: 'Check its drive or network: it is tried again by itself.',
    }),
  );
}

/** The file was written to while it was being taken in; what came of that attempt says nothing about it. */
export const stillWritten = (file: string): Failure =>
  new Failure(
    appError('watch.still-written', say`“${{ file }}” was written to while it was read.`, { file, remedy: 'It is tried again by itself.' }),
  );
