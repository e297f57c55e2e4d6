import { getBlob, putBlob } from '../blobs.ts';
import type { ReadDb, WriteDb } from '../connection.ts';

export interface AttachmentRecord {
  id: number;
  name: string;
  type: string;
  size: number;
  sha256: string;
}
export type AttachmentOwner = `invoice:${number}` | `certificate:${number}` | `residence:${number}`;

/** Keeps the bytes by content and hangs them on the document; returns the attachment's id. */
export function addAttachment(
  write: WriteDb,
  owner: AttachmentOwner,
  file: { name: string; type: string; data: Uint8Array },
  at: string,
): number {
  const sha256 = putBlob(write, file.data, file.type);
  return write.run('INSERT INTO attachment (owner, name, sha256, added_at) VALUES (?, ?, ?, ?)', [owner, file.name, sha256, at]).id;
}

/** Attachments by owner, in the order in which they were added. */
export function attachmentsOf(read: ReadDb, owners: readonly AttachmentOwner[]): Map<string, AttachmentRecord[]> {
  type Row = AttachmentRecord & { owner: string };
  const rows = read.all<Row>(
    'SELECT a.owner, a.id, a.name, b.type, b.size, a.sha256 FROM attachment a JOIN blob b ON b.sha256 = a.sha256 WHERE a.owner IN (SELECT value FROM json_each(?)) ORDER BY a.id',
    [JSON.stringify(owners)],
  );
  const grouped = new Map<string, AttachmentRecord[]>();
  for (const { owner, ...record } of rows) grouped.set(owner, [...(grouped.get(owner) ?? []), record]);
  return grouped;
}

/** Name and bytes of one attachment, its hash checked; undefined when there is none of that id. */
export function attachmentBytes(read: ReadDb, id: number): { name: string; type: string; data: Buffer } | undefined {
  const row = read.get<{ name: string; sha256: string }>('SELECT name, sha256 FROM attachment WHERE id = ?', [id]);
  const blob = row && getBlob(read, row.sha256);
  return row && blob ? { name: row.name, ...blob } : undefined;
}
