import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib';
import { snappyUncompress, type Compressors } from 'hyparquet';
import { decompressLz4, decompressLz4Raw } from 'hyparquet-compressors';

type Decompress = (input: Uint8Array, outputLength: number) => Uint8Array;

function snappy(input: Uint8Array, outputLength: number): Uint8Array {
  const output = new Uint8Array(outputLength);
  snappyUncompress(input, output);
  return output;
}

/** A view of its own buffer: the library makes typed arrays of it. */
const owned = (buffer: Uint8Array): Uint8Array => (buffer.byteOffset === 0 ? buffer : new Uint8Array(buffer));

/** Decompression of pages, each bounded by what the page declares, and that by `most` bytes. */
export function codecs(most: number): Compressors {
  const bounded =
    (run: Decompress): Decompress =>
    (input, outputLength) => {
      if (!(outputLength >= 0 && outputLength <= most)) throw new RangeError(`a page declares ${outputLength} bytes`);
      return run(input, outputLength);
    };
  return {
    SNAPPY: bounded(snappy),
    GZIP: bounded((input, length) => owned(gunzipSync(input, { maxOutputLength: Math.max(1, length) }))),
    BROTLI: bounded((input, length) => owned(brotliDecompressSync(input, { maxOutputLength: Math.max(1, length) }))),
    ZSTD: bounded((input, length) => owned(zstdDecompressSync(input, { maxOutputLength: Math.max(1, length) }))),
    LZ4: bounded(decompressLz4),
    LZ4_RAW: bounded(decompressLz4Raw),
  };
}
