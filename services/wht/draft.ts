import { addAttachment, removeAttachment } from '../../db/queries/attachments.ts';
import { addHistory } from '../../db/queries/history.ts';
import { certificateById, updateCertificate, type CertificateRecord } from '../../db/queries/wht.ts';
import { MAX_ATTACHMENTS } from '../../domain/attachments/kinds.ts';
import { refuse, unwrap } from '../../domain/result.ts';
import { say } from '../../domain/words/said.ts';
import { planDraft } from '../../domain/wht/plan.ts';
import { inTransaction, type Act } from '../invoices/act.ts';
import type { Handler } from '../runtime/services.ts';
import { readFiles } from './add.ts';
import { choose } from './choose.ts';
import { factsOf, headOf, numberFor } from './facts.ts';
import { certificateAt } from './find.ts';
import type { AttachmentFile } from './read-attachment.ts';
import { recordCertificate } from './record.ts';
import { submitDraft } from './review.ts';

/** Writes a draft anew: facts, income, invoices and files as they shall stand. Refuses any certificate that is no draft. */
export const updateDraft: Handler<'wht/update'> = async (input, context) => {
  context.session.book();
  const files = await readFiles(context, input.attach);
  return inTransaction(context, (act) => {
    const before = certificateById(act.write, input.id);
    if (!before)
      refuse('wht.not-found', say`There is no WHT certificate ${{ number: input.id }}.`, {
        remedy: 'Check the number in the list of certificates.',
      });
    if (before.status !== 'draft')
      refuse('wht.no-draft', say`Certificate ${{ number: before.number }} was handed in; it stays as it is.`, {
        value: before.status,
        remedy: 'Enter the corrected paper as a new certificate in its place.',
      });
    if (input.side !== before.side && before.replacesId !== null)
      refuse('wht.replaces-side', say`Certificate ${{ number: before.replaces ?? '' }} is of the other side of the paper.`, {
        value: before.replaces ?? '',
        remedy: 'A replacement is a paper of the same side; void the old certificate and enter this one anew.',
      });
    const chosen = input.allocate.map((wanted) => choose(act.write, input.side, act.today, wanted));
    const number =
      input.number === null && before.generated
        ? { text: before.number, generated: true }
        : numberFor(act.write, input.number, input.issuer, before.id);
    const facts = factsOf(act, input, chosen, before, number);
    const lines = unwrap(
      planDraft(
        headOf(act, facts),
        chosen.map((c) => c.choice),
      ),
    );
    updateCertificate(
      act.write,
      before.id,
      facts,
      lines.map((line, i) => ({ ...line, invoiceId: chosen[i]!.record.id })),
    );
    takeOff(act, before, input.detach);
    hang(act, before, files, input.detach.length);
    addHistory(act.write, 'certificate', before.id, {
      at: act.at,
      who: act.who,
      event: 'changed',
      from: 'draft',
      to: 'draft',
      reason: null,
    });
    const shown = recordCertificate(act, 'wht/update', before.id, before);
    return input.submit ? submitDraft(act, 'wht/submit', certificateById(act.write, before.id)!, input.submitted) : shown;
  });
};

/** Hangs more files on a certificate; what was handed in keeps those that it has. */
export const attachFiles: Handler<'wht/attach'> = async (input, context) => {
  context.session.book();
  const files = await readFiles(context, input.attach);
  return inTransaction(context, (act) => {
    const before = certificateAt(act.write, input);
    if (before.status === 'void')
      refuse('wht.status', say`Certificate ${{ number: before.number }} is ${{ status: say`void` }}.`, {
        value: before.status,
        remedy: 'A void certificate stays void; its record is kept.',
      });
    hang(act, before, files, 0);
    const names = files.map((f) => f.name).join(', ');
    addHistory(act.write, 'certificate', before.id, {
      at: act.at,
      who: act.who,
      event: 'attached',
      from: before.status,
      to: before.status,
      reason: names,
    });
    return recordCertificate(act, 'wht/attach', before.id, before);
  });
};

function takeOff(act: Act, before: CertificateRecord, ids: readonly number[]): void {
  for (const id of ids) {
    if (!before.attachments.some((a) => a.id === id))
      refuse('attachment.not-found', say`There is no attachment ${{ attachment: id }}.`, {
        value: String(id),
        remedy: 'Open the document again and choose the file there.',
      });
    removeAttachment(act.write, id);
  }
}

function hang(act: Act, before: CertificateRecord, files: readonly AttachmentFile[], less: number): void {
  const count = before.attachments.length - less + files.length;
  if (count > MAX_ATTACHMENTS)
    refuse('attachment.too-many', say`A certificate carries at most ${{ most: MAX_ATTACHMENTS }} files, not ${{ count }}.`, {
      remedy: 'Put several papers into one zip archive.',
    });
  for (const file of files) addAttachment(act.write, `certificate:${before.id}`, file, act.at);
}
