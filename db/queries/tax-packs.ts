import { createHash } from 'node:crypto';
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { canonicalJson } from '../audit.ts';
import type { ReadDb, WriteDb } from '../connection.ts';

/** SHA-256 of the canonical JSON, in hexadecimal: the name under which a pack is kept. */
export const packDigest = (pack: unknown): string => createHash('sha256').update(canonicalJson(pack)).digest('hex');

/** Keeps the pack by its digest, once, and hands the digest back. */
export function keepPack(write: WriteDb, pack: { id: string; version: number }): string {
  const text = canonicalJson(pack);
  const digest = createHash('sha256').update(text).digest('hex');
  const there = write.get('SELECT 1 FROM tax_pack WHERE digest = ?', [digest]);
  if (!there)
    write.run('INSERT INTO tax_pack (digest, id, version, body) VALUES (?, ?, ?, ?)', [
      digest,
      pack.id,
      pack.version,
      zstdCompressSync(Buffer.from(text)),
    ]);
  return digest;
}

/** The kept pack as it was parsed, or undefined. */
export function packByDigest(read: ReadDb, digest: string): unknown {
  const row = read.get<{ body: Buffer }>('SELECT body FROM tax_pack WHERE digest = ?', [digest]);
  return row ? (JSON.parse(zstdDecompressSync(row.body).toString('utf8')) as unknown) : undefined;
}

export interface TakenPack {
  seq: number;
  at: string;
  who: string;
  digest: string;
  shipped: number;
  id: string;
  version: number;
}

/** The pack of that id which was taken in last, or undefined. */
export const lastTaken = (read: ReadDb, id: string): TakenPack | undefined =>
  read.get(
    'SELECT t.seq, t.at, t.who, t.digest, t.shipped, p.id, p.version FROM tax_pack_taken t JOIN tax_pack p USING (digest) WHERE p.id = ? ORDER BY t.seq DESC LIMIT 1',
    [id],
  );

export const takePack = (write: WriteDb, taken: Pick<TakenPack, 'at' | 'who' | 'digest' | 'shipped'>): number =>
  write.run('INSERT INTO tax_pack_taken (at, who, digest, shipped) VALUES (?, ?, ?, ?)', [taken.at, taken.who, taken.digest, taken.shipped])
    .id;

/** The digest of the first kept pack that is not what its digest says, or null. */
export function wrongPack(read: ReadDb): string | null {
  for (const { digest, body } of read.iterate<{ digest: string; body: Buffer }>('SELECT digest, body FROM tax_pack'))
    if (createHash('sha256').update(zstdDecompressSync(body)).digest('hex') !== digest) return digest;
  return null;
}
