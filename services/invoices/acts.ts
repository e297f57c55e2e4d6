import { issuedStatus, statusOn } from '../../domain/invoices/balance.ts';
import { datesOf, resumedWindow } from '../../domain/invoices/course.ts';
import { act as legal, type InvoiceAct } from '../../domain/invoices/states.ts';
import { refuse, unwrap } from '../../domain/result.ts';
import { addDays } from '../../domain/time/plain-date.ts';
import { say } from '../../domain/words/said.ts';
import type { InvoiceFacts, InvoiceRecord, VendorName } from '../../db/queries/invoices.ts';
import type { ShownInvoice } from '../contract/invoices.ts';
import type { Context, Handler } from '../runtime/services.ts';
import { inTransaction, type Act } from './act.ts';
import { findInvoice, invoiceOf } from './find.ts';
import { notAhead, notBeforeBill } from './judge-day.ts';
import { refuseMade } from './made.ts';
import { recordChange } from './record.ts';
import { toInvoice, toShownInvoice } from './view.ts';

type Change = (invoice: InvoiceRecord, act: Act) => Partial<InvoiceFacts>;

/** One act of the state machine on one invoice, refused with the reason when the state does not allow it. */
function perform(
  context: Context,
  name: InvoiceAct,
  at: { number: string; vendor?: VendorName | null | undefined },
  reason: string | null,
  change: Change = () => ({}),
): ShownInvoice {
  return inTransaction(context, (act) => {
    const found = findInvoice(act.write, at.number, at.vendor ?? null);
    refuseMade(found);
    const shown = statusOn(found, act.today);
    const legalNow = unwrap(legal(found.number, shown, name));
    const invoice = withRule(found, act.today);
    // Where the state stays, the stored one stays too: “overdue” follows from the calendar and is not stored by an act.
    const stated = legalNow === shown && shown !== 'issuing' ? found.stated : legalNow;
    const after = recordChange(
      act,
      `invoices/${name}`,
      found,
      { stated, course: invoice.course, ...change(invoice, act) },
      { event: PAST[name], reason, shown },
    );
    return toShownInvoice(act.write, after, act.today);
  });
}

const PAST: Record<InvoiceAct, string> = {
  bill: 'billed',
  confirm: 'confirmed',
  dispute: 'disputed',
  withdraw: 'dispute-withdrawn',
  issue: 'issued',
  fail: 'issuing-failed',
  schedule: 'scheduled',
  credit: 'credited',
  void: 'voided',
};

/** With the day on which it confirmed itself, if it did: from the next act on that day is on record. */
export function withRule(invoice: InvoiceRecord, today: string): InvoiceRecord {
  if ((invoice.stated !== 'unbilled' && invoice.stated !== 'to-confirm') || statusOn(invoice, today) !== 'issuing') return invoice;
  return { ...invoice, course: { ...invoice.course, confirmed: datesOf(invoice).confirmsItself, confirmedByRule: true } };
}

/** The bill appeared; a new day begins the window anew. */
export const billInvoice: Handler<'invoices/bill'> = (input, context) =>
  perform(context, 'bill', input, input.date, ({ course }, act) => ({
    billed: input.date,
    stated: input.date > act.today ? 'unbilled' : 'to-confirm',
    course: { ...course, window: null },
  }));

export const confirmInvoice: Handler<'invoices/confirm'> = (input, context) =>
  perform(context, 'confirm', input, null, (invoice, act) => ({
    course: { ...invoice.course, confirmed: act.today, confirmedByRule: false, disputed: null },
  }));

/** Stops the confirmation window. */
export const disputeInvoice: Handler<'invoices/dispute'> = (input, context) =>
  perform(context, 'dispute', input, input.reason, ({ course }, act) => ({ course: { ...course, disputed: act.today } }));

export const withdrawDispute: Handler<'invoices/withdraw'> = (input, context) =>
  perform(context, 'withdraw', input, input.reason, (invoice, act) => ({
    course: { ...invoice.course, disputed: null, window: resumedWindow(invoice, act.today) },
  }));

/** Issuing failed; it was asked for anew, and is expected so many working days from then. */
export const failIssuing: Handler<'invoices/fail'> = (input, context) =>
  perform(context, 'fail', input, input.reason, (invoice, act) => {
    const day = notAhead(input.date ?? act.today, act.today);
    notBeforeBill(invoice, day);
    return { course: { ...invoice.course, reapplied: day } };
  });

/** The vendor has issued the paper: its date counts from now on, the account period begins, and nothing to pay makes it free. */
export const issueInvoice: Handler<'invoices/issue'> = (input, context) =>
  perform(context, 'issue', input, null, (invoice, act) => {
    const date = notAhead(input.date ?? invoice.date, act.today);
    notBeforeBill(invoice, date);
    const termDays = input.termDays ?? invoice.termDays;
    return { stated: issuedStatus(invoice.total), date, issued: date, termDays, due: dueFrom(invoice, date, termDays) };
  });

export const scheduleInvoice: Handler<'invoices/schedule'> = (input, context) =>
  perform(context, 'schedule', input, input.reason, (invoice, act) => {
    const issued = notAhead(input.issued ?? invoice.issued ?? invoice.date, act.today);
    notBeforeBill(invoice, issued);
    const termDays = input.termDays ?? invoice.termDays;
    // The days decide from now on, also where the vendor had called it overdue.
    return { stated: 'unpaid', issued, termDays, due: dueFrom(invoice, issued, termDays) };
  });

/** Last day of the account period; where no term is known, the stated due date, never before the day of issue. */
function dueFrom(invoice: InvoiceRecord, issued: string, termDays: number | null): string | null {
  const term = termDays ?? invoice.clock.policy.termDays;
  if (term !== null) return addDays(issued, term);
  return invoice.due !== null && invoice.due < issued ? issued : invoice.due;
}

/** Which bills the invoice stands for; a void paper stands for none. */
export const linkInvoice: Handler<'invoices/link'> = (input, context) =>
  inTransaction(context, (act) => {
    const invoice = findInvoice(act.write, input.number, input.vendor ?? null);
    refuseMade(invoice);
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
