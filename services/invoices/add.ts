import { addAttachment } from '../../db/queries/attachments.ts';
import { PLAIN_DOCUMENT, type InvoiceFacts } from '../../db/queries/invoices.ts';
import { INVOICE_KINDS } from '../../domain/attachments/kinds.ts';
import { issuedStatus } from '../../domain/invoices/balance.ts';
import { documentAmount } from '../../domain/invoices/document-amount.ts';
import { add, isNegative } from '../../domain/money/amount.ts';
import { refuse, unwrap } from '../../domain/result.ts';
import { say } from '../../domain/words/said.ts';
import type { Handler } from '../runtime/services.ts';
import { readAttachment } from '../wht/read-attachment.ts';
import { inTransaction } from './act.ts';
import { invoiceOf } from './find.ts';
import { recordNew } from './record.ts';
import { toInvoice } from './view.ts';

/** An issued paper: unpaid, or free when its total is zero. The file, if any, is read and judged before anything is written. */
export const addInvoice: Handler<'invoices/add'> = async (input, context) => {
  context.session.book();
  const net = unwrap(documentAmount(input.net, 'net'));
  const tax = unwrap(documentAmount(input.tax, 'tax'));
  const total = unwrap(documentAmount(add(net, tax), 'total'));
  if (isNegative(total))
    refuse('invoice.negative', say`Invoice ${{ number: input.number }} would have a negative total, ${{ total }}.`, {
      column: 'net',
      value: total,
      remedy: 'Record a credit note against the invoice that it reduces.',
    });
  if (input.due !== null && input.due < input.date)
    refuse('invoice.due-before-date', say`The due date ${{ due: input.due }} is before the invoice date ${{ date: input.date }}.`, {
      column: 'due',
      value: input.due,
      remedy: 'Correct one of the two dates.',
    });
  const file = input.file === null ? null : await readAttachment(context, input.file, INVOICE_KINDS);
  return inTransaction(context, (act) => {
    const facts: InvoiceFacts = {
      ...PLAIN_DOCUMENT,
      vendor: input.vendor,
      number: input.number,
      kind: 'invoice',
      entity: input.entity,
      date: input.date,
      due: input.due,
      period: input.period,
      currency: input.currency,
      net,
      tax,
      stated: issuedStatus(total),
      creditsId: null,
      note: input.note,
      source: 'entered',
      figures: {},
    };
    const record = recordNew(act, 'invoices/add', facts, { event: 'added', reason: null });
    if (file) addAttachment(act.write, `invoice:${record.id}`, file, act.at);
    return toInvoice(act.write, invoiceOf(act.write, record.id), act.today);
  });
};
