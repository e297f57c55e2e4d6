import { appendAudit } from '../../db/audit.ts';
import { addHistory, type HistoryEntry } from '../../db/queries/history.ts';
import {
  insertInvoice,
  invoicesByNumber,
  invoiceSnapshot,
  invoiceSubject,
  updateInvoice,
  type InvoiceFacts,
  type InvoiceRecord,
} from '../../db/queries/invoices.ts';
import { refuse } from '../../domain/result.ts';
import { say } from '../../domain/words/said.ts';
import { vendorTitle } from '../../domain/words/titles.ts';
import type { Act } from './act.ts';
import { invoiceOf } from './find.ts';

type Entry = Pick<HistoryEntry, 'event' | 'reason'>;

/**
 * Stores a document with its history and audit entry. A number is one record per vendor for ever: a live one refuses
 * the same number, a void one is entered anew under it, with its history going on.
 */
export function recordNew(act: Act, action: string, facts: InvoiceFacts, entry: Entry): InvoiceRecord {
  const existing = invoicesByNumber(act.write, facts.number).find((i) => i.vendor === facts.vendor);
  if (existing?.stated === 'void') return recordChange(act, action, existing, facts, { ...entry, event: 'entered-anew' });
  if (existing)
    refuse('invoice.duplicate', say`There is an invoice ${{ number: facts.number }} of ${{ vendor: vendorTitle(facts.vendor) }} already.`, {
      column: 'number',
      value: facts.number,
      remedy: 'Check the number; open the existing invoice instead, or void it to enter it anew.',
    });
  const id = insertInvoice(act.write, facts);
  addHistory(act.write, 'invoice', id, { at: act.at, who: act.who, ...entry, from: null, to: facts.stated });
  const record = invoiceOf(act.write, id);
  appendAudit(act.write, {
    at: act.at,
    who: act.who,
    action,
    subject: invoiceSubject(record),
    before: null,
    after: invoiceSnapshot(record),
  });
  return record;
}

/** Stores changed facts with a history and an audit entry. `shown` is the status that the user saw before. */
export function recordChange(
  act: Act,
  action: string,
  before: InvoiceRecord,
  change: Partial<InvoiceFacts>,
  entry: Entry & { shown?: string },
): InvoiceRecord {
  const { shown, ...rest } = entry;
  updateInvoice(act.write, before.id, { ...before, ...change });
  const after = invoiceOf(act.write, before.id);
  const from = shown ?? before.stated;
  addHistory(act.write, 'invoice', before.id, {
    at: act.at,
    who: act.who,
    ...rest,
    from,
    to: after.stated === before.stated ? from : after.stated,
  });
  appendAudit(act.write, {
    at: act.at,
    who: act.who,
    action,
    subject: invoiceSubject(after),
    before: invoiceSnapshot(before),
    after: invoiceSnapshot(after),
  });
  return after;
}
