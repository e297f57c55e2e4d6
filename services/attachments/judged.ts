import { ownersOfBytes, type AttachmentOwner } from '../../db/queries/attachments.ts';
import { certificateById } from '../../db/queries/wht.ts';
import { invoicesById } from '../../db/queries/invoices.ts';
import type { ReadDb } from '../../db/connection.ts';
import { KINDS, type FileKind } from '../../domain/attachments/kinds.ts';
import { contentsOfPdf, pdfWarning } from '../../domain/attachments/pdf-contents.ts';
import type { JudgedFile } from '../contract/attachments.ts';
import type { AttachmentFile } from '../wht/read-attachment.ts';
import { textsOfPdf } from './pdf-texts.ts';

/** What is told of a file whose content is allowed. `except`: its own attachment's owner, where it hangs on one. */
export function judgedFile(read: ReadDb, { name, type, data, sha256 }: AttachmentFile, except: AttachmentOwner | null = null): JudgedFile {
  const kind = kindOfType(type);
  if (!kind) throw new Error(`No kind of attachment has the type ${type}.`);
  return {
    name,
    kind,
    size: data.length,
    sha256,
    warnings: kind === 'pdf' ? contentsOfPdf(textsOfPdf(data)).map(pdfWarning) : [],
    kept: ownersOfBytes(read, sha256).flatMap((owner) => (owner === except ? [] : [named(read, owner)])),
  };
}

/** Undefined for what came in another way, such as the file of an electronic invoice. */
export const kindOfType = (type: string): FileKind | undefined => (Object.keys(KINDS) as FileKind[]).find((k) => KINDS[k].type === type);

function named(read: ReadDb, owner: AttachmentOwner): JudgedFile['kept'][number] {
  const [kind, id] = owner.split(':') as [JudgedFile['kept'][number]['kind'], string];
  if (kind === 'certificate') return { kind, number: certificateById(read, Number(id))?.number ?? null };
  if (kind === 'invoice') return { kind, number: invoicesById(read, [Number(id)])[0]?.number ?? null };
  return { kind, number: null };
}
