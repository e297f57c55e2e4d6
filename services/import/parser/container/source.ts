import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { refuse } from '../../../../domain/result.ts';
import { say } from '../../../../domain/words/said.ts';

const BLOCK = 256 << 10;

/** Bytes that can be read from any position: a file on disk, or a file that came out of an archive into memory. */
export interface Source {
  readonly size: number;
  /** Where it is on disk; null in memory. */
  readonly path: string | null;
  /** Bytes from `start` up to, not including, `end`. */
  stream(start: number, end: number): Readable;
  /** At most the first `length` bytes. */
  head(length: number): Promise<Buffer>;
  readonly bytes: Buffer | null;
}

/**
 * A source over a path or over bytes. Refuses with `import.not-found`, `import.unreadable`, `import.not-a-file` or
 * `import.empty`, naming `name`.
 */
export async function sourceOf(from: string | Buffer, name: string): Promise<Source> {
  if (typeof from !== 'string') {
    if (from.length === 0) refuseEmpty(name);
    return {
      size: from.length,
      path: null,
      bytes: from,
      stream: (start, end) => Readable.from(slices(from, start, end)),
      head: async (length) => from.subarray(0, length),
    };
  }
  const size = await sizeOf(from, name);
  return {
    size,
    path: from,
    bytes: null,
    // A read stream's `end` is the last byte, and it cannot express an empty range.
    stream: (start, end) => (end > start ? createReadStream(from, { start, end: end - 1, highWaterMark: BLOCK }) : Readable.from([])),
    head: (length) => headOf(from, Math.min(length, size)),
  };
}

function* slices(bytes: Buffer, start: number, end: number): Generator<Buffer> {
  for (let p = start; p < end; p += BLOCK) yield bytes.subarray(p, Math.min(p + BLOCK, end));
}

async function sizeOf(path: string, name: string): Promise<number> {
  const file = await open(path, 'r').catch((error: unknown) => {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT')
      refuse('import.not-found', say`There is no file “${{ name }}”.`, { file: name, remedy: 'Check the name and the folder.' });
    return refuse('import.unreadable', say`“${{ name }}” cannot be read (${{ code: code ?? 'unknown reason' }}).`, {
      file: name,
      remedy: 'Check that it is a file and that you may read it.',
    });
  });
  try {
    const stat = await file.stat();
    if (!stat.isFile()) refuse('import.not-a-file', say`“${{ name }}” is not a file.`, { file: name, remedy: 'Choose a file.' });
    if (stat.size === 0) refuseEmpty(name);
    return stat.size;
  } finally {
    await file.close();
  }
}

async function headOf(path: string, length: number): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(length), 0, length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function refuseEmpty(name: string): never {
  refuse('import.empty', say`“${{ name }}” is empty.`, { file: name, remedy: 'Download the file again.' });
}
