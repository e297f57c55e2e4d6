import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { appError, Failure, refuse } from '../../../domain/result.ts';
import { say, type Sentence } from '../../../domain/words/said.ts';
import { MAX_TABLE } from '../../import/parser/table/limits.ts';
import type { TableRead, TableRequest } from '../../import/parser/table/message.ts';
import type { FromParser } from '../../import/parser/protocol.ts';
import type { Host } from '../../runtime/host.ts';
import type { Context } from '../../runtime/services.ts';

/** Reading the largest file that is taken stays far below. */
const PATIENCE_MS = 30_000;

/** Reads the file in a parser process of its own, which is gone when this settles. Throws a Failure in words for everything that goes wrong. */
function readTableFile(host: Host, { path, name }: { path: string; name: string }, signal: AbortSignal): Promise<TableRead> {
  return new Promise((resolve, reject) => {
    const link = host.forkParser();
    let settled = false;
    const finish = (act: () => void): void => {
      if (settled) return;
      settled = true;
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      link.kill();
      act();
    };
    const failWith = (code: string, message: Sentence, remedy: Sentence): void =>
      finish(() => reject(new Failure(appError(code, message, { file: name, remedy }))));
    const onAbort = (): void => failWith('call.cancelled', 'Cancelled. Nothing was changed.', 'Start again when you are ready.');
    const timer = setTimeout(
      () =>
        failWith(
          'table.stuck',
          say`“${{ name }}” could not be read within half a minute.`,
          'Export a shorter period, or save the list as CSV.',
        ),
      PATIENCE_MS,
    );
    link.onMessage((given) => {
      const message = given as FromParser;
      if (message.type === 'table-read') finish(() => resolve(message));
      else if (message.type === 'failed') finish(() => reject(new Failure(message.error)));
    });
    link.onExit((reason) =>
      failWith(
        'table.parser-died',
        say`“${{ name }}” could not be read: reading it took more memory than a list of certificates needs (${{ reason }}).`,
        'Do not open this file; export the list again.',
      ),
    );
    if (signal.aborted) return onAbort();
    signal.addEventListener('abort', onAbort, { once: true });
    link.post({ type: 'table', path, name } satisfies TableRequest);
  });
}

/** A file that the host granted: what the parser process read in it, and its own bytes. */
export interface GrantedTable {
  name: string;
  read: TableRead;
  data: Buffer;
}

/** What was read of a file stays true while it has the same bytes: a file is looked at, mapped, and taken. */
const seen = new WeakMap<Host, Map<string, TableRead>>();
const MOST_SEEN = 4;

/** The granted file as the parser process read it; refused where its bytes changed in between. */
export async function readGrantedTable(context: Context, token: string): Promise<GrantedTable> {
  const { host, signal } = context;
  const { path, name, member } = host.files.resolve(token, 'read');
  if (member !== null)
    refuse('table.member', say`“${{ name }}” is inside an archive.`, { file: name, remedy: 'Unpack the archive and choose the list.' });
  const known = seen.get(host) ?? new Map<string, TableRead>();
  seen.set(host, known);
  const hash = (data: Buffer): string => createHash('sha256').update(data).digest('hex');
  const before = await bytesOf(path);
  const told = before && known.get(hash(before));
  if (before && told) return { name, read: told, data: before };
  const read = await readTableFile(host, { path, name }, signal);
  const data = await bytesOf(path);
  if (!data || hash(data) !== read.sha256)
    refuse('table.changed', say`“${{ name }}” was changed while it was read.`, { file: name, remedy: 'Choose it again.' });
  known.set(read.sha256, read);
  if (known.size > MOST_SEEN) known.delete(known.keys().next().value!);
  return { name, read, data };
}

/** The bytes, or null where the file is not there or larger than any that is read: the parser says so in words. */
async function bytesOf(path: string): Promise<Buffer | null> {
  try {
    await using handle = await open(path, 'r');
    // Looked at before anything is read: a file of gigabytes takes no memory here.
    if ((await handle.stat()).size > MAX_TABLE) return null;
    return await handle.readFile({ signal: AbortSignal.timeout(PATIENCE_MS) });
  } catch {
    return null;
  }
}
