import { CERTIFICATE_KINDS } from '../../domain/attachments/kinds.ts';
import type { Context, Handler } from '../runtime/services.ts';
import { inTransaction } from '../invoices/act.ts';
import { enterCertificate } from './enter.ts';
import { readAttachment, type AttachmentFile } from './read-attachment.ts';
import { replacedBy } from './replace.ts';

/** The granted files, each judged by its content. */
export async function readFiles(context: Context, tokens: readonly string[]): Promise<AttachmentFile[]> {
  const files: AttachmentFile[] = [];
  for (const token of tokens) files.push(await readAttachment(context, token, CERTIFICATE_KINDS));
  return files;
}

/** Records a certificate as submitted, or as a draft. Every file is judged first; then all of it is written, or nothing. */
export const addCertificate: Handler<'wht/add'> = async (input, context) => {
  context.session.book();
  const files = await readFiles(context, input.attach);
  return inTransaction(context, (act) =>
    enterCertificate(act, input, {
      action: 'wht/add',
      draft: input.draft,
      submitted: input.submitted,
      replaces: replacedBy(act, input.replaces, input.side),
      files,
      source: 'typed',
      figures: {},
    }),
  );
};
