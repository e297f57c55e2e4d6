import { createReadStream } from 'node:fs';
import type { Probe } from './probe.ts';

const BLOCK = 2 << 20;

/** Bytes that can be read more than once: a file, or a member of an archive. */
export interface TextSource {
  name: string;
  /** Where it stands on the disk by itself; null for a member of an archive. */
  path: string | null;
  open(): AsyncIterable<Buffer>;
}

export const fileSource = (path: string, name: string): TextSource => ({
  name,
  path,
  open: () => createReadStream(path, { highWaterMark: BLOCK }) as AsyncIterable<Buffer>,
});

/** One block: the bytes as they are, and the same as UTF-8 (the very same buffer where the source is UTF-8). */
export interface Block {
  raw: Buffer;
  utf8: Buffer;
  last: boolean;
}

/** The source in blocks, decoded strictly; a byte-order mark stays in `raw` and is dropped from `utf8` when transcoding. */
export async function* blocksOf(source: TextSource, probe: Probe): AsyncGenerator<Block> {
  const decoder = probe.encoding === 'utf-8' ? null : new TextDecoder(probe.encoding, { fatal: true });
  let held: { raw: Buffer; utf8: Buffer } | null = null;
  for await (const raw of source.open()) {
    if (held) yield { ...held, last: false };
    held = { raw, utf8: decoder ? Buffer.from(decoder.decode(raw, { stream: true })) : raw };
  }
  const rest = decoder?.decode();
  if (held) yield { raw: held.raw, utf8: rest ? Buffer.concat([held.utf8, Buffer.from(rest)]) : held.utf8, last: true };
}
