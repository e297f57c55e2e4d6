import { addAttachment } from '../../db/queries/attachments.ts';
import { PLAIN_DOCUMENT, type InvoiceFacts } from '../../db/queries/invoices.ts';
import { INVOICE_KINDS } from '../../domain/attachments/kinds.ts';
import { issuedStatus } from '../../domain/invoices/balance.ts';
import type { Handler } from '../runtime/services.ts';
import { readAttachment } from '../wht/read-attachment.ts';
import { inTransaction } from './act.ts';
import { invoiceOf } from './find.ts';
import { checkFigures, enteredFacts } from './received.ts';
import { recordNew } from './record.ts';
import { toShownInvoice } from './view.ts';

/** An issued paper: unpaid, or free when its total is zero. The file, if any, is read and judged before anything is written. */
export const addInvoice: Handler<'invoices/add'> = async (input, context) => {
  context.session.book();
  const checked = checkFigures(input);
  const file = input.file === null ? null : await readAttachment(context, input.file, INVOICE_KINDS);
  return inTransaction(context, (act) => {
    const facts: InvoiceFacts = {
      ...PLAIN_DOCUMENT,
      ...enteredFacts(act.write, input, checked),
      vendor: input.vendor,
      kind: 'invoice',
      stated: issuedStatus(checked.total),
      creditsId: null,
      source: 'entered',
      figures: {},
    };
    const record = recordNew(act, 'invoices/add', facts, { event: 'added', reason: null }, checked.lines);
    if (file) addAttachment(act.write, `invoice:${record.id}`, file, act.at);
    return toShownInvoice(act.write, invoiceOf(act.write, record.id), act.today);
  });
};
