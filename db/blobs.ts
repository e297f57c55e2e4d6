import { createHash } from 'node:crypto';
import type { ReadDb, WriteDb } from './connection.ts';

/** Keeps the bytes once, by content; returns their SHA-256 in hexadecimal. */
export function putBlob(write: WriteDb, data: Uint8Array, type: string): string {
  const sha256 = createHash('sha256').update(data).digest('hex');
  write.run('INSERT INTO blob (sha256, size, type, data) VALUES (?, ?, ?, ?) ON CONFLICT (sha256) DO NOTHING', [
    sha256,
    data.byteLength,
    type,
    data,
  ]);
  return sha256;
}

/** The bytes, or undefined; throws when what is stored no longer has its hash. */
export function getBlob(read: ReadDb, sha256: string): { data: Buffer; type: string } | undefined {
  const row = read.get<{ data: Buffer; type: string }>('SELECT data, type FROM blob WHERE sha256 = ?', [sha256]);
  if (row && createHash('sha256').update(row.data).digest('hex') !== sha256)
    throw new Error(`Attachment ${sha256} was changed inside the book.`);
  return row;
}
