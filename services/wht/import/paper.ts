import { createHash } from 'node:crypto';
import { KINDS } from '../../../domain/attachments/kinds.ts';
import { toBuffer } from '../../files/memory.ts';
import { ZipWriter } from '../../reports/xlsx/zip.ts';
import type { AttachmentFile } from '../read-attachment.ts';
import type { GrantedTable } from './read-file.ts';

const LEVEL = 6;
/** The same list gives the same bytes, which the book keeps once. */
const DAY = new Date(Date.UTC(1980, 0, 1));

/** The list as the paper of a certificate that is handed in at once: in an archive, since a paper is a picture, a PDF or an archive. */
export async function paperOf({ name, data }: GrantedTable): Promise<AttachmentFile> {
  const plain = name.replace(/[\p{Cc}\\/:*?"<>|]/gu, '_').replace(/^\.+/, '_');
  const packed = await toBuffer(async (sink) => {
    const zip = new ZipWriter(sink, DAY, LEVEL);
    const entry = zip.entry(plain);
    await entry.write(data);
    await entry.close();
    await zip.finish();
  });
  return {
    name: `${plain.replace(/\.[a-z]{3,4}$/i, '')}.zip`,
    type: KINDS.zip.type,
    data: packed,
    sha256: createHash('sha256').update(packed).digest('hex'),
  };
}
