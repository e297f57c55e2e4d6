import { constants, zstdCompressSync } from 'node:zlib';
import type { Chunk } from './protocol.ts';

/** Original bytes between two row boundaries, compressed at the quickest level: the text of a bill packs well anyway. */
export const compress = (seq: number, bytes: Buffer, firstRow: number, rows: number, of: Chunk['of'] = 'file'): Chunk => ({
  type: 'chunk',
  of,
  seq,
  firstRow,
  rows,
  size: bytes.length,
  data: zstdCompressSync(bytes, { params: { [constants.ZSTD_c_compressionLevel]: 1 } }),
});
