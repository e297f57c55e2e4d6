import { attachmentBytes } from '../../db/queries/attachments.ts';
import { CERTIFICATE_KINDS, INVOICE_KINDS } from '../../domain/attachments/kinds.ts';
import { refuse } from '../../domain/result.ts';
import { say } from '../../domain/words/said.ts';
import type { FilePreview } from '../contract/attachments.ts';
import type { Context, Handlers } from '../runtime/services.ts';
import { readAttachment, type AttachmentFile } from '../wht/read-attachment.ts';
import { zipEntries } from '../wht/zip-directory.ts';
import { judgedFile, kindOfType } from './judged.ts';

export const attachmentsHandlers: Handlers<'attachments/judge' | 'attachments/preview'> = {
  'attachments/judge': async ({ file, owner }, context) =>
    judgedFile(
      context.session.book().read,
      await readAttachment(context, file, owner === 'certificate' ? CERTIFICATE_KINDS : INVOICE_KINDS),
    ),
  // A file that was only chosen passes the same checks as one that is attached: this shows no other file of the disk.
  'attachments/preview': async (of, context) =>
    'file' in of ? shown(context, await readAttachment(context, of.file, CERTIFICATE_KINDS), null) : kept(context, of.attachment),
};

function kept(context: Context, id: number): Promise<FilePreview> {
  const found = attachmentBytes(context.session.book().read, id);
  if (!found)
    refuse('attachment.not-found', say`There is no attachment ${{ attachment: id }}.`, {
      value: String(id),
      remedy: 'Open the document again and choose the file there.',
    });
  if (!kindOfType(found.type))
    refuse('attachment.no-preview', say`“${{ name: found.name }}” has no pages that can be shown here.`, {
      file: found.name,
      remedy: 'Save it and open it with a program of its own.',
    });
  return shown(context, found, found.owner);
}

async function shown(context: Context, file: AttachmentFile, owner: Parameters<typeof judgedFile>[2]): Promise<FilePreview> {
  const judged = judgedFile(context.session.book().read, file, owner);
  if (judged.kind !== 'zip') return { ...judged, entries: null, data: file.data.toString('base64') };
  const entries = (await zipEntries(file.name, file.data)).map((e) => ({ name: e.name, size: e.inflated, packed: e.compressed }));
  return { ...judged, entries, data: null };
}
