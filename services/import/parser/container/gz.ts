import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { refuse } from '../../../../domain/result.ts';
import { say } from '../../../../domain/words/said.ts';
import { throwInWords } from './inflate.ts';
import { checkGrowth, type Limits } from './limits.ts';
import type { Source } from './source.ts';

const CHUNK = 256 << 10;
/** RFC 1952 2.3.1: the only compression method. */
const DEFLATE = 8;

/**
 * The content of a gzip file, block by block under the limits. Several members in a row are one content (RFC 1952
 * 2.2); zlib checks each member's CRC-32 and length. Anything after the last member is refused.
 */
export async function* gunzip(source: Source, label: string, limits: Limits): AsyncGenerator<Buffer> {
  const [, , method] = await source.head(3);
  const sound = method === DEFLATE;
  const raw = source.stream(0, source.size);
  const gunzipper = createGunzip({ chunkSize: CHUNK });
  // The error, if any, reaches the loop below through the stream it reads.
  pipeline(raw, gunzipper, () => undefined);
  let written = 0;
  try {
    for await (const chunk of gunzipper as AsyncIterable<Buffer>) {
      written += chunk.length;
      checkGrowth(written, gunzipper.bytesWritten, label, limits);
      yield chunk;
    }
  } catch (error) {
    // The first header has been seen to be sound, so a bad one is what follows a member, which zlib takes for another.
    if (sound && /incorrect header check|unknown compression method/.test((error as Error).message)) refuseTrailing(label);
    throwInWords(error, label);
  } finally {
    raw.destroy();
    gunzipper.destroy();
  }
  if (gunzipper.bytesWritten !== source.size) refuseTrailing(label);
}

function refuseTrailing(label: string): never {
  refuse('container.trailing-data', say`“${{ label }}” goes on after the end of its compressed data.`, {
    file: label,
    remedy: 'Download the file again.',
  });
}
