import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { refuse } from '../../domain/result.ts';
import { say } from '../../domain/words/said.ts';
import { askParser } from '../import/ask-parser.ts';
import { MAX_STATEMENT } from '../import/parser/bank/limits.ts';
import type { BankRead } from '../import/parser/bank/message.ts';
import type { Host } from '../runtime/host.ts';
import type { Context } from '../runtime/services.ts';

/** A file that the host granted: what the parser process read in it, and its own bytes. */
export interface GrantedStatement {
  name: string;
  read: BankRead;
  data: Buffer;
}

const ask = (host: Host, { path, name }: { path: string; name: string }, signal: AbortSignal): Promise<BankRead> =>
  askParser(
    host,
    name,
    {
      request: { type: 'bank', path, name },
      answer: (message) => (message.type === 'bank-read' ? message : undefined),
      stuck: {
        code: 'bank.stuck',
        message: say`“${{ name }}” could not be read within half a minute.`,
        remedy: 'Export a shorter period, or divide the file.',
      },
      died: (reason) => ({
        code: 'bank.parser-died',
        message: say`“${{ name }}” could not be read: reading it took more memory than a statement needs (${{ reason }}).`,
        remedy: 'Do not open this file; download the statement again.',
      }),
    },
    signal,
  );

/** What was read of a file stays true while it has the same bytes: a file is looked at, mapped, and taken. */
const seen = new WeakMap<Host, Map<string, BankRead>>();
const MOST_SEEN = 3;

/** The granted file as the parser process read it; refused where its bytes changed in between. */
export async function readGrantedStatement({ host, signal }: Context, token: string): Promise<GrantedStatement> {
  const { path, name, member } = host.files.resolve(token, 'read');
  if (member !== null)
    refuse('bank.member', say`“${{ name }}” is inside an archive.`, { file: name, remedy: 'Unpack the archive and choose the statement.' });
  const known = seen.get(host) ?? new Map<string, BankRead>();
  seen.set(host, known);
  const before = await bytesOf(path);
  const told = before && known.get(hashOf(before));
  if (before && told) return { name, read: told, data: before };
  const read = await ask(host, { path, name }, signal);
  const data = await bytesOf(path);
  if (!data || hashOf(data) !== read.sha256)
    refuse('table.changed', say`“${{ name }}” was changed while it was read.`, { file: name, remedy: 'Choose it again.' });
  known.set(read.sha256, read);
  if (known.size > MOST_SEEN) known.delete(known.keys().next().value!);
  return { name, read, data };
}

const hashOf = (data: Buffer): string => createHash('sha256').update(data).digest('hex');

/** The bytes, or null where the file is not there or larger than any that is read: the parser says so in words. */
async function bytesOf(path: string): Promise<Buffer | null> {
  try {
    await using handle = await open(path, 'r');
    if ((await handle.stat()).size > MAX_STATEMENT) return null;
    return await handle.readFile();
  } catch {
    return null;
  }
}
