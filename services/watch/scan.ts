import type { Dirent } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { AppError } from '../../domain/result.ts';
import { deniedFolder, folderProblem, tooMany } from './problems.ts';

/** Endings that a bill can have. Anything else is left alone, so also what is only half there: `.part`, `.tmp`, `.crdownload`. */
const BILLS = /\.(?:csv|tsv|txt|json|xlsx|xlsm|zip|gz|parquet)$/i;
/** Hidden files, and the lock that a spreadsheet program lays beside an open workbook. */
const HIDDEN = /^(?:\.|~\$)/;
export const DEEPEST = 8;
export const MOST = 10_000;

export interface FoundFile {
  path: string;
  /** Below the folder, with `/` between the parts. */
  name: string;
  size: number;
  /** Milliseconds since 1970. */
  changed: number;
}

export interface Scan {
  files: FoundFile[];
  /** What could not be looked at, in words; the rest was. */
  notes: AppError[];
}

/**
 * Files under the folder that may be bills by their ending, with sub-folders and in the order of their names. Links are not
 * followed, wherever they lead: what is imported lies in the folder. Throws a Failure in words where the folder itself
 * cannot be read; a sub-folder that cannot be is noted.
 */
export async function scanFolder(folder: string, most = MOST): Promise<Scan> {
  const files: FoundFile[] = [];
  const notes: AppError[] = [];
  let leftOut = false;
  const nameOf = (path: string): string => relative(folder, path).split(sep).join('/');
  const visit = async (at: string, depth: number): Promise<void> => {
    let entries: Dirent[];
    try {
      entries = await readdir(at, { withFileTypes: true });
    } catch (error) {
      if (depth === 0) throw folderProblem(error, folder);
      // A sub-folder that went away meanwhile is no news.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') notes.push(deniedFolder(nameOf(at)));
      return;
    }
    entries.sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }));
    for (const entry of entries) {
      if (HIDDEN.test(entry.name)) continue;
      const path = join(at, entry.name);
      if (entry.isDirectory()) {
        if (depth < DEEPEST) await visit(path, depth + 1);
        else leftOut = true;
      } else if (entry.isFile() && BILLS.test(entry.name)) {
        if (files.length >= most) {
          leftOut = true;
          return;
        }
        const stat = await lstat(path).catch(() => null);
        if (stat?.isFile()) files.push({ path, name: nameOf(path), size: stat.size, changed: stat.mtimeMs });
      }
    }
  };
  await visit(folder, 0);
  if (leftOut) notes.push(tooMany(most, DEEPEST));
  return { files, notes };
}
