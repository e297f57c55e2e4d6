import { realpath } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { refuse } from '../../domain/result.ts';
import type { Context } from '../runtime/services.ts';

/** The file that the host granted for writing; never the open book nor one of its companions. */
export async function exportTarget(context: Context, token: string): Promise<{ path: string; name: string }> {
  const target = context.host.files.resolve(token, 'write');
  const book = await real(context.session.book().path);
  const path = await real(target.path);
  if (['', '-wal', '-shm', '-journal', '.lock'].some((suffix) => path === book + suffix))
    refuse('export.target-is-book', 'This is the open book itself.', { file: target.name, remedy: 'Choose another name for the export.' });
  return target;
}

/** The path without links, also where the file itself is not there yet. */
const real = async (path: string): Promise<string> =>
  realpath(path).catch(async () => join(await realpath(dirname(path)).catch(() => dirname(path)), basename(path)));
