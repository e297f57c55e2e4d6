import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';

const RAW = 0;
const ZSTD = 1;
/** Below this a page of the book holds it anyway. */
const SMALL = 512;

/** A block as it is stored: compressed where that saves pages, the quick way, for it is done while an import goes on. */
export function compressed(bytes: Uint8Array): Uint8Array {
  const body = bytes.length < SMALL ? bytes : zstdCompressSync(bytes, { params: { [constants.ZSTD_c_compressionLevel]: 1 } });
  const [form, kept] = body.length < bytes.length ? [ZSTD, body] : [RAW, bytes];
  const stored = new Uint8Array(kept.length + 1);
  stored[0] = form;
  stored.set(kept, 1);
  return stored;
}

/** Reads compressed() back, into memory that begins at a multiple of eight. */
export function decompressed(stored: Uint8Array): Uint8Array {
  const body = stored.subarray(1);
  if (stored[0] === RAW) return Uint8Array.from(body);
  if (stored[0] !== ZSTD) throw new Error('A column block is damaged.');
  const bytes = zstdDecompressSync(body);
  return bytes.byteOffset % 8 === 0 ? bytes : Uint8Array.from(bytes);
}

/** Several blocks as one, each to begin at a multiple of eight. */
export function packed(blocks: ReadonlyMap<string, Uint8Array>): Uint8Array {
  let size = 0;
  const places: [name: string, at: number, length: number][] = [];
  for (const [name, { length }] of blocks) {
    places.push([name, size, length]);
    size += Math.ceil(length / 8) * 8;
  }
  const head = Buffer.from(JSON.stringify(places));
  const start = 8 + Math.ceil(head.length / 8) * 8;
  const bytes = new Uint8Array(start + size);
  new Uint32Array(bytes.buffer, 0, 2).set([head.length, start]);
  bytes.set(head, 8);
  for (const [name, at] of places) bytes.set(blocks.get(name)!, start + at);
  return bytes;
}

/** Reads packed() back. */
export function unpacked(bytes: Uint8Array): Map<string, Uint8Array> {
  const [length, start] = new Uint32Array(bytes.buffer, bytes.byteOffset, 2) as unknown as [number, number];
  const places = JSON.parse(Buffer.from(bytes.subarray(8, 8 + length)).toString()) as [string, number, number][];
  return new Map(places.map(([name, at, size]) => [name, bytes.subarray(start + at, start + at + size)]));
}
