import { appendAudit } from '../../db/audit.ts';
import { addHistory } from '../../db/queries/history.ts';
import { linesOf } from '../../db/queries/invoice-lines.ts';
import { invoiceSnapshot, invoiceSubject } from '../../db/queries/invoices.ts';
import { statusOn } from '../../domain/invoices/balance.ts';
import type { Handler } from '../runtime/services.ts';
import { inTransaction } from './act.ts';
import { findInvoice } from './find.ts';
import { notAhead } from './judge-day.ts';
import { toShownInvoice } from './view.ts';

/** Event by which the list of what is due knows that the proof of VAT was sent. */
export const VAT_PROOF = 'vat-proof-sent';

/** The proof of the VAT that the customer paid was sent to the seller: a fact of the history, the invoice stays as it is. */
export const sendVatProof: Handler<'invoices/vatProof'> = (input, context) =>
  inTransaction(context, (act) => {
    const invoice = findInvoice(act.write, input.number, input.vendor ?? null);
    notAhead(input.date, act.today);
    const shown = statusOn(invoice, act.today);
    addHistory(act.write, 'invoice', invoice.id, {
      at: act.at,
      who: act.who,
      event: VAT_PROOF,
      from: shown,
      to: shown,
      reason: input.date,
    });
    const snapshot = invoiceSnapshot(invoice, linesOf(act.write, [invoice.id]).get(invoice.id) ?? []);
    appendAudit(act.write, {
      at: act.at,
      who: act.who,
      action: 'invoices/vatProof',
      subject: invoiceSubject(invoice),
      before: snapshot,
      after: { ...snapshot, vatProofSent: input.date },
    });
    return toShownInvoice(act.write, invoice, act.today);
  });
