import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { refuse } from '../../../domain/result.ts';
import { say } from '../../../domain/words/said.ts';
import { MAX_FILE } from '../../import/parser/einvoice/limits.ts';
import type { EInvoiceRead } from '../../import/parser/einvoice/message.ts';
import type { Host } from '../../runtime/host.ts';
import type { Context } from '../../runtime/services.ts';
import { readEInvoiceFile } from '../read-file.ts';

/** A file that the host granted, and what the parser process read in it. */
export interface GrantedRead {
  name: string;
  path: string;
  read: EInvoiceRead;
}

/**
 * What was read of a file stays true while it has the same bytes: a file is looked at, imported, and looked at again when the register
 * changed, and a process for each of these would be most of the time. Large ones are read again.
 */
const seen = new WeakMap<Host, Map<string, EInvoiceRead>>();
const MOST_SEEN = 64;
const LARGE = 1 << 20;

/** The granted file as the parser process read it. */
export async function readGranted(context: Context, token: string): Promise<GrantedRead> {
  const { host, signal } = context;
  const { path, name, member } = host.files.resolve(token, 'read');
  if (member !== null)
    refuse('einvoice.member', say`“${{ name }}” is inside an archive.`, {
      file: name,
      remedy: 'Unpack the archive and choose the invoice.',
    });
  const known = seen.get(host) ?? new Map<string, EInvoiceRead>();
  seen.set(host, known);
  const bytes = await bytesOf(path);
  const before = bytes && known.get(hashOf(bytes));
  if (before) return { name, path, read: before };
  const read = await readEInvoiceFile(host, { path, name }, signal);
  if (read.size <= LARGE) known.set(read.sha256, read);
  if (known.size > MOST_SEEN) known.delete(known.keys().next().value!);
  return { name, path, read };
}

const TYPES = { xml: 'application/xml', pdf: 'application/pdf', ofd: 'application/ofd' } as const;

/** The file's own bytes, as the parser read them: refused when they were changed in the meantime. Nothing in them is looked at here. */
export async function originalOf({ name, path, read }: GrantedRead): Promise<{ name: string; type: string; data: Buffer }> {
  const data = await bytesOf(path);
  if (!data || hashOf(data) !== read.sha256)
    refuse('einvoice.changed', say`“${{ name }}” was changed while it was read.`, { file: name, remedy: 'Choose it again.' });
  return { name, type: TYPES[read.carrier], data };
}

const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** The bytes, or null where the file is not there or larger than any that is read: the parser says so in words. */
async function bytesOf(path: string): Promise<Buffer | null> {
  try {
    await using handle = await open(path, 'r');
    const { size } = await handle.stat();
    if (size === 0 || size > MAX_FILE) return null;
    return await handle.readFile();
  } catch {
    return null;
  }
}
