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

/** One attachment with its bytes, their hash checked; undefined when there is none of that id. */
export function attachmentBytes(
  read: ReadDb,
  id: number,
): { owner: AttachmentOwner; name: string; sha256: string; type: string; data: Buffer } | undefined {
  const row = read.get<{ owner: AttachmentOwner; name: string; sha256: string }>(
    'SELECT owner, name, sha256 FROM attachment WHERE id = ?',
    [id],
  );
  const blob = row && getBlob(read, row.sha256);
  return row && blob ? { ...row, ...blob } : undefined;
}

/** Owners of the attachments that have these bytes, oldest first. */
export const ownersOfBytes = (read: ReadDb, sha256: string): AttachmentOwner[] =>
  read
    .all<{ owner: AttachmentOwner }>('SELECT owner FROM attachment WHERE sha256 = ? GROUP BY owner ORDER BY min(id)', [sha256])
    .map((row) => row.owner);

/** Takes the file off its document. The bytes stay, by their hash, since the audit trail names them. */
export function removeAttachment(write: WriteDb, id: number): void {
  write.run('DELETE FROM attachment WHERE id = ?', [id]);
}
