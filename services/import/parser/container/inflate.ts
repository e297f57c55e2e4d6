import { pipeline, type Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { refuse } from '../../../../domain/result.ts';
import { say } from '../../../../domain/words/said.ts';
import { checkGrowth, type Limits } from './limits.ts';
import type { Source } from './source.ts';
import type { ZipPart } from './zip-directory.ts';

const CHUNK = 256 << 10;

/**
 * The content of one file of a zip, inflated block by block under the limits. Its length and CRC-32 are held against
 * the directory after the last block: an iteration that completes has delivered exactly what was packed.
 */
export async function* contentOf(source: Source, part: ZipPart, limits: Limits): AsyncGenerator<Buffer> {
  const raw = source.stream(part.start, part.end);
  const inflater = part.deflated ? createInflateRaw({ chunkSize: CHUNK }) : null;
  // The error, if any, reaches the loop below through the stream it reads.
  const content: Readable = inflater ? pipeline(raw, inflater, () => undefined) : raw;
  let written = 0;
  let sum = 0;
  try {
    for await (const chunk of content as AsyncIterable<Buffer>) {
      written += chunk.length;
      if (written > part.size) refuseLength(part);
      checkGrowth(written, inflater ? inflater.bytesWritten : written, part.label, limits);
      sum = crc32(chunk, sum);
      yield chunk;
    }
  } catch (error) {
    throwInWords(error, part.label);
  } finally {
    raw.destroy();
    inflater?.destroy();
  }
  if (written !== part.size || (inflater && inflater.bytesWritten !== part.end - part.start)) refuseLength(part);
  if (sum !== part.crc32)
    refuse('container.checksum', say`“${{ name: part.label }}” is damaged: its checksum is not the one it was packed with.`, {
      file: part.label,
      remedy: 'Download the file again.',
    });
}

function refuseLength(part: ZipPart): never {
  refuse('container.size', say`“${{ name: part.label }}” is not as long as its archive says.`, {
    file: part.label,
    remedy: 'Download the file again; do not open this one if it fails again.',
  });
}

/** Turns zlib's errors into words; everything else goes on as it is. */
export function throwInWords(error: unknown, label: string): never {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (code === 'Z_BUF_ERROR')
    refuse('container.truncated', say`“${{ label }}” ends in the middle of its compressed data.`, {
      file: label,
      remedy: 'The download was not complete; download it again.',
    });
  if (code.startsWith('Z_'))
    refuse('container.damaged', say`“${{ label }}” cannot be unpacked: ${{ message: (error as Error).message }}.`, {
      file: label,
      remedy: 'Download the file again.',
    });
  throw error;
}
