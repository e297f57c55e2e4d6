import { act as legal, type InvoiceAct } from '../../domain/invoices/states.ts';
import { issuedStatus, statusOn } from '../../domain/invoices/balance.ts';
import { refuse, unwrap } from '../../domain/result.ts';
import { say } from '../../domain/words/said.ts';
import type { InvoiceFacts, InvoiceRecord, VendorName } from '../../db/queries/invoices.ts';
import type { Invoice } from '../contract/invoices.ts';
import type { Context, Handler } from '../runtime/services.ts';
import { inTransaction, type Act } from './act.ts';
import { findInvoice, invoiceOf } from './find.ts';
import { recordChange } from './record.ts';
import { toInvoice } from './view.ts';

type Change = (invoice: InvoiceRecord, act: Act) => Partial<InvoiceFacts>;

/** One act of the state machine on one invoice, refused with the reason when the state does not allow it. */
function perform(
  context: Context,
  name: InvoiceAct,
  at: { number: string; vendor?: VendorName | null | undefined },
  reason: string | null,
  change: Change = () => ({}),
): Invoice {
  return inTransaction(context, (act) => {
    const invoice = findInvoice(act.write, at.number, at.vendor ?? null);
    const shown = statusOn(invoice, act.today);
    const stated = unwrap(legal(invoice.number, shown, name));
    const after = recordChange(act, `invoices/${name}`, invoice, { stated, ...change(invoice, act) }, { event: PAST[name], reason, shown });
    return toInvoice(act.write, after, act.today);
  });
}

const PAST: Record<InvoiceAct, string> = { confirm: 'confirmed', dispute: 'disputed', issue: 'issued', credit: 'credited', void: 'voided' };

export const confirmInvoice: Handler<'invoices/confirm'> = (input, context) => perform(context, 'confirm', input, null);
export const disputeInvoice: Handler<'invoices/dispute'> = (input, context) => perform(context, 'dispute', input, input.reason);

/** The vendor has issued the paper: its date counts from now on, and nothing to pay makes it free. */
export const issueInvoice: Handler<'invoices/issue'> = (input, context) =>
  perform(context, 'issue', input, null, (invoice) => {
    const date = input.date ?? invoice.date;
    if (invoice.due !== null && invoice.due < date) return { stated: issuedStatus(invoice.total), date, due: date };
    return { stated: issuedStatus(invoice.total), date };
  });

/** Which bills the invoice stands for; a void paper stands for none. */
export const linkInvoice: Handler<'invoices/link'> = (input, context) =>
  inTransaction(context, (act) => {
    const invoice = findInvoice(act.write, input.number, input.vendor ?? null);
    if (invoice.stated === 'void')
      refuse('invoice.status', say`Invoice ${{ number: invoice.number }} is void and cannot be linked.`, {
        value: 'void',
        remedy: 'Link the invoice that replaced it.',
      });
    if (invoice.period === input.period) return toInvoice(act.write, invoice, act.today);
    const shown = statusOn(invoice, act.today);
    recordChange(
      act,
      'invoices/link',
      invoice,
      { period: input.period },
      { event: 'linked', reason: input.period === null ? `no longer to ${invoice.period}` : `to ${input.period}`, shown },
    );
    return toInvoice(act.write, invoiceOf(act.write, invoice.id), act.today);
  });
