import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { KINDS, type FileKind } from '../../domain/attachments/kinds.ts';
import { checkSize, sniff } from '../../domain/attachments/sniff.ts';
import { Failure, refuse, unwrap } from '../../domain/result.ts';
import { say } from '../../domain/words/said.ts';
import type { Context } from '../runtime/services.ts';
import { checkZip } from './zip-directory.ts';

export interface AttachmentFile {
  name: string;
  type: string;
  data: Buffer;
  sha256: string;
}

/** Reads a granted file and judges it by its content; the size is checked before the bytes are read. */
export async function readAttachment(context: Context, token: string, allowed: readonly FileKind[]): Promise<AttachmentFile> {
  const { path, name } = context.host.files.resolve(token, 'read');
  const data = await readBounded(path, name);
  const kind = unwrap(sniff(name, data, allowed));
  if (kind === 'zip') await checkZip(name, data);
  return { name, type: KINDS[kind].type, data, sha256: createHash('sha256').update(data).digest('hex') };
}

async function readBounded(path: string, name: string): Promise<Buffer> {
  try {
    await using handle = await open(path, 'r');
    const stat = await handle.stat();
    if (!stat.isFile()) refuse('attachment.not-a-file', say`“${{ name }}” is not a file.`, { file: name, remedy: 'Choose a file.' });
    unwrap(checkSize(name, stat.size));
    return await handle.readFile();
  } catch (error) {
    if (error instanceof Failure) throw error;
    return refuse(
      'attachment.unreadable',
      say`“${{ name }}” cannot be read (${{ code: (error as { code?: string }).code ?? 'unknown reason' }}).`,
      {
        file: name,
        remedy: 'Check that the file is there and that you may read it.',
      },
    );
  }
}
