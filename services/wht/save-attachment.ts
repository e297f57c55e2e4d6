import { appendAudit } from '../../db/audit.ts';
import { attachmentBytes } from '../../db/queries/attachments.ts';
import { refuse } from '../../domain/result.ts';
import { say } from '../../domain/words/said.ts';
import { writeAtomically } from '../files/atomic-write.ts';
import { inTransaction } from '../invoices/act.ts';
import type { Handler } from '../runtime/services.ts';

/** Writes the bytes of an attachment, of a certificate or an invoice, to the chosen file; their hash is checked first. */
export const saveAttachment: Handler<'wht/saveAttachment'> = async (input, context) => {
  const { read } = context.session.book();
  const found = attachmentBytes(read, input.attachment);
  if (!found)
    refuse('attachment.not-found', say`There is no attachment ${{ attachment: input.attachment }}.`, {
      value: String(input.attachment),
      remedy: 'Open the document again and choose the file there.',
    });
  const target = context.host.files.resolve(input.target, 'write');
  await writeAtomically(target.path, context.signal, async (sink) => sink.write(found.data));
  return inTransaction(context, (act) => {
    const written = { file: target.name, bytes: found.data.length };
    appendAudit(act.write, {
      at: act.at,
      who: act.who,
      action: 'wht/saveAttachment',
      subject: `attachment:${input.attachment}`,
      before: null,
      after: written,
    });
    return written;
  });
};
