import { appendAudit } from '../../db/audit.ts';
import { addAttachment, attachmentsOf } from '../../db/queries/attachments.ts';
import { addHistory } from '../../db/queries/history.ts';
import { linesOf } from '../../db/queries/invoice-lines.ts';
import { invoiceSnapshot, invoiceSubject } from '../../db/queries/invoices.ts';
import { INVOICE_KINDS, MAX_ATTACHMENTS } from '../../domain/attachments/kinds.ts';
import { statusOn } from '../../domain/invoices/balance.ts';
import { refuse } from '../../domain/result.ts';
import { say } from '../../domain/words/said.ts';
import type { Handler } from '../runtime/services.ts';
import { readAttachment } from '../wht/read-attachment.ts';
import { inTransaction } from './act.ts';
import { findInvoice } from './find.ts';
import { toInvoice } from './view.ts';

/** Hangs the vendor's paper on the invoice; earlier files stay. */
export const attachToInvoice: Handler<'invoices/attach'> = async (input, context) => {
  const file = await readAttachment(context, input.file, INVOICE_KINDS);
  return inTransaction(context, (act) => {
    const invoice = findInvoice(act.write, input.number, input.vendor ?? null);
    const owner = `invoice:${invoice.id}` as const;
    const present = attachmentsOf(act.write, [owner]).get(owner) ?? [];
    if (present.length >= MAX_ATTACHMENTS)
      refuse('attachment.too-many', say`Invoice ${{ number: invoice.number }} has ${{ limit: MAX_ATTACHMENTS }} files already.`, {
        file: file.name,
        remedy: 'Join the pages into one PDF.',
      });
    addAttachment(act.write, owner, file, act.at);
    const shown = statusOn(invoice, act.today);
    addHistory(act.write, 'invoice', invoice.id, {
      at: act.at,
      who: act.who,
      event: 'attached',
      from: shown,
      to: shown,
      reason: file.name,
    });
    const snapshot = invoiceSnapshot(invoice, linesOf(act.write, [invoice.id]).get(invoice.id) ?? []);
    // The facts stay; the file is named beside them.
    appendAudit(act.write, {
      at: act.at,
      who: act.who,
      action: 'invoices/attach',
      subject: invoiceSubject(invoice),
      before: snapshot,
      after: { ...snapshot, attached: { name: file.name, sha256: file.sha256 } },
    });
    return toInvoice(act.write, invoice, act.today);
  });
};
