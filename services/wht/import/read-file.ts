import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { refuse } from '../../../domain/result.ts';
import { say } from '../../../domain/words/said.ts';
import { askParser } from '../../import/ask-parser.ts';
import { MAX_TABLE } from '../../import/parser/table/limits.ts';
import type { TableRead } from '../../import/parser/table/message.ts';
import type { Host } from '../../runtime/host.ts';
import type { Context } from '../../runtime/services.ts';

/** Reading the largest file that is taken stays far below. */
const PATIENCE_MS = 30_000;

/** Reads the file in a parser process of its own. Throws a Failure in words for everything that goes wrong. */
const readTableFile = (host: Host, { path, name }: { path: string; name: string }, signal: AbortSignal): Promise<TableRead> =>
  askParser(
    host,
    name,
    {
      request: { type: 'table', path, name },
      answer: (message) => (message.type === 'table-read' ? message : undefined),
      stuck: {
        code: 'table.stuck',
        message: say`“${{ name }}” could not be read within half a minute.`,
        remedy: 'Export a shorter period, or save the list as CSV.',
      },
      died: (reason) => ({
        code: 'table.parser-died',
        message: say`“${{ name }}” could not be read: reading it took more memory than a list of certificates needs (${{ reason }}).`,
        remedy: 'Do not open this file; export the list again.',
      }),
    },
    signal,
  );

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
